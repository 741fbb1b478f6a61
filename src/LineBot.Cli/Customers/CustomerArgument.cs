using System.CommandLine;
using LineBot.Privacy;
using LineBot.Storage;

namespace LineBot.Cli.Customers;

/// <summary><c>CUSTOMER</c>: a login ID, a phone number or a LINE user id.</summary>
internal static class CustomerArgument
{
    public static Argument<string> Of(Shell shell) => new("CUSTOMER")
    {
        Description = shell.Say("ログインID、電話番号、または LINE のユーザーID", "A login ID, a phone number or a LINE user id"),
    };

    public static CustomerScope Scope(Transaction tx, string key, Shell shell) =>
        new PersonalDataStore().ScopeOf(tx, key) is { IsEmpty: false } found
            ? found
            : throw new TroubleException(
                shell.Say("そのお客さまは見つかりません。", "There is no such customer."), key,
                shell.Say("linebot customer find で、ログインIDや氏名から探してください。", "Look by login ID or name with: linebot customer find"));
}

using System.CommandLine;
using LineBot.Accounts;
using LineBot.Cli.Stores;
using LineBot.Console.Staff;
using LineBot.Storage;

namespace LineBot.Cli.Operators;

/// <summary>Something that changes what an operator may do; it takes effect at once in the running service.</summary>
internal abstract class RosterVerb : Verb
{
    private readonly Argument<string> _name;

    protected RosterVerb(Shell shell, string name, string description, params string[] examples) : base(shell, name, description, examples) =>
        Arguments.Add(_name = new("NAME") { Description = shell.Say("サインインに使う名前", "The name to sign in with") });

    protected sealed override async Task<int> RunAsync(ParseResult input, CancellationToken cancel)
    {
        await using var database = new Store(Shell.Settings(input), Shell).Open();
        var roster = new Roster(new OperatorStore(), new OperatorSessionStore(), new AuditStore());
        var name = OperatorName.Normalise(input.GetRequiredValue(_name));
        var (act, told) = Change(input, name);
        var result = await database.WriteAsync(tx => act(roster, tx));
        if (result != RosterResult.Done)
            throw Refusal(result, name);
        Shell.Show(input, told.Json, () => Shell.Output.WriteLine(told.Text));
        return ExitCode.Done;
    }

    internal static string Actor => $"operator:{Environment.UserName}@shell";

    /// <summary>What is to be done to whom, and what is said when it is done.</summary>
    protected abstract (Func<Roster, Transaction, RosterResult> Act, (object Json, string Text) Told) Change(ParseResult input, string name);

    internal static string RuleOfNames(Shell shell) => shell.Say(
        $"名前は半角英数字と「.」「-」「_」の2〜32文字、表示名は1〜{Roster.LongestDisplayName}文字です。",
        $"A name has 2 to 32 letters, digits, dots, hyphens or underscores; a shown name 1 to {Roster.LongestDisplayName} characters.");

    private TroubleException Refusal(RosterResult result, string name) => result switch
    {
        RosterResult.NotAName => new(
            Say("その名前は使えません。", "That is not a name."), name,
            RuleOfNames(Shell)),
        RosterResult.NameTaken => new(
            Say("その名前の担当者がすでにいます。", "There is, or was, an operator of that name."), name,
            Say("別の名前にするか、linebot operator reset でパスワードを作り直してください。", "Choose another, or give a new password with: linebot operator reset")),
        RosterResult.LastAdmin => new(
            Say("有効な管理者がいなくなります。", "No administrator would be left."), name,
            Say("先に別の管理者を追加する (linebot operator add NAME --role admin) か、--force を付けてください。",
                "Add another first (linebot operator add NAME --role admin), or say --force.")),
        _ => new(
            Say("その名前の担当者はいません。", "There is no operator of that name."), name,
            Say("名前を確認するか、linebot operator add で追加してください。", "Check the name, or add one with: linebot operator add")),
    };
}

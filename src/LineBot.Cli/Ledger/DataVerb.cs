using System.CommandLine;
using LineBot.Accounts;
using LineBot.Cli.Stores;
using LineBot.Data;
using LineBot.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace LineBot.Cli.Ledger;

/// <summary>A verb on one subscription's account.</summary>
internal abstract class DataVerb : Verb
{
    private readonly Argument<string> _subscription;

    protected DataVerb(Shell shell, string name, string description, params string[] examples) : base(shell, name, description, examples) =>
        Arguments.Add(_subscription = new("PHONE|ID")
        {
            Description = shell.Say("電話番号 (080-0000-0001) か回線 ID", "Its phone number (080-0000-0001) or its id"),
        });

    protected sealed override async Task<int> RunAsync(ParseResult input, CancellationToken cancel)
    {
        await using var service = await ServiceParts.OfAsync(Shell.Settings(input), Shell);
        var name = input.GetRequiredValue(_subscription);
        await service.Services.GetRequiredService<Database>().WriteAsync(tx => Show(input, service, tx, IdOf(service, tx, name)));
        return ExitCode.Done;
    }

    protected abstract void Show(ParseResult input, WebApplication service, Transaction tx, long subscriptionId);

    protected string PartName(PartKind kind) => kind switch
    {
        PartKind.CarryOver => Say("繰越", "carry-over"),
        PartKind.Present => Say("プレゼント", "present"),
        PartKind.Plan => Say("基本", "plan"),
        _ => Say("追加", "top-up"),
    };

    /// <summary>Whole kilobytes in thousands, because that is what is counted; customers read them rounded.</summary>
    protected static string Kb(long kb) => kb.ToString("#,0 KB", System.Globalization.CultureInfo.InvariantCulture);

    private long IdOf(WebApplication service, Transaction tx, string name)
    {
        if (SubscriptionKey.Read(name) is { } key && service.Services.GetRequiredService<SubscriptionStore>().FindId(tx, key) is { } id)
            return id;
        throw new TroubleException(
            Say("その回線はありません。", "There is no such subscription."), name,
            Say("080-0000-0001 のような電話番号か、回線 ID を指定してください。", "Give a phone number like 080-0000-0001, or a subscription's id."));
    }
}

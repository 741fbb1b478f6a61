using System.CommandLine;
using System.Globalization;
using LineBot.Data;
using LineBot.Language;
using LineBot.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace LineBot.Cli.Ledger;

internal sealed class DataShowCommand : DataVerb
{
    private readonly Option<string?> _at;

    public DataShowCommand(Shell shell) : base(shell, "show",
        shell.Say("残量と内訳を表示する。過去の時点も分かる", "Show what is left and of what, now or as it was known at an earlier instant"),
        "linebot data show 080-0000-0001", "linebot data show 080-0000-0001 --at 2026-11-20T12:00") =>
        Options.Add(_at = new("--at")
        {
            Description = shell.Say("時点 (日本時間)", "The instant, in Japanese time"),
            HelpName = "TIME",
        });

    protected override void Show(ParseResult input, WebApplication service, Transaction tx, long subscriptionId)
    {
        var balances = service.Services.GetRequiredService<Balances>();
        var now = Shell.Clock.GetUtcNow();
        var at = Instant(input.GetValue(_at)) ?? now;
        var balance = at < now ? balances.At(tx, subscriptionId, at) : balances.Of(tx, subscriptionId, now);
        var rows = balance.Parts.Select(part => new Row(part.Kind, part.LastDay, part.VolumeKb, part.LeftKb)).ToList();
        var result = new Result(subscriptionId, JapanTime.In(at < now ? at : now), balance.LeftKb, balance.IsSlow, rows);
        Shell.Show(input, result, () =>
        {
            Shell.Output.WriteLine($"{JapanTime.In(result.At):yyyy-MM-dd HH:mm} {Kb(result.LeftKb)} ({Shell.Tongue.Data(result.LeftKb)})");
            Shell.ShowTable(input, rows,
                (Say("種類", "part"), row => PartName(row.Kind)),
                (Say("期限", "until"), row => $"{row.Until:yyyy-MM-dd}"),
                (Say("付与", "volume"), row => Kb(row.VolumeKb)),
                (Say("残り", "left"), row => Kb(row.LeftKb)));
        });
    }

    private DateTimeOffset? Instant(string? text)
    {
        if (text is null)
            return null;
        if (DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var clock) && clock.Kind == DateTimeKind.Unspecified)
            return new DateTimeOffset(clock, JapanTime.Zone.GetUtcOffset(clock));
        throw new TroubleException(
            Say("時点が読めません。", "That instant cannot be read."), text, Say("2026-11-20T12:00 のように書いてください。", "Write it like 2026-11-20T12:00."));
    }

    private sealed record Result(long SubscriptionId, DateTimeOffset At, long LeftKb, bool IsSlow, IReadOnlyList<Row> Parts);

    private sealed record Row(PartKind Kind, DateOnly Until, long VolumeKb, long LeftKb);
}

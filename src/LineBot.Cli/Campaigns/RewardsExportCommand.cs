using System.CommandLine;
using System.Globalization;
using LineBot.Campaigns;
using LineBot.Cli.Stores;
using LineBot.Language;

namespace LineBot.Cli.Campaigns;

internal sealed class RewardsExportCommand : Verb
{
    private readonly Option<string?> _since;

    public RewardsExportCommand(Shell shell) : base(shell, "export",
        shell.Say("付与したポイントを CSV で出力する。何度出力しても同じ特典は同じ key になるので、key で二重計上を防ぐこと",
            "Print granted points as CSV. One reward has one key in every export: book each key once"),
        "linebot rewards export > rewards.csv", "linebot rewards export --since 2027-01-31 --json") =>
        Options.Add(_since = new("--since")
        {
            Description = shell.Say("この日 (日本) 以降に付与したものだけ", "Only what was granted on this day, in Japan, or later"),
            HelpName = "2027-01-31",
        });

    protected override async Task<int> RunAsync(ParseResult input, CancellationToken cancel)
    {
        var since = Since(input.GetValue(_since));
        await using var database = new Store(Shell.Settings(input), Shell).Open();
        var granted = await database.ReadAsync(tx => new RewardStore().Granted(tx, since), cancel);
        Shell.Show(input, granted, () =>
        {
            Shell.Output.WriteLine("key,line_user_id,points,campaign,contract,grant_date,granted_at");
            foreach (var one in granted)
            {
                Shell.Output.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{one.Key},{one.LineUserId},{one.Points},{one.CampaignId},{one.ContractId},{one.GrantOn:yyyy-MM-dd},{JapanTime.In(one.GrantedAt):yyyy-MM-ddTHH:mm:sszzz}"));
            }
        });
        return ExitCode.Done;
    }

    private DateTimeOffset Since(string? day) => day is null
        ? DateTimeOffset.UnixEpoch
        : DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed)
            ? JapanTime.StartOf(parsed)
            : throw new TroubleException(Say("--since が正しくありません。", "--since is wrong."), day,
                Say("2027-01-31 のように書いてください。", "Write it like 2027-01-31."));
}

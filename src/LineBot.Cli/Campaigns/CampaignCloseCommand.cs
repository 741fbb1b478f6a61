using System.CommandLine;
using LineBot.Accounts;
using LineBot.Cli.Stores;
using LineBot.Language;

namespace LineBot.Cli.Campaigns;

internal sealed class CampaignCloseCommand : Verb
{
    private readonly Argument<string> _id;
    private readonly Option<string> _operator;

    public CampaignCloseCommand(Shell shell) : base(shell, "close",
        shell.Say("キャンペーンの受付を今日から止める (受付済みの特典はそのまま)", "Take no more applications from today on; what was promised is kept"),
        "linebot campaign close spring")
    {
        Arguments.Add(_id = new("ID") { Description = shell.Say("campaign list に出る ID", "Its ID, as campaign list shows it") });
        Options.Add(_operator = OperatorOption.Of(shell));
    }

    protected override async Task<int> RunAsync(ParseResult input, CancellationToken cancel)
    {
        var id = input.GetRequiredValue(_id);
        await using var database = new Store(Shell.Settings(input), Shell).Open();
        var now = Shell.Clock.GetUtcNow();
        var lastDay = JapanTime.DayOf(now).AddDays(-1);
        var closed = await database.WriteAsync(tx =>
        {
            var store = new CampaignStore();
            if (store.All(tx).All(campaign => campaign.Id != id))
                return (bool?)null;
            if (!store.Close(tx, id, lastDay))
                return false;
            new AuditStore().Write(tx, now, $"operator:{input.GetRequiredValue(_operator)}", "campaign-closed", detail: id);
            return true;
        });
        if (closed is null)
        {
            throw new TroubleException(
                Say("その ID のキャンペーンはありません。", "There is no campaign with that ID."), id,
                Say("linebot campaign list で ID を確認してください。", "See the IDs with: linebot campaign list"));
        }
        Shell.Show(input, new { Id = id, Closed = closed }, () => Shell.Output.WriteLine(closed.Value
            ? Say($"終了しました: {id}", $"Closed: {id}")
            : Say($"すでに終了しています: {id}", $"It was over already: {id}")));
        return ExitCode.Done;
    }
}

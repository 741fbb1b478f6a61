using LineBot.Storage;
using LineBot.Tests.Drivers;
using Microsoft.Extensions.DependencyInjection;

namespace LineBot.Tests.Privacy;

/// <summary>What is forgotten when its time is over, and not before.</summary>
public sealed class RetentionTests
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(2);

    [Theory]
    [InlineData("Privacy:KeepInvitationsFor", "SELECT COUNT(*) FROM invitations")]
    [InlineData("Privacy:KeepAuditFor", "SELECT COUNT(*) FROM audit_log WHERE action = 'old'")]
    [InlineData("Privacy:KeepApplicationsFor", "SELECT COUNT(*) FROM applications WHERE holder_name <> ''")]
    [InlineData("Privacy:KeepEndedContractsFor", "SELECT COUNT(*) FROM contracts WHERE holder_name = '山田 花子'")]
    public async Task Is_kept_as_long_as_configured(string key, string rows)
    {
        await using var line = await LineTalk.StartAsync(new LineTalkOptions
        {
            ClockRuns = false, Settings = new Dictionary<string, string> { [key] = Kept.ToString("c") },
        });
        var phone = line.Phone("はな");
        await phone.AskTapAsync("add-invite/invite@1");
        await phone.ApplyAsync(await phone.OpenAsync((await phone.AskTapAsync("add-invite@1")).Link("申し込む")));
        await line.Services.GetRequiredService<Database>().WriteAsync(tx =>
        {
            tx.Execute("INSERT INTO audit_log (at, actor, action, detail) VALUES (@now, 'system', 'old', '')", new { now = line.Clock.GetUtcNow() });
            tx.Execute("UPDATE contracts SET ended_at = @now WHERE login_id = 'oya@example.jp'", new { now = line.Clock.GetUtcNow() });
        });
        await line.SettledAsync();
        line.Count(rows).ShouldBe(1);

        line.Clock.Turn(Kept - TimeSpan.FromMinutes(1));
        await line.SettledAsync();
        line.Count(rows).ShouldBe(1);

        line.Clock.Turn(TimeSpan.FromMinutes(2));
        await line.EventuallyAsync(
            () =>
            {
                line.Clock.Turn(TimeSpan.FromMinutes(31));
                return line.Count(rows) == 0;
            },
            "it to be forgotten");
    }
}

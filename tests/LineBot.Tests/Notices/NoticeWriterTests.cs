using Line.Messaging;
using LineBot.Language;
using LineBot.Notices;
using LineBot.Storage;
using LineBot.Tests.Drivers;
using LineBot.Tests.Language;
using Microsoft.Extensions.DependencyInjection;

namespace LineBot.Tests.Notices;

/// <summary>What customers are told unasked, up to their phones.</summary>
public sealed class NoticeWriterTests
{
    [Theory]
    [InlineData("2026-11-16T20:59:00", false)]
    [InlineData("2026-11-16T21:00:00", true)]
    [InlineData("2026-11-17T07:59:00", true)]
    [InlineData("2026-11-17T08:00:00", false)]
    public async Task Waits_for_the_morning_from_21_to_8_in_Japan(string now, bool waits)
    {
        await using var line = await LineTalk.StartAsync(new LineTalkOptions { StartsAt = Tokyo.At(now) });
        var phone = line.Phone("はな");

        (await TellAsync(line, phone, NoticeKind.PresentReceived)).ShouldBe(waits ? NoticeState.Held : NoticeState.Told);
        if (waits)
        {
            await phone.HearsNothingAsync();
            await MorningAsync(line);
        }
        (await phone.NextAnswerAsync()).Text.ShouldContain("お知らせ");
        await phone.HearsNothingAsync();
    }

    [Fact]
    public async Task What_waits_for_the_morning_holds_up_no_answer()
    {
        await using var line = await LineTalk.StartAsync(new LineTalkOptions { StartsAt = Tokyo.At("2026-11-16T22:00") });
        var phone = line.Phone("はな");
        await TellAsync(line, phone, NoticeKind.PlanChanged);

        (await phone.AskAsync("残量")).AltTexts.Single().ShouldStartWith("データ残量確認");
        await line.SettledAsync();

        await MorningAsync(line);
        (await phone.NextAnswerAsync()).Text.ShouldContain("お知らせ");
    }

    [Fact]
    public async Task Tells_one_cause_once_also_when_it_is_told_again_later()
    {
        await using var line = await LineTalk.StartAsync(new LineTalkOptions { StartsAt = Tokyo.At("2026-11-16T22:00") });
        var phone = line.Phone("はな");
        foreach (var _ in (int[])[1, 2])
            (await TellAsync(line, phone, NoticeKind.DataLow, "a")).ShouldBe(NoticeState.Held);
        await MorningAsync(line);
        await phone.NextAnswerAsync();

        (await TellAsync(line, phone, NoticeKind.DataLow, "a")).ShouldBe(NoticeState.Told);
        await phone.HearsNothingAsync();
        await TellAsync(line, phone, NoticeKind.DataLow, "b");
        await phone.NextAnswerAsync();
    }

    [Theory]
    [InlineData(NoticeKind.LinkDisplaced, false)]
    [InlineData(NoticeKind.SignInLocked, false)]
    [InlineData(NoticeKind.PlanChanged, true)]
    public async Task Does_not_hold_security_nor_what_the_customer_has_just_done(NoticeKind kind, bool isAnswer)
    {
        await using var line = await LineTalk.StartAsync(new LineTalkOptions { StartsAt = Tokyo.At("2026-11-16T23:30") });
        var phone = line.Phone("はな");
        (await TellAsync(line, phone, kind, isAnswer: isAnswer)).ShouldBe(NoticeState.Told);
        var heard = await phone.NextAnswerAsync();
        heard.Labels.Contains("この通知を止める").ShouldBe(!kind.IsSecurity());
    }

    [Fact]
    public async Task Tells_nothing_to_those_who_have_unfollowed_be_it_during_the_night()
    {
        await using var line = await LineTalk.StartAsync(new LineTalkOptions { StartsAt = Tokyo.At("2026-11-16T22:00") });
        var phone = line.Phone("はな");
        (await TellAsync(line, phone, NoticeKind.PresentReceived, "a")).ShouldBe(NoticeState.Held);
        await phone.Phone.BlockAsync();
        await line.SettledAsync();

        (await TellAsync(line, phone, NoticeKind.LinkUndone, "b")).ShouldBe(NoticeState.Unreachable);
        await MorningAsync(line);
        line.Count("SELECT COUNT(*) FROM notices WHERE state = 'unreachable'").ShouldBe(2);
        line.Count("SELECT COUNT(*) FROM outbox WHERE kind = 'push'").ShouldBe(0);
    }

    [Fact]
    public async Task Tells_only_what_is_switched_on_be_it_switched_off_during_the_night()
    {
        await using var line = await LineTalk.StartAsync(new LineTalkOptions { StartsAt = Tokyo.At("2026-11-16T22:00") });
        var phone = line.Phone("はな");
        await TellAsync(line, phone, NoticeKind.RewardGranted, "a");
        await SwitchAsync(line, phone, NoticeKind.RewardGranted, isOn: false);
        (await TellAsync(line, phone, NoticeKind.RewardGranted, "b")).ShouldBe(NoticeState.SwitchedOff);
        await SwitchAsync(line, phone, NoticeKind.LinkMade, isOn: false);
        (await TellAsync(line, phone, NoticeKind.LinkMade, "c")).ShouldBe(NoticeState.Told, "security is always on");

        (await phone.NextAnswerAsync()).Text.ShouldContain("お知らせ");
        await MorningAsync(line);
        line.Count("SELECT COUNT(*) FROM notices WHERE state = 'switched-off'").ShouldBe(2);
        await phone.HearsNothingAsync();
    }

    [Fact]
    public async Task Stops_the_least_important_kinds_first_before_the_months_pushes_are_used()
    {
        await using var line = await LineTalk.StartAsync(new LineTalkOptions { Settings = new Dictionary<string, string> { ["Notices:MonthlyBudget"] = "10" } });
        line.Log.Expect("are not told any more in 2026-11");
        var phone = line.Phone("はな");
        await PushedAsync(line, 5);
        (await TellAsync(line, phone, NoticeKind.CarryOverExpiring, "1")).ShouldBe(NoticeState.Told);
        (await TellAsync(line, phone, NoticeKind.CarryOverExpiring, "2")).ShouldBe(NoticeState.OverBudget);
        (await TellAsync(line, phone, NoticeKind.DataLow, "3")).ShouldBe(NoticeState.Told);
        (await TellAsync(line, phone, NoticeKind.DataLow, "4")).ShouldBe(NoticeState.OverBudget);
        await PushedAsync(line, 2);
        (await TellAsync(line, phone, NoticeKind.DataUsedUp, "5")).ShouldBe(NoticeState.Told);
        (await TellAsync(line, phone, NoticeKind.DataUsedUp, "6")).ShouldBe(NoticeState.OverBudget);
        (await TellAsync(line, phone, NoticeKind.DataUsedUp, "7")).ShouldBe(NoticeState.OverBudget);
        (await TellAsync(line, phone, NoticeKind.LinkDisplaced, "8")).ShouldBe(NoticeState.Told, "security is told whatever it costs");

        line.Count("SELECT number FROM notice_drops WHERE month = '2026-11' AND kind = 'data-used-up'").ShouldBe(2);
        line.Count("SELECT COUNT(*) FROM audit_log WHERE action = 'notices-over-budget'").ShouldBe(3, "one entry a kind and month");
        line.Log.Entries.Count(entry => entry.Text.Contains("are not told any more", StringComparison.Ordinal)).ShouldBe(3);
        using var http = new HttpClient();
        (await http.GetStringAsync(new Uri(line.Address, "/metrics"))).ShouldContain("linebot_notices_total{kind=\"data-used-up\",state=\"over-budget\"} 2");

        line.Clock.TurnTo(Tokyo.At("2026-12-01T08:00"));
        (await TellAsync(line, phone, NoticeKind.CarryOverExpiring, "9")).ShouldBe(NoticeState.Told, "a new month has a new budget");
    }

    [Fact]
    public async Task Tries_no_more_notices_once_LINE_has_no_room_for_pushes_until_it_takes_one_again()
    {
        await using var line = await LineTalk.StartAsync();
        line.Log.Expect("LINE refuses message");
        line.Log.Expect("LINE takes no more pushes");
        line.ExpectRefusal(call => call.Path.EndsWith("/push", StringComparison.Ordinal));
        var phone = line.Phone("はな");
        line.Platform.MonthlyQuota = line.Platform.MonthlyUsage;
        (await TellAsync(line, phone, NoticeKind.PlanChanged, "1")).ShouldBe(NoticeState.Told, "nobody knows yet");
        await line.SettledAsync();
        (await TellAsync(line, phone, NoticeKind.DataUsedUp, "2")).ShouldBe(NoticeState.OverBudget);
        (await phone.AskAsync("残量")).AltTexts.ShouldNotBeEmpty("replies are free");
        await line.SettledAsync();
        (await TellAsync(line, phone, NoticeKind.DataUsedUp, "3")).ShouldBe(NoticeState.OverBudget, "a reply says nothing of pushes");

        line.Platform.MonthlyQuota = null;
        (await TellAsync(line, phone, NoticeKind.LinkMade, "4")).ShouldBe(NoticeState.Told, "security is tried all the same");
        (await phone.NextAnswerAsync()).Text.ShouldContain("お知らせ");
        await line.SettledAsync();
        (await TellAsync(line, phone, NoticeKind.DataUsedUp, "5")).ShouldBe(NoticeState.Told);
    }

    [Theory]
    [InlineData("2026-11-17T07:59:59", NoticeState.Told)]
    [InlineData("2026-11-17T08:00:00", NoticeState.Told)]
    [InlineData("2026-11-17T08:00:01", NoticeState.Held)]
    public async Task Tells_at_once_what_would_be_too_late_in_the_morning(string lateFrom, NoticeState state)
    {
        await using var line = await LineTalk.StartAsync(new LineTalkOptions { StartsAt = Tokyo.At("2026-11-16T22:00") });
        (await TellAsync(line, line.Phone("はな"), NoticeKind.PresentReceived, lateFrom: Tokyo.At(lateFrom))).ShouldBe(state);
    }

    [Theory]
    [InlineData("2026-11-17T08:29:59", "told")]
    [InlineData("2026-11-17T08:30:00", "late")]
    public async Task Tells_what_has_missed_its_morning_only_while_it_is_a_help(string isUpAgain, string state)
    {
        await using var line = await LineTalk.StartAsync(new LineTalkOptions { StartsAt = Tokyo.At("2026-11-16T22:00"), ClockRuns = false });
        var phone = line.Phone("はな");
        (await TellAsync(line, phone, NoticeKind.PresentAsked, lateFrom: Tokyo.At("2026-11-17T08:30"))).ShouldBe(NoticeState.Held);

        await line.Services.GetRequiredService<Database>().WriteAsync(
            tx => line.Services.GetRequiredService<NoticeWriter>().Release(tx, Tokyo.At(isUpAgain), 10));

        line.Count($"SELECT COUNT(*) FROM notices WHERE state = '{state}' AND messages IS NULL").ShouldBe(1);
        if (state == "told")
            await phone.NextAnswerAsync();
        await phone.HearsNothingAsync();
    }

    [Fact]
    public async Task Keeps_nothing_of_what_was_said_once_LINE_has_it()
    {
        await using var line = await LineTalk.StartAsync();
        var phone = line.Phone("はな");
        await phone.AskAsync("残量");
        await TellAsync(line, phone, NoticeKind.LinkMade);
        await phone.NextAnswerAsync();
        await line.SettledAsync();
        line.Count("SELECT COUNT(*) FROM outbox WHERE status = 1 AND kind <> 'menu'").ShouldBeGreaterThanOrEqualTo(2);
        line.Count("SELECT COUNT(*) FROM outbox WHERE status <> 0 AND LENGTH(messages) > 0").ShouldBe(0);
    }

    [Fact]
    public async Task Counts_every_push_of_the_month_but_no_reply()
    {
        await using var line = await LineTalk.StartAsync();
        var phone = line.Phone("はな");
        await phone.AskAsync("残量");
        await line.SettledAsync();
        line.Count("SELECT COALESCE(SUM(pushes), 0) FROM push_months").ShouldBe(0);

        await TellAsync(line, phone, NoticeKind.DataLow);
        await line.SettledAsync();
        line.Count("SELECT pushes FROM push_months WHERE month = '2026-11'").ShouldBe(line.Platform.MonthlyUsage);
    }

    private static Task<NoticeState> TellAsync(LineTalk line, PhoneDriver phone, NoticeKind kind, string cause = "cause", bool isAnswer = false,
        DateTimeOffset? lateFrom = null) =>
        line.Services.GetRequiredService<Database>().WriteAsync(tx => line.Services.GetRequiredService<NoticeWriter>().Tell(
            tx, phone.UserId, kind, tongue => new TextMessage(tongue.Say("お知らせ", "Notice")), cause, line.Clock.GetUtcNow(), isAnswer, lateFrom));

    /// <summary>Turns to 8:00, and on until what was held has been looked at.</summary>
    private static Task MorningAsync(LineTalk line)
    {
        line.Clock.TurnTo(Tokyo.At("2026-11-17T07:59:59"));
        line.Count("SELECT COUNT(*) FROM notices WHERE state = 'held'").ShouldBe(1, "nothing before 8:00");
        return line.EventuallyAsync(
            () =>
            {
                line.Clock.Turn(TimeSpan.FromSeconds(20));
                return line.Count("SELECT COUNT(*) FROM notices WHERE state = 'held'") == 0;
            },
            "the night's notice to be looked at");
    }

    private static Task SwitchAsync(LineTalk line, PhoneDriver phone, NoticeKind kind, bool isOn) =>
        line.Services.GetRequiredService<Database>().WriteAsync(tx =>
            line.Services.GetRequiredService<NoticeSettingsStore>().Switch(tx, phone.UserId, kind, isOn));

    private static Task PushedAsync(LineTalk line, int times) =>
        line.Services.GetRequiredService<Database>().WriteAsync(tx =>
        {
            for (var i = 0; i < times; i++)
                line.Services.GetRequiredService<LineBot.Outbox.OutboxStore>().CountPush(tx, JapanTime.MonthOf(line.Clock.GetUtcNow()));
        });
}

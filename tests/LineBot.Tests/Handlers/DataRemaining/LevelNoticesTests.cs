using System.Globalization;
using LineBot.Accounts;
using LineBot.Data;
using LineBot.Language;
using LineBot.Notices;
using LineBot.Storage;
using LineBot.Tests.Data;
using LineBot.Tests.Drivers;
using LineBot.Tests.Language;
using Microsoft.Extensions.DependencyInjection;

namespace LineBot.Tests.Handlers.DataRemaining;

/// <summary>What users hear of their data unasked, from the usage that was booked to the phone.</summary>
public sealed class LevelNoticesTests
{
    private static readonly DateTimeOffset Start = Tokyo.At("2026-12-01T09:00");

    [Theory]
    [InlineData("ja")]
    [InlineData("en")]
    public async Task Tells_at_20_percent_and_when_nothing_is_left_each_once(string language)
    {
        await using var line = await StartAsync();
        var child = await ChildAsync(line, language);
        await LeaveAsync(line, 600_001);
        await child.HearsNothingAsync();
        await LeaveAsync(line, 600_000);
        var low = await child.NextAnswerAsync();
        Snapshot.MatchJson(low.Json, $"low.{language}");
        await LeaveAsync(line, 1);
        await child.HearsNothingAsync();
        await LeaveAsync(line, 0);
        var used = await child.NextAnswerAsync();
        Snapshot.MatchJson(used.Json, $"used-up.{language}");
        foreach (var price in (string[])["円", "¥"])
            (low.Text + used.Text).ShouldNotContain(price);
        used.Labels.ShouldNotContain(language == "ja" ? "データを追加する" : "Add data", "who pays is asked by talking to them");
        await RoundAsync(line);
        await child.HearsNothingAsync();
    }

    [Fact]
    public async Task Tells_one_notice_where_several_levels_were_passed_at_once()
    {
        await using var line = await StartAsync();
        var child = await ChildAsync(line, "ja");
        await ChooseAsync(line, child, 50, 30, 20, 10);
        await LeaveAsync(line, 300_000);
        (await child.NextAnswerAsync()).AltTexts.Single().ShouldStartWith("データの残りが 300MB");
        await child.HearsNothingAsync();
    }

    [Fact]
    public async Task Tells_at_the_customers_own_levels_or_not_at_all()
    {
        await using var line = await StartAsync();
        var child = await ChildAsync(line, "ja");
        await ChooseAsync(line, child, 50);
        await LeaveAsync(line, 1_500_000);
        await child.NextAnswerAsync();
        await LeaveAsync(line, 600_000);
        await child.HearsNothingAsync();
        await child.AskTapAsync("notice-settings/stop@1?kind=data-used-up");
        await LeaveAsync(line, 0);
        await child.HearsNothingAsync();
    }

    [Fact]
    public async Task Tells_again_after_a_top_up_but_not_after_a_correction_up_and_down()
    {
        await using var line = await StartAsync();
        var child = await ChildAsync(line, "ja");
        await LeaveAsync(line, 600_000);
        await child.NextAnswerAsync();
        await LeaveAsync(line, 900_000);
        await LeaveAsync(line, 500_000);
        await child.HearsNothingAsync();

        await InAsync(line, tx => line.Services.GetRequiredService<TopUps>().Buy(tx, Subscription(tx), "t", new TopUpOffer(500, 500), line.Clock.GetUtcNow()));
        await RoundAsync(line);
        await child.HearsNothingAsync();
        await LeaveAsync(line, 0);
        (await child.NextAnswerAsync()).AltTexts.Single().ShouldStartWith("データの残りが 500MB");
    }

    [Fact]
    public async Task Rests_at_night_and_tells_in_the_morning_what_is_true_then()
    {
        await using var line = await StartAsync();
        var child = await ChildAsync(line, "ja");
        line.Clock.TurnTo(Tokyo.At("2026-12-05T21:30"));
        await LeaveAsync(line, 600_000);
        await LeaveAsync(line, 300_000);
        await child.HearsNothingAsync();
        line.Clock.TurnTo(Tokyo.At("2026-12-06T08:00"));
        await RoundAsync(line);
        (await child.NextAnswerAsync()).AltTexts.Single().ShouldStartWith("データの残りが 300MB");
        await child.HearsNothingAsync();
    }

    [Theory]
    [InlineData("ja")]
    [InlineData("en")]
    public async Task Tells_a_few_days_before_that_carry_over_is_about_to_be_lost(string language)
    {
        await using var line = await StartAsync(Tokyo.At("2026-12-26T20:00"));
        var child = await ChildAsync(line, language, carriedKb: 800_000);
        await UntilAsync(line, () => line.Count("SELECT COUNT(*) FROM data_rounds") > 0);
        line.Count("SELECT COUNT(*) FROM notices").ShouldBe(0, "the 26th is too early");
        line.Clock.TurnTo(Tokyo.At("2026-12-27T08:00"));
        await UntilAsync(line, () => line.Count("SELECT COUNT(*) FROM notices WHERE kind = 'carry-over-expiring'") == 1);
        var notice = await child.NextAnswerAsync();
        Snapshot.MatchJson(notice.Json, $"notice.{language}");
        Snapshot.MatchJson((await child.AskTapAsync(notice.Button(language == "ja" ? "このまま使う" : "Keep it"))).Json, $"kept.{language}");
        await line.SettledAsync();
        line.Clock.Turn(TimeSpan.FromDays(1));
        await RoundAsync(line);
        await child.HearsNothingAsync();
    }

    [Theory]
    [InlineData(99_000, 0)]
    [InlineData(800_000, 200_000)]
    public async Task Says_nothing_of_carry_over_that_is_little_or_will_be_used(long carriedKb, long usedADayKb)
    {
        await using var line = await StartAsync(Tokyo.At("2026-12-28T12:00"));
        await ChildAsync(line, "ja", carriedKb, usedADayKb);
        await UntilAsync(line, () => line.Count("SELECT COUNT(*) FROM data_rounds WHERE name = 'data-levels'") > 0);
        for (var i = 0; i < 3; i++)
            line.Clock.Turn(TimeSpan.FromMinutes(6));
        await RoundAsync(line);
        line.Count("SELECT COUNT(*) FROM notices WHERE kind = 'carry-over-expiring'").ShouldBe(0);
    }

    private static Task<LineTalk> StartAsync(DateTimeOffset? now = null) =>
        LineTalk.StartAsync(new LineTalkOptions { StartsAt = now ?? Start, Settings = new Dictionary<string, string> { ["DemoData"] = "true" } });

    /// <summary>A phone with a user link to the demo child's 3 GB, of which nothing was used this month but <paramref name="usedADayKb"/> in the last week.</summary>
    private static async Task<PhoneDriver> ChildAsync(LineTalk line, string language, long carriedKb = 0, long usedADayKb = 0)
    {
        var child = line.Phone("陸", language);
        await line.LinkUserAsync(child, "080-0000-0002");
        await GiveAsync(line, child, language, carriedKb, usedADayKb);
        await RoundAsync(line);
        return child;
    }

    /// <summary>Leaves the demo child with 3 GB in place of what it had and used.</summary>
    internal static Task GiveAsync(LineTalk line, PhoneDriver child, string language, long carriedKb = 0, long usedADayKb = 0) =>
        InAsync(line, tx =>
        {
            var id = Subscription(tx);
            line.Services.GetRequiredService<AccountStore>().Remember(tx, child.UserId, "陸", Tongue.Of(language), true, line.Clock.GetUtcNow());
            tx.Execute("DELETE FROM data_entries WHERE part_id IN (SELECT id FROM data_parts WHERE subscription_id = @id)", new { id });
            tx.Execute("DELETE FROM data_parts WHERE subscription_id = @id AND kind = 'carry-over'", new { id });
            tx.Execute("DELETE FROM data_parts WHERE subscription_id = @id", new { id });
            tx.Execute("DELETE FROM usage_days WHERE subscription_id = @id", new { id });
            tx.Execute("DELETE FROM usage_reports WHERE subscription_id = @id", new { id });
            var (parts, first) = (line.Services.GetRequiredService<PartStore>(), JapanTime.FirstOfMonth(JapanTime.DayOf(line.Clock.GetUtcNow())));
            var last = first.AddMonths(1).AddDays(-1);
            Grant(PartKind.Plan, 3_000_000);
            if (carriedKb > 0)
                Grant(PartKind.CarryOver, carriedKb);
            for (var ago = 1; ago <= 7 && usedADayKb > 0; ago++)
            {
                var day = JapanTime.DayOf(line.Clock.GetUtcNow()).AddDays(-ago).ToString("O", CultureInfo.InvariantCulture);
                tx.Execute("INSERT INTO usage_days (subscription_id, day, used_kb) VALUES (@id, @day, @usedADayKb)", new { id, day, usedADayKb });
            }

            void Grant(PartKind kind, long kb) => parts.Book(
                tx, new DataEntry(parts.Open(tx, id, kind, first, 0, last), first, EntryReason.Granted, kb), line.Clock.GetUtcNow());
        });

    /// <summary>Books usage, or a correction of it, until so much of the plan is left; and has it looked at.</summary>
    private static async Task LeaveAsync(LineTalk line, long kb)
    {
        await BookAsync(line, kb);
        await RoundAsync(line);
    }

    internal static Task BookAsync(LineTalk line, long leftKb) =>
        InAsync(line, tx =>
        {
            var (id, now) = (Subscription(tx), line.Clock.GetUtcNow());
            var day = JapanTime.FirstOfMonth(JapanTime.DayOf(now));
            var revision = (int)tx.Get<long>("SELECT COALESCE(MAX(revision), -1) + 1 FROM usage_reports WHERE subscription_id = @id", new { id });
            line.Services.GetRequiredService<UsageBook>().Book(tx, new UsageReport(id, day, 1, 3_000_000 - leftKb, revision), now);
        });

    /// <summary>Turns the clock until the newest entry has been looked at, unless it is night.</summary>
    private static Task RoundAsync(LineTalk line) =>
        new NoticeOptions().Quiet.NextOpening(line.Clock.GetUtcNow()) > line.Clock.GetUtcNow().AddMinutes(1)
            ? line.SettledAsync()
            : UntilAsync(line, () => line.Count(
                "SELECT COUNT(*) FROM data_rounds WHERE name = 'data-levels' AND position = (SELECT MAX(id) FROM data_entries)") > 0);

    private static Task UntilAsync(LineTalk line, Func<bool> isSo) => line.EventuallyAsync(
        () =>
        {
            if (isSo())
                return true;
            line.Clock.Turn(TimeSpan.FromSeconds(20));
            return false;
        },
        "the round over the ledger");

    private static Task ChooseAsync(LineTalk line, PhoneDriver phone, params int[] levels) =>
        InAsync(line, tx => line.Services.GetRequiredService<NoticeSettingsStore>().SetLowLevels(tx, phone.UserId, levels));

    private static long Subscription(Transaction tx) => tx.Get<long>("SELECT id FROM subscriptions WHERE phone_number = '080-0000-0002'");

    private static Task InAsync(LineTalk line, Action<Transaction> work) => line.Services.GetRequiredService<Database>().WriteAsync(work);
}

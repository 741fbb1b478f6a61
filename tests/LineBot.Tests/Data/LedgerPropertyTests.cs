using FsCheck;
using FsCheck.Fluent;
using LineBot.Data;
using LineBot.Language;
using LineBot.Storage;
using LineBot.Tests.Language;

namespace LineBot.Tests.Data;

/// <summary>Random months of a family: reports late, doubled, corrected; presents, top-ups; the clock over midnights and month ends.</summary>
public sealed class LedgerPropertyTests : IAsyncLifetime
{
    /// <summary>The 1st, a day within, the last minute of a short month in a leap year, the end of a year.</summary>
    private static readonly DateTimeOffset[] Begins =
        [Tokyo.At("2026-09-01T10:00"), Tokyo.At("2026-09-17T00:00"), Tokyo.At("2028-02-29T23:59"), Tokyo.At("2027-12-31T12:00")];

    private readonly LedgerFixture _ledger = new();

    [Fact]
    public void Loses_doubles_and_overdraws_nothing() => ForAnyStory(60, (tx, story) =>
    {
        None(tx, "each part is the sum of its entries and never below zero", """
            data_parts p WHERE left_kb < 0
              OR left_kb <> (SELECT COALESCE(SUM(kb), 0) FROM data_entries WHERE part_id = p.id)
              OR volume_kb <> (SELECT COALESCE(SUM(kb), 0) FROM data_entries WHERE part_id = p.id AND reason <> 'used')
            """);
        None(tx, "each day is the sum of its latest reports", """
            usage_days d WHERE used_kb <> (
                SELECT SUM(used_kb) FROM usage_reports r
                WHERE r.subscription_id = d.subscription_id AND r.day = d.day AND revision = (
                    SELECT MAX(revision) FROM usage_reports h
                    WHERE h.subscription_id = r.subscription_id AND h.day = r.day AND h.sequence = r.sequence))
            """);
        None(tx, "what was used was charged, or went slowly", """
            usage_days d WHERE used_kb - slow_kb <> (
                SELECT COALESCE(-SUM(e.kb), 0) FROM data_entries e JOIN data_parts p ON p.id = e.part_id
                WHERE p.subscription_id = d.subscription_id AND e.day = d.day AND e.reason = 'used')
            """);
        Sum(tx, "'given', 'received', 'returned'").ShouldBe(-story.AsideKb);
        Sum(tx, "'carried'").ShouldBe(0);
        Sum(tx, "'received'").ShouldBe(tx.Get<long>("SELECT COALESCE(SUM(kb), 0) FROM data_presents"));
        Sum(tx, "'bought'").ShouldBe(tx.Get<long>("SELECT COALESCE(SUM(kb), 0) FROM data_top_ups"));
        foreach (var subscription in story.Family)
            _ledger.Of<Balances>().At(tx, subscription, story.Now).LeftKb.ShouldBe(_ledger.Left(tx, subscription, story.Now));
    });

    [Fact]
    public void Agrees_to_the_kilobyte_with_an_account_kept_by_hand() => ForAnyStory(120, AgreeWithReference);

    [Fact]
    public async Task Agrees_with_an_account_kept_by_hand_under_another_policy()
    {
        await using var other = new LedgerFixture(("CarryOverMonths", "2"), ("PresentMonths", "2"), ("TopUpMonths", "1"), ("CorrectableMonths", "3"));
        ForAnyStory(60, AgreeWithReference, other);
        await using var strict = new LedgerFixture(("CarryOverMonths", "0"), ("CorrectableMonths", "0"));
        ForAnyStory(30, AgreeWithReference, strict);
    }

    [Fact]
    public void A_statement_of_any_month_leads_from_the_one_before_to_the_balance_of_now() => ForAnyStory(40, (tx, story) =>
    {
        var today = JapanTime.DayOf(story.Now);
        foreach (var subscription in story.Family)
        {
            var closing = 0L;
            for (var month = JapanTime.FirstOfMonth(story.Begin); month <= today; month = month.AddMonths(1))
            {
                var statement = _ledger.Of<Statements>().Of(tx, subscription, month, story.Now);
                statement.OpeningKb.ShouldBe(closing);
                closing = statement.ClosingKb;
            }
            closing.ShouldBe(_ledger.Left(tx, subscription, story.Now));
        }
    });

    [Fact]
    public void Asking_for_everything_again_changes_nothing() => ForAnyStory(40, (tx, story) =>
    {
        var before = Everything(tx);
        story.PlayAgain();
        Everything(tx).ShouldBe(before);
    });

    [Fact]
    public void What_is_stored_is_what_the_history_adds_up_to() => ForAnyStory(60, (tx, story) =>
    {
        var before = Everything(tx);
        foreach (var subscription in story.Family)
            _ledger.Of<Recount>().From(tx, subscription, JapanTime.DayOf(Begins.Min()), story.Now);
        Everything(tx).ShouldBe(before);
    });

    [Fact]
    public void The_order_of_reports_does_not_matter() =>
        Prop.ForAll(Gen.ListOf(Reports).ToArbitrary(), Gen.Choose(0, int.MaxValue).ToArbitrary(), (reports, seed) => Case(tx =>
        {
            var distinct = reports.DistinctBy(report => (report.Day, report.Sequence, report.Revision)).ToArray();
            var punctual = distinct.OrderBy(report => report.Day).Select(report => (report, JapanTime.StartOf(report.Day).AddHours(23)));
            var expected = LeftAfter(tx, punctual);
            new Random(seed).Shuffle(distinct);
            LeftAfter(tx, distinct.Select(report => (report, Tokyo.At("2026-11-30T23:00")))).ShouldBe(expected);
        })).Check(Cases.Of(50));

    private static Gen<UsageReport> Reports =>
        from day in Gen.Choose(0, 60)
        from sequence in Gen.Choose(1, 2)
        from revision in Gen.Choose(0, 1)
        from kb in Gen.Choose(0, 2_000_000)
        select new UsageReport(0, new DateOnly(2026, 10, 1).AddDays(day), sequence, kb, revision);

    private List<(PartKind, DateOnly, long)> LeftAfter(Transaction tx, IEnumerable<(UsageReport Report, DateTimeOffset At)> reports)
    {
        var subscription = _ledger.AddSubscription(tx, _ledger.AddContract(tx), "花子", 12_000);
        _ledger.Left(tx, subscription, Tokyo.At("2026-10-01T00:00"));
        foreach (var (report, at) in reports)
            _ledger.Of<UsageBook>().Book(tx, report with { SubscriptionId = subscription }, at);
        _ledger.Left(tx, subscription, Tokyo.At("2026-11-30T23:00"));
        return _ledger.Of<PartStore>().From(tx, subscription, new DateOnly(2026, 10, 1))
            .Select(part => (part.Kind, part.FromDay, part.LeftKb)).ToList();
    }

    private static void AgreeWithReference(LedgerFixture ledger, Transaction tx, LedgerStory story)
    {
        var today = JapanTime.DayOf(story.Now);
        foreach (var (subscription, reference) in story.Family.Zip(story.References))
        {
            var left = ledger.Of<Balances>().Of(tx, subscription, story.Now).Parts.GroupBy(part => part.Kind)
                .Select(kind => $"{kind.Key} {kind.Sum(part => part.LeftKb)}");
            var slow = tx.Get<long>("SELECT COALESCE(SUM(slow_kb), 0) FROM usage_days WHERE subscription_id = @subscription AND day >= @first",
                new { subscription, first = story.Begin.Stored() });
            (string.Join(", ", left), slow).ShouldBe(reference.At(today));
        }
    }

    private void ForAnyStory(int cases, Action<Transaction, LedgerStory> check) => ForAnyStory(cases, (_, tx, story) => check(tx, story));

    private void ForAnyStory(int cases, Action<LedgerFixture, Transaction, LedgerStory> check, LedgerFixture? other = null) =>
        Prop.ForAll(Gen.Elements(Begins).ToArbitrary(), Happening.AnyStory.ToArbitrary(), (begin, steps) => Case(tx =>
        {
            var story = new LedgerStory(other ?? _ledger, tx, begin);
            story.Play(steps);
            check(other ?? _ledger, tx, story);
        }, other)).Check(Cases.Of(cases).WithEndSize(90));

    /// <summary>Runs one case and takes it back, so that hundreds of cases share one store.</summary>
    private void Case(Action<Transaction> work, LedgerFixture? other = null)
    {
        var run = (other ?? _ledger).In(tx =>
        {
            work(tx);
            throw new TakenBack();
        });
        try
        {
            run.GetAwaiter().GetResult();
        }
        catch (TakenBack)
        {
            // As it should end; whatever else was thrown is the test's failure.
        }
    }

    private static void None(Transaction tx, string because, string faulty) =>
        tx.Get<long>($"SELECT COUNT(*) FROM {faulty}").ShouldBe(0, because);

    private static long Sum(Transaction tx, string reasons) =>
        tx.Get<long>($"SELECT COALESCE(SUM(kb), 0) FROM data_entries WHERE reason IN ({reasons})");

    private static string Everything(Transaction tx) => string.Join('\n', tx.Query<string>("""
        SELECT 'part ' || id || ' ' || volume_kb || ' ' || left_kb FROM data_parts UNION ALL
        SELECT 'day ' || subscription_id || ' ' || day || ' ' || used_kb || ' ' || slow_kb FROM usage_days UNION ALL
        SELECT 'entries ' || COUNT(*) FROM data_entries UNION ALL
        SELECT 'presents ' || COUNT(*) FROM data_presents
        """).Order());

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _ledger.DisposeAsync().AsTask();

    private sealed class TakenBack : Exception;
}

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
        Sum(tx, "'given', 'received'").ShouldBe(0);
        Sum(tx, "'carried'").ShouldBe(0);
        Sum(tx, "'received'").ShouldBe(tx.Get<long>("SELECT COALESCE(SUM(kb), 0) FROM data_presents"));
        Sum(tx, "'bought'").ShouldBe(tx.Get<long>("SELECT COALESCE(SUM(kb), 0) FROM data_top_ups"));
        var months = JapanTime.DayOf(story.Now).Year * 12 + JapanTime.DayOf(story.Now).Month - (2026 * 12 + 9) + 1;
        Sum(tx, "'granted'").ShouldBe(months * 9_500_000L, "every member's plan, once a month");
        foreach (var subscription in story.Family)
            _ledger.Of<PartStore>().LeftAt(tx, subscription, story.Now).ShouldBe(_ledger.Left(tx, subscription, story.Now));
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
            _ledger.Of<Recount>().From(tx, subscription, LedgerStory.FirstDay, story.Now);
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
        })).Check(Config.QuickThrowOnFailure.WithMaxTest(50));

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

    private void ForAnyStory(int cases, Action<Transaction, LedgerStory> check) =>
        Prop.ForAll(Happening.AnyStory.ToArbitrary(), steps => Case(tx =>
        {
            var story = new LedgerStory(_ledger, tx);
            story.Play(steps);
            check(tx, story);
        })).Check(Config.QuickThrowOnFailure.WithMaxTest(cases).WithEndSize(90));

    /// <summary>Runs one case and takes it back, so that hundreds of cases share one store.</summary>
    private void Case(Action<Transaction> work)
    {
        var run = _ledger.In(tx =>
        {
            work(tx);
            throw new TakenBack();
        });
        Should.Throw<TakenBack>(() => run);
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

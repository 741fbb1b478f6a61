using FsCheck;
using FsCheck.Fluent;
using LineBot.Data;
using LineBot.Language;
using LineBot.Storage;
using LineBot.Tests.Language;

namespace LineBot.Tests.Data;

/// <summary>Random months of four people who give, share, claim, cancel, use, and let links run out.</summary>
public sealed class SharingPropertyTests : IAsyncLifetime
{
    private const int People = 4;

    private readonly LedgerFixture _ledger = new();

    private abstract record Step
    {
        public sealed record Pass(TimeSpan Time) : Step;

        public sealed record PassToMonthEnd(TimeSpan Time) : Step;

        public sealed record Use(int Who, int DaysAgo, int Sequence, int Revision, long Kb) : Step;

        public sealed record Give(int Giver, int Receiver, long Kb) : Step;

        public sealed record Share(int Giver, long Kb) : Step;

        public sealed record Claim(int Which, int Who) : Step;

        public sealed record Cancel(int Which) : Step;

        public sealed record SweepUp : Step;
    }

    [Fact]
    public void Every_present_has_one_end_and_no_data_is_lost_or_made() => Check(60, (tx, story) =>
    {
        None(tx, "a part below zero, or not the sum of its entries", """
            data_parts p WHERE left_kb < 0
              OR left_kb <> (SELECT COALESCE(SUM(kb), 0) FROM data_entries WHERE part_id = p.id)
              OR volume_kb <> (SELECT COALESCE(SUM(kb), 0) FROM data_entries WHERE part_id = p.id AND reason <> 'used')
            """);
        None(tx, "a share whose entries do not tell its one end", """
            data_shares s WHERE kb <> (SELECT COALESCE(-SUM(kb), 0) FROM data_entries WHERE share_id = s.id AND reason = 'given')
              OR (CASE WHEN state = 'claimed' THEN kb ELSE 0 END) <> (SELECT COALESCE(SUM(kb), 0) FROM data_entries WHERE share_id = s.id AND reason = 'received')
              OR (CASE WHEN state IN ('returned', 'cancelled') THEN kb ELSE 0 END)
                  <> (SELECT COALESCE(SUM(kb), 0) FROM data_entries WHERE share_id = s.id AND reason = 'returned')
              OR (state = 'waiting') <> (settled_at IS NULL) OR (state = 'claimed') <> (present_id IS NOT NULL)
            """);
        var waiting = tx.Get<long>("SELECT COALESCE(SUM(kb), 0) FROM data_shares WHERE state = 'waiting'");
        tx.Get<long>("SELECT COALESCE(SUM(kb), 0) FROM data_entries WHERE reason IN ('given', 'received', 'returned')").ShouldBe(-waiting);
        story.Ends.ShouldAllBe(end => end.Value == tx.Get<string>("SELECT state FROM data_shares WHERE id = @Key", new { end.Key }));
    });

    [Fact]
    public void What_is_stored_is_what_the_history_adds_up_to() => Check(80, (tx, story) =>
    {
        var before = Everything(tx);
        foreach (var subscription in story.People)
            _ledger.Of<Recount>().From(tx, subscription, new DateOnly(2026, 9, 1), story.Now);
        Everything(tx).ShouldBe(before);
    });

    private static Gen<Step> AnyStep => Gen.Frequency(
        (3, from minutes in Gen.Choose(1, 60 * 24 * 2) select (Step)new Step.Pass(TimeSpan.FromMinutes(minutes))),
        (1, from minutes in Gen.Choose(-120, 12 * 60) select (Step)new Step.PassToMonthEnd(TimeSpan.FromMinutes(minutes))),
        (5, from who in Person
            from ago in Gen.Frequency((4, Gen.Choose(0, 1)), (1, Gen.Choose(0, 40)))
            from sequence in Gen.Choose(1, 3)
            from revision in Gen.Frequency((4, Gen.Constant(0)), (1, Gen.Choose(1, 2)))
            from kb in Gen.OneOf(Gen.Choose(0, 900_000), Gen.Choose(0, 6_000_000))
            select (Step)new Step.Use(who, ago, sequence, revision, kb)),
        (2, from giver in Person from receiver in Person from units in Gen.Choose(1, 8) select (Step)new Step.Give(giver, receiver, units * 500_000L)),
        (4, from giver in Person from units in Gen.Choose(0, 8) select (Step)new Step.Share(giver, units * 500_000L)),
        (3, from which in Gen.Choose(0, 30) from who in Person select (Step)new Step.Claim(which, who)),
        (2, from which in Gen.Choose(0, 30) select (Step)new Step.Cancel(which)),
        (2, Gen.Constant((Step)new Step.SweepUp())));

    private static Gen<int> Person => Gen.Choose(0, People - 1);

    private void Check(int cases, Action<Transaction, Story> check) =>
        Prop.ForAll(Gen.ListOf(AnyStep).ToArbitrary(), steps =>
        {
            var run = _ledger.In(tx =>
            {
                var story = new Story(_ledger, tx);
                foreach (var step in steps)
                    story.Take(step);
                story.LookAtAll();
                check(tx, story);
                throw new TakenBack();
            });
            Should.Throw<TakenBack>(() => run);
        }).Check(Cases.Of(cases).WithEndSize(80));

    private static void None(Transaction tx, string because, string faulty) =>
        tx.Get<long>($"SELECT COUNT(*) FROM {faulty}").ShouldBe(0, because);

    private static string Everything(Transaction tx) => string.Join('\n', tx.Query<string>("""
        SELECT 'part ' || id || ' ' || volume_kb || ' ' || left_kb FROM data_parts UNION ALL
        SELECT 'day ' || subscription_id || ' ' || day || ' ' || used_kb || ' ' || slow_kb FROM usage_days UNION ALL
        SELECT 'entries ' || COUNT(*) FROM data_entries
        """).Order());

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _ledger.DisposeAsync().AsTask();

    private sealed class TakenBack : Exception;

    private sealed class Story
    {
        private readonly LedgerFixture _ledger;
        private readonly Transaction _tx;
        private readonly List<(long Id, string Code)> _links = [];
        private int _requests;

        public Story(LedgerFixture ledger, Transaction tx)
        {
            (_ledger, _tx) = (ledger, tx);
            var family = ledger.AddContract(tx);
            var planMb = new[] { 6_000L, 3_000L, 500L, 12_000L };
            People = [.. planMb.Select((mb, i) =>
            {
                var subscription = ledger.AddSubscription(tx, i < 3 ? family : ledger.AddContract(tx), $"人{i}", mb);
                ledger.Link(tx, subscription, $"人{i}-{family}");
                return subscription;
            })];
            LookAtAll();
        }

        public IReadOnlyList<long> People { get; }

        public DateTimeOffset Now { get; private set; } = Tokyo.At("2026-09-01T10:00");

        /// <summary>How each share was seen to end, by its id.</summary>
        public Dictionary<long, string> Ends { get; } = [];

        public long LookAtAll() => People.Sum(subscription => _ledger.Left(_tx, subscription, Now));

        public void Take(Step step)
        {
            switch (step)
            {
                case Step.Pass pass:
                    Now += pass.Time;
                    break;
                case Step.PassToMonthEnd pass:
                    var then = JapanTime.StartOfNextMonth(Now) + pass.Time;
                    Now = then > Now ? then : Now;
                    break;
                case Step.Use use:
                    var report = new UsageReport(People[use.Who], JapanTime.DayOf(Now).AddDays(-use.DaysAgo), use.Sequence, use.Kb, use.Revision);
                    _ledger.Of<UsageBook>().Book(_tx, report, Now);
                    break;
                case Step.Give give:
                    Moves(() => _ledger.Of<Giving>().Give(_tx, new PresentRequest($"g{++_requests}", People[give.Giver], People[give.Receiver], give.Kb), Now));
                    break;
                case Step.Share share:
                    Moves(() =>
                    {
                        var outcome = Sharing.Share(_tx, new ShareRequest($"s{++_requests}", People[share.Giver], share.Kb), Now);
                        if (outcome.Code is not null)
                            _links.Add((outcome.Share!.Id, outcome.Code));
                    });
                    break;
                case Step.Claim claim when _links.Count > 0:
                    var (id, code) = _links[claim.Which % _links.Count];
                    Moves(() => Ended(Sharing.Claim(_tx, code, People[claim.Who], Now).IsNew, id, "claimed"));
                    break;
                case Step.Cancel cancel when _links.Count > 0:
                    GiveBack(_links[cancel.Which % _links.Count].Id, ShareState.Cancelled, "cancelled");
                    break;
                case Step.SweepUp:
                    foreach (var over in _ledger.Of<ShareStore>().Unclaimed(_tx, Now, 100))
                        GiveBack(over.Id, ShareState.Returned, "returned");
                    break;
            }
        }

        private Sharing Sharing => _ledger.Of<Sharing>();

        private void GiveBack(long id, ShareState end, string state)
        {
            var share = _ledger.Of<ShareStore>().Find(_tx, id)!;
            Ended(Sharing.GiveBack(_tx, share, end, Now), id, state);
        }

        private void Ended(bool isNew, long id, string state)
        {
            if (isNew)
                Ends.TryAdd(id, state).ShouldBeTrue($"share {id} was {Ends.GetValueOrDefault(id)} and then {state}");
        }

        /// <summary>What people hold and what waits behind links is the same before and after.</summary>
        private void Moves(Action move)
        {
            var before = LookAtAll() + Waiting;
            move();
            (LookAtAll() + Waiting).ShouldBe(before);
        }

        private long Waiting => _tx.Get<long>("SELECT COALESCE(SUM(kb), 0) FROM data_shares WHERE state = 'waiting'");
    }
}

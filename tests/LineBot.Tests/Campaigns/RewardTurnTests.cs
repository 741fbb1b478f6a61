using FsCheck;
using FsCheck.Fluent;
using LineBot.Accounts;
using LineBot.Campaigns;
using LineBot.Language;
using LineBot.Notices;
using LineBot.Storage;
using LineBot.Tests.Data;
using LineBot.Tests.Language;
using Microsoft.Extensions.Options;

namespace LineBot.Tests.Campaigns;

/// <summary>What becomes of rewards, on a store of their own.</summary>
public sealed class RewardTurnTests : IAsyncDisposable
{
    private const string Hanako = "Uhanako";

    private static readonly DateOnly GrantOn = new(2026, 9, 11);
    private static readonly DateTimeOffset Enrolled = Tokyo.At("2026-09-01T10:00");

    private readonly LedgerFixture _store = new();

    private CampaignStore Campaigns => _store.Of<CampaignStore>();

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Theory]
    [InlineData("2026-09-10T23:59:59", "on-track", "granted")]
    [InlineData("2026-09-11T00:00:00", "enrolled", "forfeited")]
    public Task A_link_counts_that_was_made_before_the_grant_date(string linkedAt, string then, string inTheEnd) => _store.In(tx =>
    {
        var contract = Enrol(tx);
        _store.Of<LinkStore>().LinkContractor(tx, contract, Hanako, Tokyo.At(linkedAt));
        StateOf(tx, contract).ShouldBe(then);

        Turn(tx, "2026-09-11T00:00:00");

        StateOf(tx, contract).ShouldBe(inTheEnd);
    });

    [Theory]
    [InlineData("2026-09-10T23:59:59", "forfeited")]
    [InlineData("2026-09-11T00:00:00", "granted")]
    public Task An_undone_link_takes_what_is_not_due(string undoneAt, string state) => _store.In(tx =>
    {
        var contract = Enrol(tx);
        _store.Of<LinkStore>().LinkContractor(tx, contract, Hanako, Enrolled);
        _store.Of<LinkStore>().UndoContractor(tx, contract, Hanako, Tokyo.At(undoneAt));

        Turn(tx, "2026-09-11T08:00:00");

        StateOf(tx, contract).ShouldBe(state);
    });

    [Theory]
    [InlineData("2026-09-10T23:59:59", "forfeited")]
    [InlineData("2026-09-11T00:00:00", "granted")]
    public Task A_contract_that_ends_takes_what_is_not_due(string endedAt, string state) => _store.In(tx =>
    {
        var contract = Enrol(tx);
        _store.Of<LinkStore>().LinkContractor(tx, contract, Hanako, Enrolled);
        tx.Execute("UPDATE contracts SET ended_at = @at WHERE id = @contract", new { contract, at = Tokyo.At(endedAt) });

        Turn(tx, "2026-09-12T08:00:00");

        StateOf(tx, contract).ShouldBe(state);
    });

    [Theory]
    [InlineData("2026-09-04T09:59:59", "enrolled")]
    [InlineData("2026-09-04T10:00:00", "at-risk")]
    public Task Reminds_of_the_link_after_three_days(string at, string state) => _store.In(tx =>
    {
        var contract = Enrol(tx);

        Turn(tx, at);

        StateOf(tx, contract).ShouldBe(state);
    });

    [Fact]
    public Task Grants_once_however_often_it_is_started() => _store.In(tx =>
    {
        var contract = Enrol(tx);
        _store.Of<LinkStore>().LinkContractor(tx, contract, Hanako, Enrolled);

        Turn(tx, "2026-09-11T08:00:00");
        var first = _store.Of<RewardStore>().Granted(tx, DateTimeOffset.UnixEpoch).Single();
        Turn(tx, "2026-09-11T08:00:00");
        Turn(tx, "2026-10-01T08:00:00");

        _store.Of<RewardStore>().Granted(tx, DateTimeOffset.UnixEpoch).Single().ShouldBe(first);
        tx.Get<long>("SELECT COUNT(*) FROM audit_log WHERE action = 'reward-granted'").ShouldBe(1);
        tx.Get<long>("SELECT COUNT(*) FROM notices WHERE cause LIKE 'reward:%:granted'").ShouldBe(1);
    });

    /// <summary>Two people link, take over and undo a contract; one waits for it with a reward of an invitation; days pass, rounds run.</summary>
    [Fact]
    public void Whatever_happens_a_reward_is_what_its_history_makes_it_and_is_never_paid_twice() =>
        Prop.ForAll(Gen.ListOf(AnyStep).ToArbitrary(), steps => Undone(tx =>
        {
            var story = new Story(this, tx);
            foreach (var step in steps)
            {
                story.Play(step);
                story.Check();
            }
        })).Check(Cases.Of(200));

    private static Gen<Step> AnyStep =>
        from kind in Gen.Frequency((4, Gen.Constant(Kind.Link)), (2, Gen.Constant(Kind.Undo)), (4, Gen.Constant(Kind.PassTime)), (3, Gen.Constant(Kind.Round)))
        from who in Gen.Choose(0, 1)
        from hours in Gen.Choose(1, 60)
        select new Step(kind, who, hours);

    private enum Kind { Link, Undo, PassTime, Round }

    private sealed record Step(Kind Kind, int Who, int Hours);

    private sealed class Story
    {
        private static readonly string[] People = ["Ua", "Ub"];

        private readonly RewardTurnTests _test;
        private readonly Transaction _tx;
        private readonly long _contract;
        private DateTimeOffset _now = Enrolled;

        // What a page of paper would hold.
        private string? _holder;
        private readonly Paper _own = new();
        private readonly Paper _inviters = new();

        public Story(RewardTurnTests test, Transaction tx)
        {
            (_test, _tx) = (test, tx);
            _contract = test.Enrol(tx);
            foreach (var person in People)
                test._store.Of<AccountStore>().Ensure(tx, person, _now);
            // The second of them invited somebody before having a contract.
            test.Campaigns.EnrolInviter(tx, "c", AddApplication(tx), null, People[1], GrantOn, _now).ShouldNotBeNull();
        }

        public void Play(Step step)
        {
            var (person, links, early) = (People[step.Who], _test._store.Of<LinkStore>(), JapanTime.DayOf(_now) < GrantOn);
            switch (step.Kind)
            {
                case Kind.Link:
                    links.LinkContractor(_tx, _contract, person, _now);
                    if (_holder != person && early)
                    {
                        _own.Link();
                        if (person == People[1] || _inviters.IsLinked)
                            _inviters.Link();
                    }
                    _holder = person;
                    break;
                case Kind.Undo when links.UndoContractor(_tx, _contract, person, _now) is not null:
                    _holder.ShouldBe(person);
                    _holder = null;
                    if (early)
                    {
                        _own.Undo();
                        _inviters.Undo();
                    }
                    break;
                case Kind.PassTime:
                    _now += TimeSpan.FromHours(step.Hours);
                    break;
                case Kind.Round:
                    _test.Turn(_tx, _now);
                    _test.Turn(_tx, _now);
                    foreach (var paper in new[] { _own, _inviters })
                        paper.Round(early, _now - Enrolled >= TimeSpan.FromDays(3));
                    break;
            }
        }

        public void Check()
        {
            var states = _tx.Query<(string Side, string State)>("SELECT side, state FROM campaign_rewards").ToDictionary(row => row.Side, row => row.State);
            states["applicant"].ShouldBe(_own.State);
            states["inviter"].ShouldBe(_inviters.State);
            _tx.Get<long>("SELECT COUNT(*) FROM audit_log WHERE action = 'reward-granted'").ShouldBe(states.Values.Count(state => state == "granted"));
            _tx.Get<long>("SELECT COUNT(*) FROM notices WHERE cause LIKE '%:granted'").ShouldBe(states.Values.Count(state => state == "granted"));
        }

        private static long AddApplication(Transaction tx) => tx.Get<long>(
            """
            INSERT INTO applications (request_id, kind, state, plan_id, user_name, received_at) VALUES ('r', 'new-contract', 'received', '6000mb', '友', 0)
            RETURNING id
            """);

        private sealed class Paper
        {
            public string State { get; private set; } = "enrolled";

            public bool IsLinked => State == "on-track";

            public void Link() => State = IsSettled ? State : "on-track";

            public void Undo() => State = IsLinked ? "forfeited" : State;

            public void Round(bool isEarly, bool isLong) =>
                State = IsSettled ? State : isEarly ? (State == "enrolled" && isLong ? "at-risk" : State) : IsLinked ? "granted" : "forfeited";

            private bool IsSettled => State is "granted" or "forfeited";
        }
    }

    /// <summary>Each story begins with the same store: its own changes are taken back.</summary>
    private void Undone(Action<Transaction> story)
    {
        var played = new InvalidOperationException("played to its end");
        try
        {
            _store.In(tx =>
            {
                story(tx);
                throw played;
            }).GetAwaiter().GetResult();
        }
        catch (InvalidOperationException e) when (e == played)
        {
        }
    }

    private long Enrol(Transaction tx)
    {
        var contract = _store.AddContract(tx);
        _store.AddSubscription(tx, contract, "花子");
        Campaigns.Add(tx, new Campaign
        {
            Id = "c", NameJa = "c", NameEn = "c", Code = "C", Kind = "points", Amount = 1000,
            StartsOn = new DateOnly(2026, 9, 1), EndsOn = new DateOnly(2026, 9, 30),
        });
        Campaigns.Enrol(tx, "c", contract, GrantOn, Enrolled).ShouldNotBeNull();
        Campaigns.Enrol(tx, "c", contract, GrantOn.AddDays(1), Enrolled).ShouldBeNull("once a campaign and contract");
        return contract;
    }

    private void Turn(Transaction tx, string at) => Turn(tx, Tokyo.At(at));

    private void Turn(Transaction tx, DateTimeOffset now) => new RewardTurn(
        new RewardStore(), new ContractStore(), new RewardNews(new RewardStore(), _store.Of<NoticeWriter>(), new RewardReplies()), new AuditStore(),
        Options.Create(new CampaignOptions())).Turn(tx, now, 100);

    private string StateOf(Transaction tx, long contract) => Campaigns.RewardsOf(tx, contract).Single().State;
}

using FsCheck;
using FsCheck.Fluent;
using LineBot.Data;
using LineBot.Language;
using LineBot.Storage;
using Microsoft.Extensions.Options;

namespace LineBot.Tests.Data;

/// <summary>Something that happens to a family of three subscriptions.</summary>
public abstract record Happening
{
    public static Gen<List<Happening>> AnyStory => Gen.ListOf(Any).Select(steps => steps.ToList());

    private static Gen<int> Member => Gen.Choose(0, 2);

    private static Gen<Happening> Any => Gen.Frequency(
        (3, from minutes in Gen.Choose(1, 60 * 24 * 4) select (Happening)new Pass(TimeSpan.FromMinutes(minutes))),
        (1, from minutes in Gen.Choose(-90, 12 * 60) select (Happening)new PassToMonthEnd(TimeSpan.FromMinutes(minutes))),
        (1, from milliseconds in Gen.Choose(-1, 1) select (Happening)new PassToMonthEnd(TimeSpan.FromMilliseconds(milliseconds))),
        (1, from months in Gen.Frequency((6, Gen.Constant(0)), (1, Gen.Choose(1, 4))) select (Happening)new Pass(TimeSpan.FromDays(31 * months))),
        (6, from who in Member
            from ago in Gen.Frequency((4, Gen.Choose(0, 1)), (1, Gen.Choose(0, 45)))
            from sequence in Gen.Choose(1, 3)
            from revision in Gen.Frequency((5, Gen.Constant(0)), (1, Gen.Choose(1, 2)))
            from kb in Gen.OneOf(Gen.Choose(0, 900_000), Gen.Choose(0, 6_000_000))
            select (Happening)new Use(who, ago, sequence, revision, kb)),
        (3, from giver in Member
            from receiver in Member
            from units in Gen.Choose(0, 9)
            from request in Gen.Choose(1, 40)
            select (Happening)new Give(giver, receiver, units * 500_000L, $"r{request}")),
        (1, from who in Member
            from request in Gen.Choose(1, 20)
            from offer in Gen.Choose(0, 2)
            select (Happening)new TopUp(who, $"t{request}", offer)),
        (1, from who in Member from units in Gen.Choose(1, 4) select (Happening)new Share(who, units * 500_000L)),
        (1, Gen.Constant((Happening)new ShareComesBack())),
        (1, from who in Member from plan in Gen.Choose(0, 2) select (Happening)new ChangePlan(who, plan)),
        (1, from who in Member select (Happening)new Look(who)));

    public sealed record Pass(TimeSpan Time) : Happening;

    public sealed record PassToMonthEnd(TimeSpan Time) : Happening;

    public sealed record Use(int Who, int DaysAgo, int Sequence, int Revision, long Kb) : Happening;

    public sealed record Give(int Giver, int Receiver, long Kb, string Request) : Happening;

    public sealed record TopUp(int Who, string Request, int Offer) : Happening;

    /// <summary>Plan data put aside for somebody who has not come yet.</summary>
    public sealed record Share(int Who, long Kb) : Happening;

    public sealed record ShareComesBack : Happening;

    public sealed record ChangePlan(int Who, int Plan) : Happening;

    public sealed record Look(int Who) : Happening;
}

/// <summary>Plays steps on the ledger and, side by side, on a reference of each member's account; remembers what was accepted.</summary>
public sealed class LedgerStory
{
    private static readonly long[] PlanMb = [6_000, 3_000, 500];

    private readonly LedgerFixture _ledger;
    private readonly Transaction _tx;
    private readonly DataPolicy _policy;
    private readonly List<Action> _accepted = [];
    private readonly Queue<(int Who, PresentShare Share)> _shares = new();

    public LedgerStory(LedgerFixture ledger, Transaction tx, DateTimeOffset begin)
    {
        (_ledger, _tx, Begin, Now) = (ledger, tx, JapanTime.DayOf(begin), begin);
        _policy = ledger.Of<IOptions<DataPolicy>>().Value;
        Family = FamilyOf(ledger, tx, begin);
        References = [.. PlanMb.Select(mb => new ReferenceAccount(begin, mb * 1_000, _policy))];
    }

    public IReadOnlyList<long> Family { get; }

    /// <summary>In the order of <see cref="Family"/>.</summary>
    public IReadOnlyList<ReferenceAccount> References { get; }

    public DateOnly Begin { get; }

    public DateTimeOffset Now { get; private set; }

    /// <summary>What was put aside and has not come back.</summary>
    public long AsideKb => _shares.Sum(aside => aside.Share.Kb);

    public void Play(IEnumerable<Happening> steps)
    {
        LookAtAll();
        foreach (var step in steps)
            Take(step);
        LookAtAll();
    }

    /// <summary>Everything that had its effect is asked for once more.</summary>
    public void PlayAgain()
    {
        foreach (var again in _accepted)
            again();
        LookAtAll();
    }

    public long LeftOfAll() => Family.Sum(subscription => _ledger.Left(_tx, subscription, Now));

    private void LookAtAll() => LeftOfAll();

    private void Take(Happening step)
    {
        switch (step)
        {
            case Happening.Pass pass:
                Now += pass.Time;
                break;
            case Happening.PassToMonthEnd pass:
                var then = JapanTime.StartOfNextMonth(Now) + pass.Time;
                Now = then > Now ? then : Now;
                break;
            case Happening.Look look:
                _ledger.Left(_tx, Family[look.Who], Now);
                break;
            case Happening.Use use:
                Report(use.Who, new UsageReport(Family[use.Who], JapanTime.DayOf(Now).AddDays(-use.DaysAgo), use.Sequence, use.Kb, use.Revision));
                break;
            case Happening.TopUp topUp:
                Buy(topUp);
                break;
            case Happening.Give give:
                Present(give);
                break;
            case Happening.Share share:
                PutAside(share);
                break;
            case Happening.ShareComesBack when _shares.TryDequeue(out var aside):
                _ledger.Of<Sharing>().GiveBack(_tx, aside.Share, ShareState.Returned, Now).ShouldBeTrue();
                References[aside.Who].TakeBack(aside.Share.Kb, aside.Share.SharedAt, Now);
                _accepted.Add(() => _ledger.Of<Sharing>().GiveBack(_tx, aside.Share, ShareState.Returned, Now).ShouldBeFalse());
                break;
            case Happening.ChangePlan change:
                _ledger.Left(_tx, Family[change.Who], Now);
                _tx.Execute("UPDATE subscriptions SET next_plan_id = @plan WHERE id = @id", new { id = Family[change.Who], plan = $"{PlanMb[change.Plan]}mb" });
                References[change.Who].ChangePlan(PlanMb[change.Plan] * 1_000, Now);
                break;
        }
    }

    private void Report(int who, UsageReport report)
    {
        _ledger.Of<UsageBook>().Book(_tx, report, Now);
        References[who].Use(report, Now);
        _accepted.Add(() => _ledger.Of<UsageBook>().Book(_tx, report, Now)
            .ShouldBeOneOf(UsageVerdict.Duplicate, UsageVerdict.Conflicting, UsageVerdict.TooOld));
    }

    private void Buy(Happening.TopUp topUp)
    {
        var offer = _ledger.Of<TopUps>().Offers[topUp.Offer];
        if (_ledger.Of<TopUps>().Buy(_tx, Family[topUp.Who], topUp.Request, offer, Now))
            References[topUp.Who].Receive(PartKind.TopUp, _policy.TopUpMonths, offer.Mb * 1_000L, Now);
        _accepted.Add(() => _ledger.Of<TopUps>().Buy(_tx, Family[topUp.Who], topUp.Request, offer, Now).ShouldBeFalse());
    }

    private void Present(Happening.Give give)
    {
        var request = new PresentRequest(give.Request, Family[give.Giver], Family[give.Receiver], give.Kb);
        var before = LeftOfAll();
        var outcome = _ledger.Of<Giving>().Give(_tx, request, Now);
        if (outcome.Present is { } present)
            _accepted.Add(() => _ledger.Of<Giving>().Give(_tx, request, Now).ShouldSatisfyAllConditions(
                again => again.IsNew.ShouldBeFalse(), again => again.Present.ShouldBe(present)));
        if (outcome.IsNew)
        {
            References[give.Giver].Give(give.Kb, Now);
            References[give.Receiver].Receive(PartKind.Present, _policy.PresentMonths, give.Kb, Now);
        }
        LeftOfAll().ShouldBe(before, "a present moves data, and neither makes nor loses any");
    }

    private void PutAside(Happening.Share wish)
    {
        var request = new ShareRequest($"s{_accepted.Count}", Family[wish.Who], wish.Kb);
        if (_ledger.Of<Sharing>().Share(_tx, request, Now) is not { Share: { } share })
            return;
        References[wish.Who].Give(wish.Kb, Now);
        _shares.Enqueue((wish.Who, share));
        _accepted.Add(() => _ledger.Of<Sharing>().Share(_tx, request, Now).ShouldSatisfyAllConditions(
            again => again.Code.ShouldBeNull(), again => again.Share!.Id.ShouldBe(share.Id)));
    }

    private static List<long> FamilyOf(LedgerFixture ledger, Transaction tx, DateTimeOffset begin)
    {
        var contract = ledger.AddContract(tx);
        List<long> family = [];
        foreach (var (name, planMb) in new[] { "花子", "陸", "海" }.Zip(PlanMb))
        {
            var subscription = ledger.AddSubscription(tx, contract, name, planMb, begin);
            ledger.Link(tx, subscription, $"{name}{contract}");
            family.Add(subscription);
        }
        return family;
    }
}

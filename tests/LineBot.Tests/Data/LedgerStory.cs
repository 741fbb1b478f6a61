using FsCheck;
using FsCheck.Fluent;
using LineBot.Data;
using LineBot.Language;
using LineBot.Storage;
using LineBot.Tests.Language;

namespace LineBot.Tests.Data;

/// <summary>Something that happens to a family of three subscriptions.</summary>
public abstract record Happening
{
    public static Gen<List<Happening>> AnyStory => Gen.ListOf(Any).Select(steps => steps.ToList());

    private static Gen<int> Member => Gen.Choose(0, 2);

    private static Gen<Happening> Any => Gen.Frequency(
        (3, from minutes in Gen.Choose(1, 60 * 24 * 4) select (Happening)new Pass(TimeSpan.FromMinutes(minutes))),
        (1, from minutes in Gen.Choose(-90, 12 * 60) select (Happening)new PassToMonthEnd(TimeSpan.FromMinutes(minutes))),
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
        (1, from who in Member select (Happening)new Look(who)));

    public sealed record Pass(TimeSpan Time) : Happening;

    public sealed record PassToMonthEnd(TimeSpan Time) : Happening;

    public sealed record Use(int Who, int DaysAgo, int Sequence, int Revision, long Kb) : Happening;

    public sealed record Give(int Giver, int Receiver, long Kb, string Request) : Happening;

    public sealed record TopUp(int Who, string Request, int Offer) : Happening;

    public sealed record Look(int Who) : Happening;
}

/// <summary>Plays steps on the ledger, from 1 September on, and remembers what was accepted.</summary>
public sealed class LedgerStory(LedgerFixture ledger, Transaction tx)
{
    public static readonly DateOnly FirstDay = new(2026, 9, 1);

    private readonly List<Action> _accepted = [];

    public IReadOnlyList<long> Family { get; } = FamilyOf(ledger, tx);

    public DateTimeOffset Now { get; private set; } = Tokyo.At("2026-09-01T10:00");

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

    public long LeftOfAll() => Family.Sum(subscription => ledger.Left(tx, subscription, Now));

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
                ledger.Left(tx, Family[look.Who], Now);
                break;
            case Happening.Use use:
                var report = new UsageReport(Family[use.Who], JapanTime.DayOf(Now).AddDays(-use.DaysAgo), use.Sequence, use.Kb, use.Revision);
                ledger.Of<UsageBook>().Book(tx, report, Now);
                _accepted.Add(() => ledger.Of<UsageBook>().Book(tx, report, Now)
                    .ShouldBeOneOf(UsageVerdict.Duplicate, UsageVerdict.Conflicting, UsageVerdict.TooOld));
                break;
            case Happening.TopUp topUp:
                var offer = ledger.Of<TopUps>().Offers[topUp.Offer];
                ledger.Of<TopUps>().Buy(tx, Family[topUp.Who], topUp.Request, offer, Now);
                _accepted.Add(() => ledger.Of<TopUps>().Buy(tx, Family[topUp.Who], topUp.Request, offer, Now).ShouldBeFalse());
                break;
            case Happening.Give give:
                Present(new PresentRequest(give.Request, Family[give.Giver], Family[give.Receiver], give.Kb));
                break;
        }
    }

    private void Present(PresentRequest request)
    {
        var before = LeftOfAll();
        if (ledger.Of<Giving>().Give(tx, request, Now).Present is { } present)
            _accepted.Add(() => ledger.Of<Giving>().Give(tx, request, Now).ShouldSatisfyAllConditions(
                again => again.IsNew.ShouldBeFalse(), again => again.Present.ShouldBe(present)));
        LeftOfAll().ShouldBe(before, "a present moves data, and neither makes nor loses any");
    }

    private static List<long> FamilyOf(LedgerFixture ledger, Transaction tx)
    {
        var contract = ledger.AddContract(tx);
        List<long> family = [];
        foreach (var (name, planMb) in new[] { ("花子", 6_000L), ("陸", 3_000L), ("海", 500L) })
        {
            var subscription = ledger.AddSubscription(tx, contract, name, planMb);
            ledger.Link(tx, subscription, $"{name}{contract}");
            family.Add(subscription);
        }
        return family;
    }
}

using LineBot.Data;
using LineBot.Language;

namespace LineBot.Tests.Data;

/// <summary>
/// One subscription's account, told again from its first day as a person with a calendar would tell it:
/// no store, no entries, no short cuts, and nothing of the ledger's own code.
/// </summary>
public sealed class ReferenceAccount(DateTimeOffset activatedAt, long planKb, DataPolicy policy)
{
    private readonly DateOnly _first = JapanTime.DayOf(activatedAt);
    private readonly Dictionary<(DateOnly Day, int Sequence), SortedDictionary<int, long>> _reports = [];
    private readonly SortedDictionary<DateOnly, long> _plans = new() { [DateOnly.MinValue] = planKb };
    private readonly List<(DateOnly Day, long UsedBefore, PartKind Kind, int Months, long Kb)> _come = [];
    private readonly List<(DateOnly Day, long UsedBefore, long Kb)> _moves = [];

    public void Use(UsageReport report, DateTimeOffset now)
    {
        var today = JapanTime.DayOf(now);
        var closed = new DateOnly(today.Year, today.Month, 1).AddMonths(-policy.CorrectableMonths);
        if (report.Day > today || report.Day < closed)
            return;
        if (!_reports.TryGetValue((report.Day, report.Sequence), out var revisions))
            _reports[(report.Day, report.Sequence)] = revisions = [];
        revisions.TryAdd(report.Revision, report.UsedKb);
    }

    public void ChangePlan(long kb, DateTimeOffset now) => _plans[MonthOf(JapanTime.DayOf(now)).AddMonths(1)] = kb;

    public void Give(long kb, DateTimeOffset now) => _moves.Add((JapanTime.DayOf(now), UsedOn(JapanTime.DayOf(now)), -kb));

    public void Receive(PartKind kind, int months, long kb, DateTimeOffset now) =>
        _come.Add((JapanTime.DayOf(now), UsedOn(JapanTime.DayOf(now)), kind, months, kb));

    /// <summary>What was given in a month comes back to that month's plan data, on its last day where the month is over.</summary>
    public void TakeBack(long kb, DateTimeOffset givenAt, DateTimeOffset now)
    {
        var (today, last) = (JapanTime.DayOf(now), MonthOf(JapanTime.DayOf(givenAt)).AddMonths(1).AddDays(-1));
        var day = today < last ? today : last;
        _moves.Add((day, UsedOn(day), kb));
    }

    public long UsedOn(DateOnly day) => _reports.Where(report => report.Key.Day == day).Sum(report => report.Value.Last().Value);

    /// <summary>What is left of each kind at the end of <paramref name="today"/>, and what went slowly since the first day.</summary>
    public (string Left, long SlowKb) At(DateOnly today)
    {
        var pots = new List<Pot>();
        var moves = _moves.OrderBy(move => move.Day).ToList();
        var (slowKb, moved) = (0L, 0);
        for (var day = _first; day <= today; day = day.AddDays(1))
        {
            if (day == _first || day.Day == 1)
                BeginMonth(pots, day);
            var usedKb = UsedOn(day);
            var drawn = 0L;
            foreach (var at in PointsOf(day, usedKb))
            {
                slowKb += Draw(pots, day, at - drawn, moved);
                drawn = at;
                foreach (var (_, _, kind, months, kb) in _come.Where(coming => coming.Day == day && Math.Min(coming.UsedBefore, usedKb) == at))
                    pots.Add(new Pot(kind, MonthOf(day).AddMonths(months).AddDays(-1), kb));
                while (moved < moves.Count && moves[moved].Day == day && Math.Min(PointOf(moves, moved), usedKb) <= at)
                    pots.Last(pot => pot.Kind == PartKind.Plan).Kb += moves[moved++].Kb;
            }
        }
        var left = pots.Where(pot => pot.LastDay >= today).GroupBy(pot => pot.Kind).OrderBy(kind => kind.Key)
            .Select(kind => $"{kind.Key} {kind.Sum(pot => pot.Kb)}");
        return (string.Join(", ", left), slowKb);
    }

    private void BeginMonth(List<Pot> pots, DateOnly day)
    {
        var next = MonthOf(day).AddMonths(1);
        if (pots.LastOrDefault(pot => pot.Kind == PartKind.Plan) is { } ended && policy.CarryOverMonths > 0)
        {
            pots.Add(new Pot(PartKind.CarryOver, MonthOf(day).AddMonths(policy.CarryOverMonths).AddDays(-1), ended.Kb));
            ended.Kb = 0;
        }
        var monthKb = _plans.Last(plan => plan.Key <= day).Value;
        var (days, ofDays) = (next.DayNumber - day.DayNumber, next.DayNumber - MonthOf(day).DayNumber);
        var wholeMb = (monthKb / 1_000 * days + ofDays - 1) / ofDays;
        var granted = days == ofDays ? monthKb : wholeMb * 1_000;
        pots.Add(new Pot(PartKind.Plan, next.AddDays(-1), granted));
    }

    /// <summary>The points of a day's usage at which something came or went, and its end.</summary>
    private IEnumerable<long> PointsOf(DateOnly day, long usedKb) =>
        _come.Where(coming => coming.Day == day).Select(coming => coming.UsedBefore)
            .Concat(_moves.Where(move => move.Day == day).Select(move => move.UsedBefore))
            .Select(usedBefore => Math.Min(usedBefore, usedKb)).Append(usedKb).Distinct().Order();

    /// <summary>A move stands no later than those after it on its day, even where the day's usage was corrected in between.</summary>
    private static long PointOf(List<(DateOnly Day, long UsedBefore, long Kb)> moves, int index) =>
        moves.Skip(index).TakeWhile(move => move.Day == moves[index].Day).Min(move => move.UsedBefore);

    /// <summary>Draws kilobytes in the order of the parts, leaving what presents of later in the month took, and returns what nothing covered.</summary>
    private long Draw(List<Pot> pots, DateOnly day, long kb, int moved)
    {
        var (balance, lowest) = (0L, 0L);
        foreach (var move in _moves.OrderBy(move => move.Day).Skip(moved).TakeWhile(move => MonthOf(move.Day) == MonthOf(day)))
        {
            balance += move.Kb;
            lowest = Math.Min(lowest, balance);
        }
        foreach (var pot in pots.Where(pot => pot.LastDay >= day).OrderBy(pot => pot.Kind).ThenBy(pot => pot.LastDay))
        {
            var taken = Math.Min(kb, pot.Kind == PartKind.Plan ? pot.Kb + lowest : pot.Kb);
            pot.Kb -= taken;
            kb -= taken;
        }
        return kb;
    }

    private static DateOnly MonthOf(DateOnly day) => new(day.Year, day.Month, 1);

    private sealed class Pot(PartKind kind, DateOnly lastDay, long kb)
    {
        public PartKind Kind { get; } = kind;

        public DateOnly LastDay { get; } = lastDay;

        public long Kb { get; set; } = kb;
    }
}

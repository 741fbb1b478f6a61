namespace LineBot.Data;

/// <summary>
/// How usage empties parts: the one place that knows the rules. It depends on the parts and on each day's usage alone,
/// never on the order in which reports came in, so a late or corrected report ends where a punctual one would have.
/// </summary>
internal sealed class Consumption
{
    private readonly List<DataPart> _parts;
    private readonly List<GivenBack> _givenBack;
    private readonly Dictionary<long, long> _left;

    /// <param name="parts">All parts that are usable on the first replayed day or later.</param>
    /// <param name="untouched">By part: what it holds before anything of the replayed days was charged to it, carried or came back.</param>
    /// <param name="givenBack">What comes back on the replayed days.</param>
    public Consumption(IEnumerable<DataPart> parts, IReadOnlyDictionary<long, long> untouched, IEnumerable<GivenBack> givenBack)
    {
        _givenBack = [.. givenBack];
        _parts = parts.Order(Comparer<DataPart>.Create(DataPart.ByUse)).ToList();
        _left = _parts.ToDictionary(part => part.Id, part => untouched[part.Id]);
    }

    /// <summary>What was charged and carried, one entry a part, day and reason.</summary>
    public List<DataEntry> Entries { get; } = [];

    /// <summary>By day: usage that no part covered, because the connection was slowed.</summary>
    public Dictionary<DateOnly, long> SlowKb { get; } = [];

    /// <summary>Replays the days from <paramref name="first"/> on. <paramref name="usage"/> holds each day's usage.</summary>
    public void Replay(DateOnly first, IReadOnlyDictionary<DateOnly, long> usage)
    {
        var turns = _parts.Where(part => part.SourceId is not null && part.FromDay >= first).Select(part => part.FromDay);
        foreach (var day in usage.Keys.Concat(turns).Concat(_givenBack.Select(back => back.Day)).Distinct().Order())
        {
            foreach (var part in _parts.Where(part => part.SourceId is not null && part.FromDay == day))
                Carry(part, day);
            SlowKb[day] = Use(day, usage.GetValueOrDefault(day));
        }
    }

    private void Carry(DataPart carryOver, DateOnly day)
    {
        var rest = _left[carryOver.SourceId!.Value];
        if (rest == 0)
            return;
        _left[carryOver.SourceId.Value] = 0;
        _left[carryOver.Id] += rest;
        Entries.Add(new DataEntry(carryOver.SourceId.Value, day, EntryReason.Carried, -rest));
        Entries.Add(new DataEntry(carryOver.Id, day, EntryReason.Carried, rest));
    }

    /// <summary>Charges a day's usage and returns what no part covered. A part that came during the day covers only what was used after it.</summary>
    private long Use(DateOnly day, long usedKb)
    {
        var charged = new Dictionary<long, long>();
        var slowKb = 0L;
        var arrivals = _parts.Where(part => part.FromDay == day && part.FromUsedKb < usedKb).Select(part => part.FromUsedKb);
        var givenBack = _givenBack.Where(back => back.Day == day).OrderBy(back => back.FromUsedKb).ToList();
        var returns = givenBack.Where(back => back.FromUsedKb < usedKb).Select(back => back.FromUsedKb);
        var stops = arrivals.Concat(returns).Append(0).Append(usedKb).Distinct().Order().ToList();
        for (var i = 0; i + 1 < stops.Count; i++)
        {
            TakeBack(givenBack, stops[i]);
            var need = stops[i + 1] - stops[i];
            foreach (var part in _parts)
            {
                if (!part.IsUsableOn(day) || (part.FromDay == day && part.FromUsedKb > stops[i]))
                    continue;
                var taken = Math.Min(need, _left[part.Id]);
                if (taken == 0)
                    continue;
                _left[part.Id] -= taken;
                charged[part.Id] = charged.GetValueOrDefault(part.Id) + taken;
                need -= taken;
            }
            slowKb += need;
        }
        TakeBack(givenBack, long.MaxValue);
        foreach (var (partId, kb) in charged)
            Entries.Add(new DataEntry(partId, day, EntryReason.Used, -kb));
        return slowKb;
    }

    /// <summary>Puts what came back by then into its part, and takes it off the list.</summary>
    private void TakeBack(List<GivenBack> waiting, long usedKb)
    {
        for (; waiting.Count > 0 && waiting[0].FromUsedKb <= usedKb; waiting.RemoveAt(0))
            _left[waiting[0].PartId] += waiting[0].Kb;
    }
}

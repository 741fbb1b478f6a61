namespace LineBot.Simulator.Platform;

/// <summary>What was sent on which day and in which way, as LINE counts it: one for each recipient, however many messages a call has.</summary>
internal sealed class SentMessages(TimeProvider clock)
{
    public const int MostUnits = 1000;

    private readonly Dictionary<(SendWay Way, DateOnly Day), int> _sent = [];
    private readonly SortedSet<string> _units = new(StringComparer.Ordinal);
    private DateOnly _monthOfUnits;

    /// <summary>Messages that may be sent this month, replies not counted; null is unlimited.</summary>
    public int? Quota { get; set; }

    /// <summary>Put aside for a narrowcast that is under way.</summary>
    public int Reserved { get; set; }

    public int ThisMonth => _sent.Where(sent => sent.Key.Way != SendWay.Reply && MonthOf(sent.Key.Day) == Month).Sum(sent => sent.Value);

    /// <summary>How many may still be sent this month; null is unlimited.</summary>
    public int? Left => Quota - ThisMonth - Reserved;

    /// <summary>The names under which messages of this month are counted together.</summary>
    public IReadOnlyList<string> Units => _monthOfUnits == Month ? [.. _units] : [];

    public int On(DateOnly day, SendWay way) => _sent.GetValueOrDefault((way, day));

    /// <exception cref="Refusal">It is more than the month has left; nothing is counted then.</exception>
    public void Count(SendWay way, int recipients)
    {
        if (way != SendWay.Reply && recipients > Left)
            throw new Refusal(429, "You have reached your monthly limit.");
        _sent[(way, Today)] = On(Today, way) + recipients;
    }

    /// <summary>Beyond <see cref="MostUnits"/> a month, messages are sent and the name is not kept.</summary>
    public void Name(IEnumerable<string> units)
    {
        if (_monthOfUnits != Month)
            _units.Clear();
        _monthOfUnits = Month;
        foreach (var unit in units.Where(_ => _units.Count < MostUnits))
            _units.Add(unit);
    }

    public void Clear()
    {
        _sent.Clear();
        _units.Clear();
    }

    private DateOnly Today => LineDay.Of(clock.GetUtcNow());

    private DateOnly Month => MonthOf(Today);

    private static DateOnly MonthOf(DateOnly day) => new(day.Year, day.Month, 1);
}

internal enum SendWay
{
    Reply,
    Push,
    Multicast,
    Broadcast,
    Narrowcast,
}

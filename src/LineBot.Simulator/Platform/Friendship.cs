namespace LineBot.Simulator.Platform;

/// <summary>Whether a LINE user is a friend of the account or blocks it, now and in the past.</summary>
internal sealed class Friendship
{
    private readonly List<(DateTimeOffset At, bool IsBlocking)> _turns = [];

    /// <summary>When the account was added for the first time; null when it never was.</summary>
    public DateTimeOffset? Since { get; private set; }

    public bool IsFriend => Since is not null && !IsBlocking;

    public bool IsBlocking => _turns.Count > 0 && _turns[^1].IsBlocking;

    /// <summary>Adds the account, or no longer blocks it.</summary>
    public void Add(DateTimeOffset at)
    {
        Since ??= at;
        _turns.Add((at, false));
    }

    public void Block(DateTimeOffset at) => _turns.Add((at, true));

    public bool WasBlocking(DateTimeOffset before) => _turns.LastOrDefault(turn => turn.At < before).IsBlocking;
}

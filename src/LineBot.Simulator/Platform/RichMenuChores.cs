namespace LineBot.Simulator.Platform;

/// <summary>What LINE does to many users' rich menus in the background, after it has answered.</summary>
public sealed class RichMenuChores
{
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(14);

    private readonly LinePlatform _platform;
    private readonly HashSet<ITimer> _waiting = [];
    private readonly Dictionary<string, RichMenuBatchRun> _batches = [];
    private readonly Dictionary<string, ResumeKey> _resumable = [];

    internal RichMenuChores(LinePlatform platform) => _platform = platform;

    /// <summary>How long after its answer it is done: LINE names a few seconds for a list of users, and for all of them its own example took hours.</summary>
    public TimeSpan Lag { get; set; }

    /// <summary>So many of the next batches fail after every other user.</summary>
    public int BatchesToFail { get; set; }

    /// <summary>Does <paramref name="work"/> on some users' menus when the time has come.</summary>
    internal void Later(Action work)
    {
        if (Lag == TimeSpan.Zero)
        {
            work();
            return;
        }
        ITimer? timer = null;
        timer = _platform.Clock.CreateTimer(_ => _platform.Do(() =>
        {
            work();
            _waiting.Remove(timer!);
        }), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _waiting.Add(timer);
        timer.Change(Lag, Timeout.InfiniteTimeSpan);
    }

    /// <param name="moves">From which menu to which; to none for those who get the default again, from none for everybody.</param>
    internal void Start(string requestId, IReadOnlyList<(string? From, string? To)> moves, string? resumeKey)
    {
        var batch = _batches[requestId] = new RichMenuBatchRun(_platform.Clock.GetUtcNow());
        var fails = BatchesToFail > 0;
        BatchesToFail -= fails ? 1 : 0;
        Later(() =>
        {
            var done = DoneUnder(resumeKey);
            // All who have a menu are found before the first gets another: the operations of a batch do not see each other's outcome.
            var users = moves.SelectMany(move => _platform.RichMenus.UsersOf(move.From).Select(user => (user, move.To))).Where(user => !done.Contains(user.user)).ToList();
            foreach (var (user, to) in fails ? users.Where((_, index) => index % 2 == 0) : users)
            {
                done.Add(user);
                _platform.RichMenus.Give(user, to);
                _platform.TouchUser(user);
            }
            (batch.CompletedAt, batch.HasFailed) = (_platform.Clock.GetUtcNow(), fails);
        });
    }

    /// <summary>Null for what LINE never took, or has forgotten.</summary>
    internal RichMenuBatchRun? Find(string requestId) =>
        _batches.TryGetValue(requestId, out var batch) && _platform.Clock.GetUtcNow() - batch.AcceptedAt < Remembered ? batch : null;

    /// <summary>Who was done by earlier requests under the same key: a repeated one only goes on with the others.</summary>
    private HashSet<string> DoneUnder(string? resumeKey)
    {
        if (resumeKey is null)
            return [];
        var now = _platform.Clock.GetUtcNow();
        if (!_resumable.TryGetValue(resumeKey, out var known) || now - known.Since >= Remembered)
            _resumable[resumeKey] = known = new ResumeKey(now, []);
        return known.Done;
    }

    private sealed record ResumeKey(DateTimeOffset Since, HashSet<string> Done);
}

/// <summary>A batch that LINE took.</summary>
internal sealed class RichMenuBatchRun(DateTimeOffset acceptedAt)
{
    public DateTimeOffset AcceptedAt { get; } = acceptedAt;

    public DateTimeOffset? CompletedAt { get; set; }

    public bool HasFailed { get; set; }
}

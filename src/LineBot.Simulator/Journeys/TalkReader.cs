using LineBot.Simulator.Platform;

namespace LineBot.Simulator.Journeys;

/// <summary>Reads a phone's talk answer by answer, waiting for the next one.</summary>
public sealed class TalkReader : IDisposable
{
    private readonly LinePhone _phone;
    private readonly SemaphoreSlim _changed = new(0);
    private int _readUpTo;

    public TalkReader(LinePhone phone)
    {
        _phone = phone;
        _phone.Changed += Notice;
    }

    /// <summary>What came and was not read yet.</summary>
    public IEnumerable<TalkEntry> Unread => _phone.Talk.Where(entry => entry.Side == TalkSide.Bot && entry.Number > _readUpTo);

    /// <summary>The oldest answer that was not read yet: the messages of one call.</summary>
    /// <param name="patience">Real time.</param>
    /// <exception cref="JourneyException">None came in time.</exception>
    public async Task<Answer> NextAsync(TimeSpan patience)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!Unread.Any())
        {
            var left = patience - TimeProvider.System.GetElapsedTime(started);
            if (left <= TimeSpan.Zero || !await _changed.WaitAsync(left))
                throw new JourneyException($"{_phone.DisplayName} waited {patience.TotalSeconds} s for an answer.");
        }
        var first = Unread.First();
        var together = Unread.TakeWhile(entry => entry.RequestId == first.RequestId).ToList();
        _readUpTo = together[^1].Number;
        return new Answer([.. together.Select(entry => entry.Message)]);
    }

    /// <summary>Takes what is there as read.</summary>
    public void Skip() => _readUpTo = _phone.Talk.Count;

    public void Dispose()
    {
        _phone.Changed -= Notice;
        _changed.Dispose();
    }

    private void Notice(object? sender, EventArgs e) => _changed.Release();
}

using LineBot.Language;
using LineBot.Operations;

namespace LineBot.Data;

/// <summary>
/// Turns each month soon after it has begun in Japan, so that the first taps of the month find it done. Whoever is looked at before
/// their turn is turned by that look.
/// </summary>
internal sealed class MonthTurnChore(MonthTurnRound round, TimeProvider clock) : IChore
{
    private const int Portion = 500;

    private DateOnly _month;
    private long _lastId;
    private bool _hadFailures;
    private bool _isDone;

    public TimeSpan Rest => TimeSpan.FromMinutes(1);

    public async Task<bool> DoPortionAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (JapanTime.FirstOfMonth(JapanTime.DayOf(now)) is var month && month != _month)
            (_month, _lastId, _hadFailures, _isDone) = (month, 0, false, false);
        if (_isDone)
            return false;
        var portion = await round.TurnAsync(_lastId, Portion, now, cancel: cancel);
        (_lastId, _hadFailures) = (portion.LastId, _hadFailures || portion.Failed > 0);
        if (!portion.IsEmpty)
            return true;
        // Whoever could not be turned is tried again after the rest; everybody else is not looked for a second time.
        (_lastId, _isDone, _hadFailures) = (0, !_hadFailures, false);
        return false;
    }
}

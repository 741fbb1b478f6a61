using LineBot.Operations;
using LineBot.Simulator.Clock;
using LineBot.Storage;
using LineBot.Tests.Drivers;
using LineBot.Tests.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace LineBot.Tests.Operations;

public sealed class ChoreWorkerTests : IAsyncDisposable
{
    private readonly TurnableClock _clock = new(LineTalk.Noon, runs: false);
    private readonly TempDatabase _store = new();
    private ChoreWorker? _worker;

    public async ValueTask DisposeAsync()
    {
        if (_worker is not null)
            await _worker.StopAsync(CancellationToken.None);
        _worker?.Dispose();
        _clock.Dispose();
        await _store.DisposeAsync();
    }

    [Fact]
    public async Task Goes_on_at_once_while_there_is_more_and_rests_when_there_is_not()
    {
        var chore = new CountedChore(_clock, portion => portion < 3);
        await StartAsync(chore);
        await TurnUntilAsync(TimeSpan.FromMilliseconds(50), () => chore.DoneAt.Count == 3);
        (chore.DoneAt[2] - chore.DoneAt[0]).ShouldBeLessThan(chore.Rest);
        await TurnUntilAsync(TimeSpan.FromSeconds(20), () => chore.DoneAt.Count == 4);
        (chore.DoneAt[3] - chore.DoneAt[2]).ShouldBeGreaterThanOrEqualTo(chore.Rest);
    }

    [Fact]
    public async Task Is_done_again_at_once_where_the_clock_has_jumped_while_it_was_done()
    {
        var chore = new CountedChore(_clock, portion =>
        {
            if (portion == 1)
                _clock.Turn(TimeSpan.FromDays(1));
            return false;
        });
        await StartAsync(chore);
        await Eventually.IsSoAsync(() => chore.DoneAt.Count == 2, "the chore to be done for the day that it is");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Tries_again_after_a_failure_and_holds_up_no_other(bool storeIsGone)
    {
        var failing = new CountedChore(
            _clock, _ => throw (storeIsGone ? new StoreUnavailableException("gone", new IOException()) : new InvalidOperationException()));
        var well = new CountedChore(_clock, _ => false);
        await StartAsync(failing, well);
        await TurnUntilAsync(failing.Rest, () => failing.DoneAt.Count >= 2 && well.DoneAt.Count >= 2);
    }

    /// <summary>Turned again and again, since nobody outside can see when the worker has begun to wait.</summary>
    private Task TurnUntilAsync(TimeSpan step, Func<bool> isSo) => Eventually.IsSoAsync(
        () =>
        {
            if (isSo())
                return true;
            _clock.Turn(step);
            return false;
        },
        "the chores");

    private Task StartAsync(params IChore[] chores)
    {
        _store.Database.Node.Join();
        _worker = new ChoreWorker(chores, _store.Database, _clock, NullLogger<ChoreWorker>.Instance);
        return _worker.StartAsync(CancellationToken.None);
    }

    private sealed class CountedChore(TimeProvider clock, Func<int, bool> portion) : IChore
    {
        public List<DateTimeOffset> DoneAt { get; } = [];

        public TimeSpan Rest => TimeSpan.FromMinutes(1);

        public async Task<bool> DoPortionAsync(CancellationToken cancel)
        {
            await Task.Yield();
            lock (DoneAt)
                DoneAt.Add(clock.GetUtcNow());
            return portion(DoneAt.Count);
        }
    }
}

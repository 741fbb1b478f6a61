using LineBot.Storage;

namespace LineBot.Operations;

/// <summary>Does the chores of all rooms, on one of all nodes, each at its own pace: one that fails holds up no other and is tried again after its rest.</summary>
public sealed partial class ChoreWorker(IEnumerable<IChore> chores, Database database, TimeProvider clock, ILogger<ChoreWorker> log) : BackgroundService
{
    private static readonly TimeSpan PauseBetweenPortions = TimeSpan.FromMilliseconds(50);

    /// <summary>How often a node that another does the chores for looks whether they are its own now.</summary>
    private static readonly TimeSpan TurnLook = TimeSpan.FromSeconds(1);

    /// <summary>Each on a thread of its own from the first step: what a chore does before it waits for anything is not for the start to wait for.</summary>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(chores.Select(chore => Task.Run(() => KeepDoingAsync(chore, stoppingToken), CancellationToken.None)));

    private async Task KeepDoingAsync(IChore chore, CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            var begun = clock.GetUtcNow();
            var isOurs = chore.IsOfEachNode || database.Node.DoesChores;
            var more = isOurs && await DoPortionAsync(chore, cancel);
            // A rest counts from the beginning: where the clock has jumped meanwhile, the chore was done for a time that is long gone.
            var pause = more ? PauseBetweenPortions : isOurs ? begun + chore.Rest - clock.GetUtcNow() : TurnLook;
            await Task.Delay(pause > TimeSpan.Zero ? pause : TimeSpan.Zero, clock, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<bool> DoPortionAsync(IChore chore, CancellationToken cancel)
    {
        try
        {
            return await chore.DoPortionAsync(cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return false;
        }
        catch (StoreUnavailableException e)
        {
            Log.NotNow(log, chore.GetType().Name, e);
            return false;
        }
        catch (Exception e)
        {
            Log.Failed(log, chore.GetType().Name, e);
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The store is not available; {Chore} goes on later")]
        public static partial void NotNow(ILogger logger, string chore, Exception failure);

        [LoggerMessage(LogLevel.Error, "{Chore} failed and is tried again later")]
        public static partial void Failed(ILogger logger, string chore, Exception failure);
    }
}

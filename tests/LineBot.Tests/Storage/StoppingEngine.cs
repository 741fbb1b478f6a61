using Dapper;
using LineBot.Storage;

namespace LineBot.Tests.Storage;

/// <summary>A store whose writer stands still when it is told to, as in a process that is paused.</summary>
internal sealed class StoppingEngine : EngineBetween
{
    private readonly ManualResetEventSlim _goesOn = new(initialState: true);
    private readonly TaskCompletionSource _stands = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile string? _when;
    private volatile bool _beginsNothing;

    /// <summary>It stands in front of a commit.</summary>
    public Task Stands => _stands.Task;

    /// <summary>Begins no transaction from now on.</summary>
    public void StopBeforeItBegins()
    {
        _goesOn.Reset();
        _beginsNothing = true;
    }

    /// <summary>Stops in front of the next commit that would make <paramref name="count"/>, an SQL statement, more than nothing.</summary>
    public void StopBeforeItCommits(string count)
    {
        _goesOn.Reset();
        _when = count;
    }

    public void GoOn()
    {
        _beginsNothing = false;
        _goesOn.Set();
    }

    public override void Dispose()
    {
        base.Dispose();
        _goesOn.Dispose();
    }

    protected override void Begin(StoreWriter writer, ManualResetEventSlim closing)
    {
        if (_beginsNothing)
            _goesOn.Wait();
        writer.Begin(closing);
    }

    protected override void Commit(StoreWriter writer)
    {
        if (_when is { } count && writer.Connection.ExecuteScalar<long>(count) > 0)
        {
            _when = null;
            _stands.TrySetResult();
            _goesOn.Wait();
        }
        writer.Commit();
    }
}

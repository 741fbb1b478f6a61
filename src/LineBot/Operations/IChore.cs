namespace LineBot.Operations;

/// <summary>
/// Work that the clock asks for and no customer: it is done a portion at a time, so that nobody waits for it,
/// and what it has done is in the store, so that a round that was cut off, or begun twice, does no harm: of several nodes one does it, and one
/// that was paused meanwhile may still be writing. So what to do is decided, or decided again, in the transaction that does it.
/// </summary>
public interface IChore
{
    /// <summary>How long to rest when nothing is left to do.</summary>
    TimeSpan Rest { get; }

    /// <summary>Whether it is about this process alone; otherwise one of all nodes does it.</summary>
    bool IsOfEachNode => false;

    /// <summary>Does one portion.</summary>
    /// <returns>Whether more is waiting already.</returns>
    Task<bool> DoPortionAsync(CancellationToken cancel);
}

namespace LineBot.Storage;

/// <summary>
/// The store could not take a write: the disk is full, the file is gone, the engine is stopping or overloaded.
/// Nothing of the work was kept, unless the connection broke during the commit: then all of it may have been, and nobody can tell.
/// So whatever is tried again bears having been done: it has a key of its own, or finds what it wants to be so already.
/// </summary>
public sealed class StoreUnavailableException : Exception
{
    public StoreUnavailableException(string message) : base(message)
    {
    }

    public StoreUnavailableException(string message, Exception cause) : base(message, cause)
    {
    }
}

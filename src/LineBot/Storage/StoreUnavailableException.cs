namespace LineBot.Storage;

/// <summary>
/// The store could not take a write: the disk is full, the file is gone, the engine is stopping or overloaded.
/// Nothing of the work was kept; the same work may be tried again.
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

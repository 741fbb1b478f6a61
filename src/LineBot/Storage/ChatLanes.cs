namespace LineBot.Storage;

/// <summary>
/// Runs stored pieces of work, one chat in order and many chats at once.
/// A piece is known by the id of its row from the moment that row is committed until its outcome is,
/// so that the same row read again in between is not run twice. What another owner is to do with it is another piece: one that was taken
/// over and taken back waits behind what this process still does with it.
/// </summary>
public sealed class ChatLanes<T>(Func<T, Task> run) where T : class, IChatPiece
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Queue<T>?> _waitingByChat = [];
    private readonly Dictionary<(long Id, long? Owner), DateTimeOffset> _known = [];
    private TaskCompletionSource? _idle;

    /// <summary>Pieces that are running or waiting.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
                return _known.Count;
        }
    }

    /// <summary>Since when the one that waits longest has been waiting.</summary>
    public DateTimeOffset? Oldest
    {
        get
        {
            lock (_lock)
                return _known.Count == 0 ? null : _known.Values.Min();
        }
    }

    /// <summary>Whether the row is being worked on, or waits for its turn, or is about to be settled.</summary>
    public bool Knows(long id, long? owner = null)
    {
        lock (_lock)
            return _known.ContainsKey((id, owner));
    }

    public bool IsIdle(string chat)
    {
        lock (_lock)
            return !_waitingByChat.ContainsKey(chat);
    }

    /// <summary>Takes a piece up, unless it is being worked on already.</summary>
    public void Add(T piece)
    {
        var chat = piece.ChatId;
        lock (_lock)
        {
            if (!_known.TryAdd((piece.Id, piece.Owner), piece.Since))
                return;
            if (_waitingByChat.TryGetValue(chat, out var waiting))
            {
                if (waiting is null)
                    _waitingByChat[chat] = waiting = new Queue<T>();
                waiting.Enqueue(piece);
                return;
            }
            _waitingByChat[chat] = null;
        }
        ThreadPool.UnsafeQueueUserWorkItem(start => _ = start.lanes.RunAsync(start.chat, start.piece), (lanes: this, chat, piece), preferLocal: false);
    }

    /// <summary>The outcome of a piece is committed, or it is another owner's by now.</summary>
    public void Settled(long id, long? owner = null)
    {
        lock (_lock)
            _known.Remove((id, owner));
    }

    /// <summary>Completes when nothing is running any more. Pieces added meanwhile are waited for as well.</summary>
    public Task WhenIdleAsync()
    {
        lock (_lock)
            return _waitingByChat.Count == 0 ? Task.CompletedTask : (_idle ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
    }

    private async Task RunAsync(string chat, T piece)
    {
        while (true)
        {
            await run(piece);
            lock (_lock)
            {
                if (_waitingByChat[chat] is not { Count: > 0 } waiting)
                {
                    _waitingByChat.Remove(chat);
                    if (_waitingByChat.Count == 0)
                        _idle?.SetResult();
                    return;
                }
                piece = waiting.Dequeue();
            }
        }
    }
}

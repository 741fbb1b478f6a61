namespace Line.Messaging;

/// <summary>Keeps a token that ends, and asks for the next one in time: once, however many are waiting for it.</summary>
internal sealed class RenewingTokenSource(Func<CancellationToken, Task<ChannelToken>> issue, TimeProvider time) : ChannelTokenSource
{
    // A fifth of its life before a token ends (three minutes of fifteen) there is time to ask again, should LINE not answer at once.
    private const double RenewAfter = 0.8;

    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(10);

    private readonly Lock _lock = new();
    private Held? _held;
    private Task<Held>? _renewal;
    private DateTimeOffset _notBefore;

    public override async ValueTask<string> GetAsync(CancellationToken cancel)
    {
        var held = Volatile.Read(ref _held);
        var now = time.GetUtcNow();
        if (held is not null && now < held.RenewAt)
            return held.Token;

        var stillGood = held is not null && now < held.EndsAt;
        try
        {
            return (await Renew(held, stillGood, now).WaitAsync(cancel)).Token;
        }
        // The one at hand still works, and the next call but a few asks again: no reason to fail what can be done.
        catch (Exception) when (stillGood && !cancel.IsCancellationRequested)
        {
            return held!.Token;
        }
    }

    public override async ValueTask<string?> RenewAsync(string rejected, CancellationToken cancel)
    {
        var held = Volatile.Read(ref _held);
        return held is not null && held.Token != rejected
            ? held.Token
            : (await Renew(held, stillGood: false, time.GetUtcNow()).WaitAsync(cancel)).Token;
    }

    private Task<Held> Renew(Held? outdated, bool stillGood, DateTimeOffset now)
    {
        lock (_lock)
        {
            if (_held is { } held && !ReferenceEquals(held, outdated))
                return Task.FromResult(held);
            if (stillGood && now < _notBefore)
                return Task.FromResult(outdated!);
            return _renewal ??= RenewOnce();
        }
    }

    private async Task<Held> RenewOnce()
    {
        // Leaves the lock before anything can complete, so that the field is set first and cleared later.
        await Task.Yield();
        try
        {
            // Nobody's cancellation: the others wait for it too. The time-out is the HttpClient's.
            var token = await issue(CancellationToken.None);
            var now = time.GetUtcNow();
            var held = new Held(token.AccessToken, now + (token.ExpiresIn * RenewAfter), now + token.ExpiresIn);
            lock (_lock)
            {
                _held = held;
                _renewal = null;
            }
            return held;
        }
        catch
        {
            lock (_lock)
            {
                _renewal = null;
                _notBefore = time.GetUtcNow() + PauseAfterFailure;
            }
            throw;
        }
    }

    private sealed record Held(string Token, DateTimeOffset RenewAt, DateTimeOffset EndsAt)
    {
        public override string ToString() => nameof(Held);
    }
}

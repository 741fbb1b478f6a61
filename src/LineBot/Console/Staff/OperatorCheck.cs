using System.Net;
using LineBot.Accounts;
using LineBot.Storage;
using LineBot.Web;

namespace LineBot.Console.Staff;

/// <summary>Checks an operator's name and password, and stops guessing. Whether it was the name or the password that was wrong shows nowhere.</summary>
internal sealed class OperatorCheck(Database database, OperatorStore operators, AttemptStore attempts, TimeProvider clock) : IDisposable
{
    public static readonly AttemptLimit PerName = new("console-name", 5, TimeSpan.FromMinutes(15));

    /// <summary>More than an office has operators: they begin together, behind one address, and a try counts from before it is checked.</summary>
    public static readonly AttemptLimit PerAddress = new("console-address", 100, TimeSpan.FromMinutes(15));

    // Hashing takes a core for tenths of a second: guessing must not take it from customers.
    private readonly SemaphoreSlim _hashing = new(Math.Max(1, Environment.ProcessorCount / 2));

    /// <param name="name">As <see cref="OperatorName.Normalise"/> writes it.</param>
    public async Task<CheckOutcome> CheckAsync(string name, string password, IPAddress? address, CancellationToken cancel)
    {
        (AttemptLimit Limit, string Subject)[] tries = [(PerName, name), (PerAddress, Neighbourhood.Of(address))];
        var tryAgainAt = await database.WriteAsync(
            tx => tries.Select(one => attempts.Take(tx, one.Limit, one.Subject, clock.GetUtcNow())).ToList().Max(), WritePriority.First);
        if (tryAgainAt is not null)
            return new CheckOutcome(IsRight: false, tryAgainAt);
        var hash = await database.ReadAsync(tx => operators.PasswordHashOf(tx, name), cancel);
        if (!await InTurnAsync(() => Passwords.MatchHash(hash, password), cancel))
            return new CheckOutcome(IsRight: false, null);
        await database.WriteAsync(
            tx =>
            {
                attempts.Clear(tx, PerName, name);
                attempts.Return(tx, PerAddress, Neighbourhood.Of(address));
            },
            WritePriority.First);
        return new CheckOutcome(IsRight: true, null);
    }

    public Task<string> HashAsync(string password, CancellationToken cancel) => InTurnAsync(() => Passwords.Hash(password), cancel);

    public void Dispose() => _hashing.Dispose();

    private async Task<T> InTurnAsync<T>(Func<T> work, CancellationToken cancel)
    {
        await _hashing.WaitAsync(cancel);
        try
        {
            return work();
        }
        finally
        {
            _hashing.Release();
        }
    }
}

/// <param name="TryAgainAt">Set when there were too many tries: nothing was checked, and nothing will be before then.</param>
internal sealed record CheckOutcome(bool IsRight, DateTimeOffset? TryAgainAt);

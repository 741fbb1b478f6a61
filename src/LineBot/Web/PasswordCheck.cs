using System.Net;
using LineBot.Accounts;
using LineBot.Storage;

namespace LineBot.Web;

/// <summary>Checks a login ID and password, and stops guessing. Whether it was the ID or the password that was wrong shows nowhere.</summary>
public sealed class PasswordCheck(Database database, ContractStore contracts, AttemptStore attempts, TimeProvider clock) : IDisposable
{
    public static readonly AttemptLimit PerLoginId = new("password-login-id", 5, TimeSpan.FromMinutes(15));
    public static readonly AttemptLimit PerAccount = new("password-account", 10, TimeSpan.FromMinutes(15));

    /// <summary>High, because the customers of a mobile network share few addresses.</summary>
    public static readonly AttemptLimit PerAddress = new("password-address", 100, TimeSpan.FromMinutes(15));

    // Hashing takes a core for tenths of a second: sign-ins wait for one another before taps have to wait for them.
    private readonly SemaphoreSlim _hashing = new(Math.Max(1, Environment.ProcessorCount / 2));

    public async Task<PasswordVerdict> CheckAsync(
        string loginId, string password, string lineUserId, IPAddress? address, CancellationToken cancel = default)
    {
        (AttemptLimit Limit, string Subject)[] tries =
            [(PerLoginId, ContractStore.Normalise(loginId)), (PerAccount, lineUserId), (PerAddress, Neighbourhood.Of(address))];
        var tryAgainAt = await database.WriteAsync(tx => attempts.TakeAll(tx, clock.GetUtcNow(), tries), WritePriority.First);
        if (tryAgainAt is not null)
            return new PasswordVerdict(null, tryAgainAt);
        var credential = await database.ReadAsync(tx => contracts.CredentialOf(tx, loginId), cancel);
        if (!await Matches(credential, password, cancel))
        {
            // Looked up for an unknown login ID too: what is known must not show in the time.
            var lockedUntil = await database.ReadAsync(tx => attempts.UsedUpUntil(tx, tries[0].Limit, tries[0].Subject, clock.GetUtcNow()), cancel);
            return new PasswordVerdict(null, null) { Lockout = credential is null || lockedUntil is null ? null : new(credential.ContractId, lockedUntil.Value) };
        }
        await database.WriteAsync(
            tx =>
            {
                attempts.Clear(tx, tries[0].Limit, tries[0].Subject);
                foreach (var (limit, subject) in tries.Skip(1))
                    attempts.Return(tx, limit, subject);
            },
            WritePriority.First);
        return new PasswordVerdict(credential!.ContractId, null);
    }

    public void Dispose() => _hashing.Dispose();

    private async Task<bool> Matches(Credential? credential, string password, CancellationToken cancel)
    {
        await _hashing.WaitAsync(cancel);
        try
        {
            return Passwords.Match(credential, password);
        }
        finally
        {
            _hashing.Release();
        }
    }
}

/// <summary>What came of a sign-in. Neither is set when login ID and password do not belong together.</summary>
/// <param name="ContractId">The contract that was opened.</param>
/// <param name="TryAgainAt">Set when there were too many tries: nothing was checked, and nothing will be before then.</param>
public sealed record PasswordVerdict(long? ContractId, DateTimeOffset? TryAgainAt)
{
    /// <summary>Set when this was the last wrong try that a real login ID had.</summary>
    public Lockout? Lockout { get; init; }
}

/// <summary>A login ID that nobody can sign in with for a while.</summary>
public sealed record Lockout(long ContractId, DateTimeOffset Until);

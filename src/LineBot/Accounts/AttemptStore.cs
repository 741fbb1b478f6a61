using LineBot.Storage;

namespace LineBot.Accounts;

/// <summary>Counts tries at secrets, so that guessing ends soon; kept in the store, so that a restart does not help.</summary>
public sealed class AttemptStore
{
    /// <summary>
    /// Counts one try before it is made, so that many at once are no way around it. Give it back with <see cref="Return"/>
    /// or <see cref="Clear"/> when it was right.
    /// </summary>
    /// <returns>Null when it may be made; otherwise when the next may.</returns>
    public DateTimeOffset? Take(Transaction tx, AttemptLimit limit, string subject, DateTimeOffset now)
    {
        tx.Execute("DELETE FROM attempts WHERE window_ends_at <= @now", new { now });
        var key = new { kind = limit.Kind, subject = Token.HashOf(subject), limit.Most, ends = now + limit.Window };
        var counted = tx.Execute(
            """
            INSERT INTO attempts (kind, subject_hash, tries, window_ends_at) VALUES (@kind, @subject, 1, @ends)
            ON CONFLICT (kind, subject_hash) DO UPDATE SET tries = attempts.tries + 1 WHERE attempts.tries < @Most
            """,
            key);
        return counted == 1
            ? null
            : tx.Get<DateTimeOffset>("SELECT window_ends_at FROM attempts WHERE kind = @kind AND subject_hash = @subject", key);
    }

    /// <summary>As <see cref="Take"/>, for a try that counts in several ways.</summary>
    /// <returns>Null when all may; otherwise the latest instant from which the next may.</returns>
    public DateTimeOffset? TakeAll(Transaction tx, DateTimeOffset now, params IReadOnlyList<(AttemptLimit Limit, string Subject)> tries) =>
        tries.Select(one => Take(tx, one.Limit, one.Subject, now)).ToList().Max();

    /// <summary>When the next try may be made, if the last of the window has been; null while there are tries left.</summary>
    public DateTimeOffset? UsedUpUntil(Transaction tx, AttemptLimit limit, string subject, DateTimeOffset now) =>
        tx.Find<DateTimeOffset?>(
            "SELECT window_ends_at FROM attempts WHERE kind = @kind AND subject_hash = @subject AND tries >= @Most AND window_ends_at > @now",
            new { kind = limit.Kind, subject = Token.HashOf(subject), limit.Most, now });

    /// <summary>Takes one try back.</summary>
    public void Return(Transaction tx, AttemptLimit limit, string subject) =>
        tx.Execute(
            "UPDATE attempts SET tries = tries - 1 WHERE kind = @kind AND subject_hash = @subject AND tries > 0",
            new { kind = limit.Kind, subject = Token.HashOf(subject) });

    /// <summary>Forgets all tries: the secret was known.</summary>
    public void Clear(Transaction tx, AttemptLimit limit, string subject) =>
        tx.Execute(
            "DELETE FROM attempts WHERE kind = @kind AND subject_hash = @subject",
            new { kind = limit.Kind, subject = Token.HashOf(subject) });
}

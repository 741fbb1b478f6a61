namespace Line.Messaging;

/// <summary>What was to be sent is not as LINE takes it. Nothing was sent: LINE refuses a whole call for one property.</summary>
public sealed class MessageLimitException : Exception
{
    internal MessageLimitException(IReadOnlyList<LimitViolation> violations)
        : base($"LINE would refuse this: {string.Join("; ", violations.Take(5))}{(violations.Count > 5 ? $" and {violations.Count - 5} more." : ".")}") =>
        Violations = violations;

    /// <summary>All that is wrong.</summary>
    public IReadOnlyList<LimitViolation> Violations { get; }

    internal static void ThrowIfAny(IReadOnlyList<LimitViolation> violations)
    {
        if (violations.Count > 0)
            throw new MessageLimitException(violations);
    }
}

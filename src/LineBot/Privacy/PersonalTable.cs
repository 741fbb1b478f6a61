namespace LineBot.Privacy;

/// <summary>A table that holds something of customers: whose a row is, and what erasing a customer does to it.</summary>
/// <param name="Whose">
/// The condition by which a row is the customer's, of <c>@accounts</c> (LINE user ids), <c>@contracts</c> and <c>@subscriptions</c> (ids).
/// </param>
/// <param name="Erasing">What becomes of such rows.</param>
internal sealed record PersonalTable(string Name, string Whose, Erasing Erasing)
{
    /// <summary>What opens something by itself: not part of an export, whoever asks for it.</summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];
}

/// <summary>What becomes of a customer's rows: deleted, kept with some columns cleared, or kept.</summary>
/// <param name="Statement">For cleared ones the new values; empty for kept ones; null for deleted ones.</param>
internal sealed record Erasing(string? Statement)
{
    public static readonly Erasing Delete = new((string?)null);

    /// <summary>Nothing in it names anybody once the tables it points to are cleared.</summary>
    public static readonly Erasing Keep = new("");

    public static Erasing Clear(string columns) => new(columns);
}

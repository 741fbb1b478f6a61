namespace LineBot.Data;

/// <summary>Who may report usage over HTTP, section <c>Usage</c>.</summary>
public sealed class UsageOptions
{
    public const string Section = "Usage";

    /// <summary>
    /// The keys that open <c>POST /api/usage</c>; several while one is being replaced, none closes it. Each is written as it is given,
    /// of at least <see cref="ShortestKey"/> characters, or as <c>sha256:</c> and the 64 hexadecimal digits of its SHA-256.
    /// </summary>
    public IReadOnlyList<string> ApiKeys { get; set; } = [];

    /// <summary>The most reports in one request, which are one transaction: customers' taps wait for it.</summary>
    public int MaxRows { get; set; } = 1_000;

    public const int ShortestKey = 24;
}

using System.Globalization;
using LineBot.Accounts;

namespace LineBot.Data;

/// <summary>One usage report as it comes from outside, read and checked alike from every door.</summary>
/// <param name="Subscription">Its phone number or id, see <see cref="SubscriptionKey"/>.</param>
/// <param name="Day">2026-11-30, in Japan.</param>
/// <param name="Revision">Nothing means 0.</param>
public sealed record UsageRow(string? Subscription, string? Day, string? Sequence, string? UsedKb, string? Revision)
{
    /// <summary>The names of the five columns, as CSV files have them.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["subscription", "day", "sequence", "used_kb", "revision"];

    /// <summary>Nothing of it could be taken apart.</summary>
    private bool IsEmpty => Subscription is null && Day is null && Sequence is null && UsedKb is null;

    /// <summary>Whose report it is and what it says, its subscription's id still 0; or the column that cannot be read (null: none can).</summary>
    internal (SubscriptionKey Of, UsageReport? Report, string? Fault) Read()
    {
        if (IsEmpty)
            return (default, null, null);
        if (SubscriptionKey.Read(Subscription) is not { } key)
            return (default, null, Columns[0]);
        if (!DateOnly.TryParseExact(Day, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return (key, null, Columns[1]);
        if (!int.TryParse(Sequence, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence))
            return (key, null, Columns[2]);
        if (!long.TryParse(UsedKb, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var usedKb))
            return (key, null, Columns[3]);
        var revision = 0;
        if (!string.IsNullOrEmpty(Revision) && !int.TryParse(Revision, NumberStyles.None, CultureInfo.InvariantCulture, out revision))
            return (key, null, Columns[4]);
        return (key, new UsageReport(0, day, sequence, usedKb, revision), null);
    }
}

using LineBot.Data;

namespace LineBot.Cli.Usage;

/// <summary>What became of a file.</summary>
internal sealed class UsageSummary
{
    public long Rows { get; private set; }

    public long Booked { get; private set; }

    public long Corrected { get; private set; }

    public long Unchanged { get; private set; }

    public long Refused { get; private set; }

    public double Seconds { get; set; }

    /// <summary>Where the refused rows were written, with their reasons.</summary>
    public string? Rejects { get; set; }

    public bool IsDryRun { get; set; }

    public void Count(UsageVerdict verdict)
    {
        Rows++;
        switch (UsageWords.EndOf(verdict))
        {
            case "booked": Booked++; break;
            case "corrected": Corrected++; break;
            case "unchanged": Unchanged++; break;
            default: Refused++; break;
        }
    }
}

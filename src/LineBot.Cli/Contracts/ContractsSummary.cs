using LineBot.Applications;

namespace LineBot.Cli.Contracts;

/// <summary>What became of a file.</summary>
internal sealed class ContractsSummary
{
    public long Rows { get; private set; }

    public long Contracts { get; private set; }

    public long Subscriptions { get; private set; }

    public long Unchanged { get; private set; }

    public long Refused { get; private set; }

    public double Seconds { get; set; }

    /// <summary>Where the refused rows were written, with their reasons.</summary>
    public string? Rejects { get; set; }

    /// <summary>Where the passwords of new contracts were written.</summary>
    public string? Passwords { get; set; }

    public bool IsDryRun { get; set; }

    public void Count(ContractVerdict verdict)
    {
        Rows++;
        switch (verdict)
        {
            case ContractVerdict.Contract: (Contracts, Subscriptions) = (Contracts + 1, Subscriptions + 1); break;
            case ContractVerdict.Subscription: Subscriptions++; break;
            case ContractVerdict.Unchanged: Unchanged++; break;
            default: Refused++; break;
        }
    }
}

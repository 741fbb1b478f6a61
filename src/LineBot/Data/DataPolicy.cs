namespace LineBot.Data;

/// <summary>The operator's rules on data, section <c>DataPolicy</c>. Months and times of day are Japanese.</summary>
public sealed class DataPolicy
{
    public const string Section = "DataPolicy";

    /// <summary>Presents are given in multiples of this many MB.</summary>
    public int PresentUnitMb { get; set; } = 500;

    /// <summary>How much of the giver's plan volume may go to one receiver within a month, in percent.</summary>
    public int PresentLimitPercent { get; set; } = 100;

    /// <summary>On the last day of a month, presents close at this time …</summary>
    public TimeOnly PresentsCloseAt { get; set; } = new(23, 0);

    /// <summary>… and open again on the 1st at this time.</summary>
    public TimeOnly PresentsOpenAt { get; set; } = new(9, 0);

    /// <summary>How many months a present can be used, the month in which it was received included.</summary>
    public int PresentMonths { get; set; } = 1;

    /// <summary>How many months the unused plan data of a month can still be used; 0 turns carrying over off.</summary>
    public int CarryOverMonths { get; set; } = 1;

    /// <summary>How many months a top-up can be used, the month in which it was bought included.</summary>
    public int TopUpMonths { get; set; } = 2;

    /// <summary>What can be bought. With none configured: 0.5 GB ¥500, 1 GB ¥1,000, 3 GB ¥3,000.</summary>
    public IReadOnlyList<TopUpOffer> TopUps { get; set; } = [];

    /// <summary>The speed at 0 MB, in kbps.</summary>
    public int SlowKbps { get; set; } = 200;

    /// <summary>How many past months still take late and corrected usage reports.</summary>
    public int CorrectableMonths { get; set; } = 1;

    /// <summary>How long the button of a present's confirmation works; later it is shown afresh, with the balances of then.</summary>
    public TimeSpan ConfirmationValidFor { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>How long a present behind a link waits to be claimed, but never beyond the closing before the month's turn.</summary>
    public TimeSpan ShareValidFor { get; set; } = TimeSpan.FromHours(72);

    /// <summary>How long somebody who was asked for data can answer, but never beyond the closing before the month's turn.</summary>
    public TimeSpan AskValidFor { get; set; } = TimeSpan.FromHours(24);

    public long PresentUnitKb => PresentUnitMb * 1_000L;
}

/// <summary>A top-up that can be bought.</summary>
/// <param name="Yen">Its price, tax included.</param>
public sealed record TopUpOffer(int Mb, int Yen);

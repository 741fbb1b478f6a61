namespace LineBot.Data;

/// <summary>Why a part gained or lost data.</summary>
public enum EntryReason
{
    /// <summary>The plan's volume of a month.</summary>
    Granted,

    /// <summary>Charged to the part for a day's usage.</summary>
    Used,

    /// <summary>Moved from a month's plan part into the next month's carry-over.</summary>
    Carried,

    /// <summary>Given away as a present.</summary>
    Given,

    /// <summary>Received as a present.</summary>
    Received,

    /// <summary>Came back from a present that nobody took.</summary>
    Returned,

    /// <summary>Bought as a top-up.</summary>
    Bought,
}

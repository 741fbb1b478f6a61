namespace LineBot.Notices;

/// <summary>What became of a notice. The order is that of the names in the store.</summary>
public enum NoticeState
{
    /// <summary>It waits for the morning.</summary>
    Held,

    /// <summary>It is on its way.</summary>
    Told,

    /// <summary>The customer does not want this kind.</summary>
    SwitchedOff,

    /// <summary>The customer has blocked the account.</summary>
    Unreachable,

    /// <summary>The month's pushes are used, or kept for what matters more.</summary>
    OverBudget,

    /// <summary>It missed its morning, and was no help any more when it could be told.</summary>
    Late,
}

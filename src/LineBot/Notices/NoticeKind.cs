namespace LineBot.Notices;

/// <summary>What a customer can be told without having asked. Stored by <see cref="NoticeKinds.Id"/>.</summary>
public enum NoticeKind
{
    /// <summary>The data left has reached one of the customer's own levels.</summary>
    DataLow,

    /// <summary>Nothing is left: the connection is slow.</summary>
    DataUsedUp,

    /// <summary>繰越 is about to be lost.</summary>
    CarryOverExpiring,

    PresentReceived,

    /// <summary>The friend took the present that was shared by link.</summary>
    PresentClaimed,

    /// <summary>Nobody took it.</summary>
    PresentReturned,

    /// <summary>Somebody asks for data, or has answered to that.</summary>
    PresentAsked,

    RewardGranted,

    PlanChanged,

    /// <summary>Last month's bill is closed. For contract holders alone.</summary>
    BillClosed,

    /// <summary>Security: a LINE account was linked.</summary>
    LinkMade,

    /// <summary>Security: another LINE account took the link over.</summary>
    LinkDisplaced,

    /// <summary>Security: a link was undone.</summary>
    LinkUndone,

    /// <summary>Security: somebody tried too many passwords or codes.</summary>
    SignInLocked,

    /// <summary>Security: the password of a contract was changed.</summary>
    PasswordChanged,

    /// <summary>Security: a user code was spent on age verification.</summary>
    AgeVerified,
}

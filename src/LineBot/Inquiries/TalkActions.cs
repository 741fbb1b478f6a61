namespace LineBot.Inquiries;

/// <summary>The talk's buttons that messages from the operators' side carry.</summary>
public static class TalkActions
{
    /// <summary>Gets what the customer sends while an inquiry is open.</summary>
    public const string Question = "talk-inquiry/question";

    /// <summary>オペレーターにつなぐ: joins the queue, with what was asked so far.</summary>
    public const string Connect = "talk-inquiry/connect";

    public const string End = "talk-inquiry/end";

    /// <summary>How content the customer was: <c>inquiry</c>, <c>score</c> 1 to 5.</summary>
    public const string Score = "talk-inquiry/score";

    /// <summary>And why: <c>inquiry</c>, <c>reason</c>.</summary>
    public const string ScoreReason = "talk-inquiry/score-reason";

    /// <summary>Does what an operator proposed: <c>proposal</c>.</summary>
    public const string Accept = "talk-inquiry/accept";

    public const string Decline = "talk-inquiry/decline";
}

namespace LineBot.Inquiries;

public sealed class InquiryOptions
{
    public const string Section = "Inquiry";

    /// <summary>When people begin to answer, Japanese time.</summary>
    public TimeOnly OpensAt { get; set; } = new(10, 0);

    /// <summary>When people stop answering, Japanese time. At this very moment they are gone.</summary>
    public TimeOnly ClosesAt { get; set; } = new(19, 0);

    /// <summary>How many UTF-16 units of one message are kept; the customer is told when more came.</summary>
    public int LongestText { get; set; } = 2_000;

    /// <summary>How many messages a customer may add before somebody answers.</summary>
    public int MostUnanswered { get; set; } = 100;

    /// <summary>How long the button of an act that an operator proposed works.</summary>
    public TimeSpan ProposalLifetime { get; set; } = TimeSpan.FromMinutes(30);
}

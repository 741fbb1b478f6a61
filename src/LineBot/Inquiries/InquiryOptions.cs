namespace LineBot.Inquiries;

public sealed class InquiryOptions
{
    public const string Section = "Inquiry";

    /// <summary>When people begin to answer, Japanese time.</summary>
    public TimeOnly OpensAt { get; set; } = new(10, 0);

    /// <summary>When people stop answering, Japanese time. At this very moment they are gone.</summary>
    public TimeOnly ClosesAt { get; set; } = new(19, 0);

    /// <summary>On which days of the week nobody answers.</summary>
    public IReadOnlyList<DayOfWeek> ClosedWeekdays { get; set; } = [];

    /// <summary>Whether nobody answers on Japan's public holidays.</summary>
    public bool ClosedOnHolidays { get; set; }

    /// <summary>Other Japanese days on which nobody answers: the turn of the year, an office that moves.</summary>
    public IReadOnlyList<DateOnly> ClosedDays { get; set; } = [];

    /// <summary>How many UTF-16 units of one message are kept; the customer is told when more came.</summary>
    public int LongestText { get; set; } = 2_000;

    /// <summary>How many messages a customer may add before somebody answers.</summary>
    public int MostUnanswered { get; set; } = 100;

    /// <summary>How long the button of an act that an operator proposed works.</summary>
    public TimeSpan ProposalLifetime { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>After how long without a word from the customer, counted from the operator's last, a talk is closed.</summary>
    public TimeSpan IdleClose { get; set; } = TimeSpan.FromHours(3);

    /// <summary>The largest picture, video, sound or file that is fetched from LINE.</summary>
    public int LargestContentBytes { get; set; } = 10 * 1024 * 1024;

    /// <summary>How long what was fetched is kept.</summary>
    public TimeSpan KeepContentFor { get; set; } = TimeSpan.FromDays(30);

    /// <summary>How long a closed inquiry is kept, with all that was said in it.</summary>
    public TimeSpan KeepClosedFor { get; set; } = TimeSpan.FromDays(180);
}

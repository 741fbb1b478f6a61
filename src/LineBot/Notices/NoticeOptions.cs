namespace LineBot.Notices;

public sealed class NoticeOptions
{
    public const string Section = "Notices";

    /// <summary>
    /// Pushes a Japanese month may have, answers and notices together, before notices stop, the least important kinds first;
    /// 0 sets no limit of one's own. Choose it below the quota of the LINE plan.
    /// </summary>
    public int MonthlyBudget { get; set; }

    /// <summary>From this time of day in Japan, notices wait …</summary>
    public TimeOnly QuietFrom { get; set; } = new(21, 0);

    /// <summary>… until this one. The same time twice turns the rest off.</summary>
    public TimeOnly QuietUntil { get; set; } = new(8, 0);

    /// <summary>How many days before its end a carry-over is spoken of; 0 for never.</summary>
    public int CarryOverDays { get; set; } = 5;

    /// <summary>How long it is remembered what was told, so that it is not told twice.</summary>
    public TimeSpan KeepFor { get; set; } = TimeSpan.FromDays(100);

    public QuietHours Quiet => new(QuietFrom, QuietUntil);
}

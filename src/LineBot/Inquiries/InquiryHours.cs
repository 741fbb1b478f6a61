using LineBot.Language;
using Microsoft.Extensions.Options;

namespace LineBot.Inquiries;

/// <summary>When people are there to answer.</summary>
public sealed class InquiryHours(IOptions<InquiryOptions> options)
{
    public TimeOnly OpensAt => options.Value.OpensAt;

    public TimeOnly ClosesAt => options.Value.ClosesAt;

    public bool IsOpenAt(DateTimeOffset now)
    {
        var time = TimeOnly.FromTimeSpan(JapanTime.In(now).TimeOfDay);
        return time >= OpensAt && time < ClosesAt;
    }

    /// <summary>The next instant at which people begin; <paramref name="now"/> itself when it is one.</summary>
    public DateTimeOffset NextOpening(DateTimeOffset now)
    {
        var today = JapanTime.DayOf(now);
        var opening = JapanTime.StartOf(today) + OpensAt.ToTimeSpan();
        return now <= opening ? opening : JapanTime.StartOf(today.AddDays(1)) + OpensAt.ToTimeSpan();
    }
}

using System.Diagnostics.Metrics;
using LineBot.Operations;

namespace LineBot.Inquiries;

/// <summary>How well questions are answered without people, and how long it takes until people are there.</summary>
public sealed class InquiryFigures(Telemetry telemetry)
{
    private readonly Counter<long> _questions = telemetry.Count("linebot_questions_total", "Questions by how sure the automatic answer was");
    private readonly Histogram<double> _waits = telemetry.LongTime("linebot_handover_wait_seconds", "From the wish for a person until one takes the talk");

    /// <param name="verdict"><c>sure</c>, <c>unsure</c> or <c>none</c>.</param>
    public void Asked(string verdict) => _questions.Add(1, Label.Of("verdict", verdict));

    /// <summary>Counts an inquiry's first taking; what is put back and taken again is no new wait.</summary>
    public void Taken(Inquiry before, DateTimeOffset now)
    {
        if (before.FirstTakenAt is null)
            _waits.Record((now - before.OpenedAt).TotalSeconds);
    }
}

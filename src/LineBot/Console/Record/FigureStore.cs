using LineBot.Language;
using LineBot.Storage;

namespace LineBot.Console.Record;

/// <summary>One operator's day.</summary>
public sealed record OperatorFigures
{
    public required string Name { get; init; }

    public required long Talks { get; init; }

    public required long Answers { get; init; }
}

/// <summary>What happened at the desk on one Japanese day.</summary>
/// <param name="OpenedByHour">How many inquiries reached people, by the hour of the day.</param>
/// <param name="Waits">How long customers waited who were taken on that day, shortest first.</param>
/// <param name="Scores">How many of those who said how it was gave 1, 2, 3, 4 and 5.</param>
/// <param name="Asked">How many customers asked the automatic answers.</param>
/// <param name="HandedOver">How many of them went on to people.</param>
public sealed record DayFigures(
    DateOnly Day, IReadOnlyList<long> OpenedByHour, long Closed, IReadOnlyList<TimeSpan> Waits, IReadOnlyList<long> Scores, long Asked, long HandedOver,
    IReadOnlyList<OperatorFigures> Operators)
{
    public long Opened => OpenedByHour.Sum();

    /// <summary>The share of those who asked and needed nobody, in percent; null where nobody asked.</summary>
    public int? SolvedWithoutPeople => Asked == 0 ? null : (int)Math.Round(100.0 * (Asked - HandedOver) / Asked);

    public double? Satisfaction => Scores.Sum() is var count and > 0 ? Scores.Select((given, index) => given * (index + 1)).Sum() / (double)count : null;

    /// <summary>The wait that <paramref name="share"/> of the customers did not exceed; null where nobody was taken.</summary>
    public TimeSpan? Wait(double share) => Waits.Count == 0 ? null : Waits[Math.Min(Waits.Count - 1, (int)Math.Ceiling(share * Waits.Count) - 1)];
}

/// <summary>Counts what happened at the desk.</summary>
public sealed class FigureStore
{
    public DayFigures Of(Transaction tx, DateOnly day)
    {
        var span = new { from = JapanTime.StartOf(day), until = JapanTime.StartOf(day.AddDays(1)) };
        var opened = tx.Query<DateTimeOffset>("SELECT opened_at FROM inquiries WHERE opened_at >= @from AND opened_at < @until", span);
        var byHour = opened.CountBy(at => JapanTime.In(at).Hour).ToDictionary();
        var scores = tx.Query<long>("SELECT score FROM inquiries WHERE closed_at >= @from AND closed_at < @until AND score IS NOT NULL", span)
            .CountBy(score => score).ToDictionary();
        return new DayFigures(
            day,
            [.. Enumerable.Range(0, 24).Select(hour => (long)byHour.GetValueOrDefault(hour))],
            tx.Get<long>("SELECT COUNT(*) FROM inquiries WHERE closed_at >= @from AND closed_at < @until", span),
            [.. tx.Query<long>("SELECT first_taken_at - opened_at FROM inquiries WHERE first_taken_at >= @from AND first_taken_at < @until", span)
                .Order().Select(milliseconds => TimeSpan.FromMilliseconds(milliseconds))],
            [.. Enumerable.Range(1, 5).Select(score => (long)scores.GetValueOrDefault(score))],
            tx.Get<long>("SELECT COUNT(DISTINCT line_user_id) FROM inquiry_questions WHERE at >= @from AND at < @until", span),
            tx.Get<long>("SELECT COUNT(DISTINCT line_user_id) FROM inquiry_questions WHERE at >= @from AND at < @until AND inquiry_id IS NOT NULL", span),
            tx.Query<OperatorFigures>(
                """
                SELECT operator_name AS name, COUNT(DISTINCT inquiry_id) AS talks, COUNT(*) AS answers FROM inquiry_messages
                WHERE author = 'operator' AND at >= @from AND at < @until GROUP BY operator_name ORDER BY answers DESC, name
                """, span));
    }
}

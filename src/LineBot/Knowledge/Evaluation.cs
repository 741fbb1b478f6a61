namespace LineBot.Knowledge;

/// <summary>A question and the topic that it is about; <c>-</c> for one that nobody should answer.</summary>
public sealed record AskedQuestion(string Topic, string Question)
{
    public bool IsOutside => Topic == "-";
}

/// <summary>How well questions found their article. Shares are of 1.</summary>
/// <param name="First">Of the questions in scope, those whose first article serves their topic.</param>
/// <param name="AmongThree">Of the questions in scope, those one of whose articles does.</param>
/// <param name="Sure">Of the questions in scope, those answered surely.</param>
/// <param name="SureAndRight">Of those, the right ones.</param>
/// <param name="OutsideSure">Of the questions out of scope, those answered surely all the same.</param>
/// <param name="OutsideNone">Of the questions out of scope, those for which nothing was shown.</param>
public sealed record Evaluation(
    int Questions, double First, double AmongThree, double Sure, double SureAndRight,
    int OutsideQuestions, double OutsideSure, double OutsideNone, IReadOnlyList<Miss> Misses)
{
    public static Evaluation Of(IEnumerable<AskedQuestion> questions, Answerer answerer)
    {
        var asked = questions.Select(question => (Question: question, Answer: answerer.Answer(question.Question))).ToList();
        var inside = asked.Where(one => !one.Question.IsOutside).Select(one => (one.Question, one.Answer, Place: PlaceOf(one.Question.Topic, one.Answer))).ToList();
        var outside = asked.Where(one => one.Question.IsOutside).ToList();
        var sure = inside.Where(one => one.Answer.Verdict == Verdict.Sure).ToList();
        return new Evaluation(
            inside.Count, Share(inside.Count(one => one.Place == 0), inside.Count), Share(inside.Count(one => one.Place >= 0), inside.Count),
            Share(sure.Count, inside.Count), Share(sure.Count(one => one.Place == 0), sure.Count),
            outside.Count, Share(outside.Count(one => one.Answer.Verdict == Verdict.Sure), outside.Count),
            Share(outside.Count(one => one.Answer.Verdict == Verdict.None), outside.Count),
            [
                .. inside.Where(one => one.Place != 0).Select(one => Miss.Of(one.Place < 0 ? "missed" : "not-first", one.Question, one.Answer)),
                .. outside.Where(one => one.Answer.Verdict != Verdict.None).Select(one => Miss.Of("outside", one.Question, one.Answer)),
            ]);
    }

    private static int PlaceOf(string topic, Answer answer) => answer.Articles.ToList().FindIndex(found => found.Article.Topics.Contains(topic));

    private static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}

/// <summary>A question that did not come out as it should.</summary>
/// <param name="Kind"><c>missed</c>, <c>not-first</c> or <c>outside</c>.</param>
public sealed record Miss(string Kind, string Topic, string Question, string Verdict, IReadOnlyList<string> Articles)
{
    public static Miss Of(string kind, AskedQuestion asked, Answer answer) => new(
        kind, asked.Topic, asked.Question, answer.Verdict.ToString().ToLowerInvariant(),
        [.. answer.Articles.Select(found => $"{found.Article.Id} {found.Score:F2}")]);
}

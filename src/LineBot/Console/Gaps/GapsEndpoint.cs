using System.Text;
using LineBot.Console.Staff;
using LineBot.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LineBot.Console.Gaps;

/// <summary>What customers asked and no article answered, and the beginning of an article for it.</summary>
internal sealed class GapsEndpoint(Duties duties, GapStore questions) : IConsoleEndpoint
{
    private const int MostQuestions = 2_000;
    private const int MostShown = 100;
    private const int UsualDays = 30;
    private const int MostDays = 90;

    public void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet(ConsoleAddress.Gaps, (HttpContext context, int? days) => duties.Looking(
            context,
            duty => duty.Note("gaps-viewed"),
            (tx, view) => new RazorComponentResult<GapsPage>(new
            {
                View = view, Gaps = GapsIn(tx, view, days).Take(MostShown).ToList(), Days = Of(days),
            }))).For(OperatorRole.Supervisor);
        pages.MapGet($"{ConsoleAddress.Gaps}/draft", (HttpContext context, long? id, int? days) => duties.Looking(
            context,
            duty => duty.Note("gaps-viewed", $"draft {id}"),
            (tx, view) => GapsIn(tx, view, days).FirstOrDefault(gap => gap.Id == id) is { } gap
                ? TypedResults.File(Encoding.UTF8.GetBytes(ArticleDraft.Of(gap)), "text/markdown; charset=utf-8", $"article-{gap.Id}.md")
                : ConsoleProblem.Page(StatusCodes.Status404NotFound, view.Tongue))).For(OperatorRole.Supervisor);
    }

    private IReadOnlyList<Gap> GapsIn(Transaction tx, ConsoleView view, int? days) =>
        Gap.Among(questions.Since(tx, view.Now.AddDays(-Of(days)), MostQuestions));

    private static int Of(int? days) => Math.Clamp(days ?? UsualDays, 1, MostDays);
}

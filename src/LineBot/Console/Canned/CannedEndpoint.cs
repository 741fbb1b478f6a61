using LineBot.Console.Staff;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace LineBot.Console.Canned;

/// <summary>The canned answers, for supervisors to keep.</summary>
internal sealed class CannedEndpoint(Duties duties, CannedAnswerStore answers) : IConsoleEndpoint
{
    public void Map(IEndpointRouteBuilder pages)
    {
        pages.MapPage(ConsoleAddress.Canned, context => duties.In(context, duty => Page(duty, null)), OperatorRole.Supervisor);
        pages.MapPost($"{ConsoleAddress.Canned}/add", (
            HttpContext context, [FromForm] string? language, [FromForm] string? title, [FromForm] string? body, [FromForm] int? position) =>
            SaveAsync(context, null, language, title, body, position)).For(OperatorRole.Supervisor);
        pages.MapPost($"{ConsoleAddress.Canned}/change", (
            HttpContext context, [FromForm] long id, [FromForm] string? language, [FromForm] string? title, [FromForm] string? body, [FromForm] int? position) =>
            SaveAsync(context, id, language, title, body, position)).For(OperatorRole.Supervisor);
        pages.MapPost($"{ConsoleAddress.Canned}/remove", (HttpContext context, [FromForm] long id) => duties.In(context, duty =>
        {
            if (!answers.Remove(duty.Tx, id))
                return ConsoleProblem.Page(StatusCodes.Status404NotFound, duty.Tongue);
            duty.Note("canned-answer-removed", $"answer {id}");
            return TypedResults.LocalRedirect(ConsoleAddress.Canned);
        })).For(OperatorRole.Supervisor);
    }

    private Task<IResult> SaveAsync(HttpContext context, long? id, string? language, string? title, string? body, int? position)
    {
        var (named, said) = ((title ?? "").Trim(), (body ?? "").ReplaceLineEndings("\n").Trim());
        return duties.In(context, duty =>
        {
            if (language is not ("ja" or "en") || named.Length is 0 or > CannedAnswer.LongestTitle || said.Length is 0 or > CannedAnswer.LongestBody)
            {
                return Page(duty, duty.Tongue.Say(
                    $"題名は1〜{CannedAnswer.LongestTitle}文字、本文は1〜{CannedAnswer.LongestBody:N0}文字にしてください。",
                    $"A title has 1 to {CannedAnswer.LongestTitle} characters, a text 1 to {CannedAnswer.LongestBody:N0}."));
            }
            if (id is not { } changed)
                answers.Add(duty.Tx, language, named, said, position ?? 0, duty.Operator.Name, duty.Now);
            else if (!answers.Change(duty.Tx, changed, language, named, said, position ?? 0, duty.Operator.Name, duty.Now))
                return ConsoleProblem.Page(StatusCodes.Status404NotFound, duty.Tongue);
            duty.Note("canned-answer-changed", named);
            return TypedResults.LocalRedirect(ConsoleAddress.Canned);
        });
    }

    private RazorComponentResult<CannedPage> Page(Duty duty, string? said) =>
        new(new { duty.View, Answers = answers.List(duty.Tx), Said = said }) { StatusCode = said is null ? 200 : 422 };
}

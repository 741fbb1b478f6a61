using LineBot.Console.Canned;
using LineBot.Console.Staff;
using LineBot.Inquiries;
using LineBot.Storage;
using Microsoft.AspNetCore.Mvc;

namespace LineBot.Console.Talks;

/// <summary>
/// What an operator does with a talk. A page without script gets the talk again, with what was refused and what was written;
/// the script is told the same in a few words and keeps the page.
/// </summary>
internal sealed class TalkActsEndpoint(
    Duties duties, TalksEndpoint pages, InquiryDesk desk, BoardStore board, OperatorStore operators, CannedAnswerStore answers, Proposals proposals, Database database) : IConsoleEndpoint
{
    public void Map(IEndpointRouteBuilder routes)
    {
        const string Talk = $"{ConsoleAddress.Talks}/{{id:long}}";
        routes.MapPost($"{ConsoleAddress.Talks}/next", (Delegate)TakeNextAsync).For(OperatorRole.Operator);
        routes.MapPost($"{Talk}/take", (HttpContext context, long id) =>
            ActAsync(context, id, duty => desk.Take(duty.Tx, id, duty.Operator.Name, duty.Now), goes: true)).For(OperatorRole.Operator);
        routes.MapPost($"{Talk}/answer", (HttpContext context, long id, [FromForm] string? text) =>
            ActAsync(context, id, duty => desk.Answer(duty.Tx, id, duty.Operator.Name, Unfolded(text), duty.Now), text)).For(OperatorRole.Operator);
        routes.MapPost($"{Talk}/note", (HttpContext context, long id, [FromForm] string? text) =>
            ActAsync(context, id, duty => desk.Note(duty.Tx, id, duty.Operator.Name, Unfolded(text), duty.Now))).For(OperatorRole.Operator);
        routes.MapPost($"{Talk}/close", (HttpContext context, long id) =>
            ActAsync(context, id, duty => desk.Close(duty.Tx, id, duty.Operator.Name, duty.Now, IsSupervisor(duty)))).For(OperatorRole.Operator);
        routes.MapPost($"{Talk}/put-back", (HttpContext context, long id) =>
            ActAsync(context, id, duty => desk.PutBack(duty.Tx, id, duty.Operator.Name, duty.Now, IsSupervisor(duty)))).For(OperatorRole.Operator);
        routes.MapPost($"{Talk}/hand-on", (HttpContext context, long id, [FromForm] string? to) =>
            ActAsync(context, id, duty => HandOn(duty, id, to ?? ""))).For(OperatorRole.Operator);
        routes.MapPost($"{Talk}/propose", (HttpContext context, long id, [FromForm] string? act) =>
            ActAsync(context, id, duty => proposals.Propose(duty.Tx, id, duty.Operator.Name, act ?? "", duty.Now))).For(OperatorRole.Operator);
        routes.MapPost($"{Talk}/compose", ComposeAsync).For(OperatorRole.Operator);
    }

    private DeskOutcome HandOn(Duty duty, long id, string to) =>
        operators.Find(duty.Tx, to) is { IsDisabled: false }
            ? desk.HandOn(duty.Tx, id, duty.Operator.Name, to, duty.Now, IsSupervisor(duty))
            : new DeskOutcome(DeskResult.NotFound);

    private async Task<IResult> TakeNextAsync(HttpContext context)
    {
        string? said = null;
        var result = await duties.In(context, duty =>
        {
            if (board.Next(duty.Tx) is { } id && desk.Take(duty.Tx, id, duty.Operator.Name, duty.Now).IsDone)
                return new TalkAnswer(true, null, ConsoleAddress.Talk(id));
            said = duty.Tongue.Say("いまは誰も待っていません。", "Nobody is waiting.");
            return new TalkAnswer(false, said, null);
        });
        return said is null || TalkAnswer.IsForScript(context)
            ? result
            : await pages.ShowAsync(context, null, said, status: StatusCodes.Status409Conflict);
    }

    /// <param name="written">What is put back into the answer box when it was not sent.</param>
    /// <param name="goes">Whether the script, too, has to open the talk anew.</param>
    private async Task<IResult> ActAsync(HttpContext context, long id, Func<Duty, DeskOutcome> act, string? written = null, bool goes = false)
    {
        string? said = null;
        var result = await duties.In(context, duty =>
        {
            var outcome = act(duty);
            if (!outcome.IsDone)
                said = Refusals.Of(outcome, operators.List(duty.Tx).ToDictionary(person => person.Name, person => person.DisplayName), duty.Tongue);
            return new TalkAnswer(outcome.IsDone, said, goes || !TalkAnswer.IsForScript(context) ? ConsoleAddress.Talk(id) : null);
        });
        return said is null || TalkAnswer.IsForScript(context)
            ? result
            : await pages.ShowAsync(context, id, said, written ?? "", StatusCodes.Status409Conflict);
    }

    /// <summary>Puts a canned answer behind what is written, where no script does it.</summary>
    private async Task<IResult> ComposeAsync(HttpContext context, long id, [FromForm] string? text, [FromForm] long? canned)
    {
        var written = Unfolded(text);
        var chosen = canned is { } wanted ? await database.ReadAsync(tx => answers.Find(tx, wanted), context.RequestAborted) : null;
        string? added = null;
        var result = await duties.In(context, duty =>
        {
            added = chosen?.For(null, duty.Operator.DisplayName) ?? "";
            return Results.Empty;
        });
        if (added is null)
            return result;
        return await pages.ShowAsync(context, id, draft: written.Length > 0 && added.Length > 0 ? $"{written}\n{added}" : written + added);
    }

    private static bool IsSupervisor(Duty duty) => duty.Operator.May(OperatorRole.Supervisor);

    /// <summary>Forms bring each line break as two characters, which LINE would count as two.</summary>
    private static string Unfolded(string? text) => (text ?? "").ReplaceLineEndings("\n").Trim();
}

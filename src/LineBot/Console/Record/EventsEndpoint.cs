using LineBot.Console.Staff;
using LineBot.Webhook;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace LineBot.Console.Record;

/// <summary>The events that failed for good: run again, or given up. Neither who wrote nor what is shown.</summary>
internal sealed class EventsEndpoint(Duties duties, InboxStore inbox) : IConsoleEndpoint
{
    private const int Most = 200;

    public void Map(IEndpointRouteBuilder pages)
    {
        pages.MapPage(ConsoleAddress.Events, context => duties.In(context, duty =>
            new RazorComponentResult<EventsPage>(new { duty.View, Events = inbox.ListSetAside(duty.Tx, Most) })), OperatorRole.Supervisor);
        pages.MapPost($"{ConsoleAddress.Events}/retry", (HttpContext context, [FromForm] string? id) =>
            duties.In(context, duty => Settle(duty, "event-retried", id, wanted => inbox.Retry(duty.Tx, wanted)))).For(OperatorRole.Supervisor);
        pages.MapPost($"{ConsoleAddress.Events}/discard", (HttpContext context, [FromForm] string? id) =>
            duties.In(context, duty => Settle(duty, "event-discarded", id, wanted => inbox.Discard(duty.Tx, wanted, duty.Now)))).For(OperatorRole.Supervisor);
    }

    private static IResult Settle(Duty duty, string action, string? id, Func<string, bool> settle)
    {
        if (id is not { Length: > 0 } || !settle(id))
            return ConsoleProblem.Page(StatusCodes.Status404NotFound, duty.Tongue);
        duty.Note(action, id);
        return TypedResults.LocalRedirect(ConsoleAddress.Events);
    }
}

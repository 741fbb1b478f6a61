using LineBot.Console.Canned;
using LineBot.Console.Customers;
using LineBot.Console.Staff;
using LineBot.Inquiries;
using LineBot.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LineBot.Console.Talks;

/// <summary>The desk: the lists of open talks, one of them opened, and the customer's card beside it.</summary>
internal sealed class TalksEndpoint(
    Duties duties, BoardStore board, TalkReader talks, CustomerCards cards, CannedAnswerStore canned, OperatorStore operators,
    Proposals proposals) : IConsoleEndpoint
{
    public void Map(IEndpointRouteBuilder pages)
    {
        pages.MapPage(ConsoleAddress.Root, context => ShowAsync(context, null), OperatorRole.Operator);
        pages.MapGet($"{ConsoleAddress.Talks}/{{id:long}}", (HttpContext context, long id) => ShowAsync(context, id)).For(OperatorRole.Operator);
    }

    /// <param name="said">Why an act was not done; the page then shows what was written, too.</param>
    public Task<IResult> ShowAsync(HttpContext context, long? id, string? said = null, string draft = "", int status = StatusCodes.Status200OK)
    {
        CustomerCard? card = null;
        return duties.Looking(
            context,
            duty =>
            {
                if (id is not { } talk || talks.Read(duty.Tx, talk, duty.Now) is not { } found)
                    return;
                duty.Note("inquiry-viewed", $"inquiry {id}");
                card = cards.Open(duty, found.Customer.LineUserId, $"inquiry {id}");
            },
            (tx, view) => Page(tx, view, id, card, said, draft, status));
    }

    private IResult Page(Transaction tx, ConsoleView view, long? id, CustomerCard? card, string? said, string draft, int status)
    {
        var talk = id is { } wanted ? talks.Read(tx, wanted, view.Now) : null;
        if (id is not null && talk is null)
            return ConsoleProblem.Page(StatusCodes.Status404NotFound, view.Tongue);
        return new RazorComponentResult<DeskPage>(new
        {
            View = view,
            Board = board.Read(tx, view.Now),
            Talk = talk,
            Card = card,
            Canned = talk is null ? [] : canned.For(tx, talk.Customer.Tongue),
            Possible = id is { } inquiry ? proposals.Possible(tx, inquiry) : [],
            Active = operators.Active(tx),
            Said = said,
            Draft = draft,
        })
        { StatusCode = status };
    }
}

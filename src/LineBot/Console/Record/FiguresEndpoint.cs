using LineBot.Console.Staff;
using LineBot.Console.Talks;
using LineBot.Language;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LineBot.Console.Record;

/// <summary>The day in figures. They name no customer.</summary>
internal sealed class FiguresEndpoint(Duties duties, FigureStore figures, BoardStore board) : IConsoleEndpoint
{
    public void Map(IEndpointRouteBuilder pages) => pages.MapGet(ConsoleAddress.Figures, (Delegate)ShowAsync).For(OperatorRole.Operator);

    private Task<IResult> ShowAsync(HttpContext context, string? day) => duties.Looking(
        context,
        _ => { },
        (tx, view) =>
        {
            var today = JapanTime.DayOf(view.Now);
            var wanted = SearchEndpoint.DayIn(day) is { } asked && asked < today ? asked : today;
            return new RazorComponentResult<FiguresPage>(new { View = view, Figures = figures.Of(tx, wanted), Board = board.Read(tx, view.Now) });
        });
}

using System.Globalization;
using LineBot.Console.Staff;
using LineBot.Language;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace LineBot.Console.Record;

/// <summary>Closed talks, found by name, words, phone number, operator and day. What was searched for is not put into the record, only that it was.</summary>
internal sealed class SearchEndpoint(Duties duties, TalkSearchStore talks, OperatorStore operators) : IConsoleEndpoint
{
    private const int PageSize = 50;
    private const int Furthest = 5_000;
    private const int LongestWords = 100;

    public void Map(IEndpointRouteBuilder pages) => pages.MapGet(ConsoleAddress.Search, (Delegate)ShowAsync).For(OperatorRole.Operator);

    private Task<IResult> ShowAsync(
        HttpContext context, string? q, [FromQuery(Name = "operator")] string? person, string? from, string? to, int? skip) =>
        duties.Looking(
            context,
            duty => duty.Note("inquiries-searched"),
            (tx, view) =>
            {
                var today = JapanTime.DayOf(view.Now);
                var (first, last) = (DayIn(from) ?? today.AddDays(-30), DayIn(to) ?? today);
                var words = (q ?? "").Trim();
                var search = new TalkSearch(
                    words.Length > LongestWords ? words[..LongestWords] : words, person ?? "", JapanTime.StartOf(first), JapanTime.StartOf(last.AddDays(1)),
                    Math.Clamp(skip ?? 0, 0, Furthest));
                var found = talks.Find(tx, search, PageSize);
                var older = found.Count < PageSize || search.Skip >= Furthest
                    ? null
                    : string.Create(CultureInfo.InvariantCulture,
                        $"{ConsoleAddress.Search}?q={Uri.EscapeDataString(search.Words)}&operator={Uri.EscapeDataString(search.Operator)}&from={first:yyyy-MM-dd}&to={last:yyyy-MM-dd}&skip={search.Skip + PageSize}");
                return new RazorComponentResult<SearchPage>(new
                {
                    View = view, search.Words, search.Operator, From = first, To = last, Operators = operators.List(tx), Found = found, Older = older,
                });
            });

    internal static DateOnly? DayIn(string? typed) =>
        DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}

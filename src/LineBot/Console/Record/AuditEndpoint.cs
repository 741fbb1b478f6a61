using System.Globalization;
using LineBot.Console.Staff;
using LineBot.Language;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LineBot.Console.Record;

/// <summary>Who did what to whose account, and who looked.</summary>
internal sealed class AuditEndpoint(Duties duties, AuditTrailStore trail) : IConsoleEndpoint
{
    private const int PageSize = 100;

    public void Map(IEndpointRouteBuilder pages) => pages.MapGet(ConsoleAddress.Audit, (Delegate)ShowAsync).For(OperatorRole.Supervisor);

    private Task<IResult> ShowAsync(
        HttpContext context, string? actor, string? action, string? contract, string? subscription, string? day, string? before)
    {
        var on = DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed) ? parsed : (DateOnly?)null;
        var filter = new AuditFilter(
            ActorOf(actor?.Trim()), action, NumberIn(contract), NumberIn(subscription),
            on is { } from ? JapanTime.StartOf(from) : null, on is { } until ? JapanTime.StartOf(until.AddDays(1)) : null, NumberIn(before));
        return duties.Looking(
            context,
            duty => duty.Note("audit-viewed", contractId: filter.ContractId, subscriptionId: filter.SubscriptionId),
            (tx, view) =>
            {
                var lines = trail.Search(tx, filter, PageSize);
                var older = lines.Count < PageSize ? null : $"{ConsoleAddress.Audit}?{Query(actor, action, contract, subscription, day)}before={lines[^1].Id}";
                return new RazorComponentResult<AuditPage>(new
                {
                    View = view, Filter = filter with { Actor = actor }, Day = on, Actions = trail.Actions(tx), Lines = lines, Older = older,
                });
            });
    }

    /// <summary>A bare name is an operator's.</summary>
    private static string? ActorOf(string? typed) =>
        string.IsNullOrEmpty(typed) || typed is "system" or "applicant" || typed.Contains(':', StringComparison.Ordinal) || typed is ['U', ..] ? typed : $"operator:{typed}";

    private static long? NumberIn(string? typed) =>
        long.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Query(string? actor, string? action, string? contract, string? subscription, string? day) =>
        string.Concat(new[] { ("actor", actor), ("action", action), ("contract", contract), ("subscription", subscription), ("day", day) }
            .Where(one => !string.IsNullOrEmpty(one.Item2)).Select(one => $"{one.Item1}={Uri.EscapeDataString(one.Item2!)}&"));
}

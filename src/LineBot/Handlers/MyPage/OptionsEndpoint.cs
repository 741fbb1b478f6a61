using System.Globalization;
using LineBot.Accounts;
using LineBot.Language;
using LineBot.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace LineBot.Handlers.MyPage;

/// <summary>オプション on and off, at once. What costs, and what is lost, is said before.</summary>
internal sealed class OptionsEndpoint(SubscriptionVisits visits, PlanStore plans, AuditStore audit)
{
    public static string PathOf(long subscriptionId) => $"{MyPageEndpoint.Path}/options/{subscriptionId.ToString(CultureInfo.InvariantCulture)}";

    public static string PathOf(long subscriptionId, string optionId) => $"{PathOf(subscriptionId)}/{Uri.EscapeDataString(optionId)}";

    public void Map(IEndpointRouteBuilder pages)
    {
        var path = $"{MyPageEndpoint.Path}/options/{{subscriptionId:long}}";
        pages.MapGet(path, List);
        pages.MapGet($"{path}/{{optionId}}", Ask);
        pages.MapPost($"{path}/{{optionId}}", Turn);
    }

    /// <param name="turned">The option that was turned on or off just now.</param>
    private Task<IResult> List(HttpContext context, long subscriptionId, string? turned) => visits.In(context, subscriptionId, (visit, subscription) =>
    {
        var had = plans.OptionsOf(visit.Tx, subscriptionId);
        return new RazorComponentResult<OptionsPage>(new
        {
            Subscription = subscription,
            Had = had,
            Others = plans.OptionsOffered(visit.Tx).Where(option => had.All(one => one.Id != option.Id)).ToList(),
            Turned = turned is { } id ? plans.FindOption(visit.Tx, id) : null,
        });
    });

    private Task<IResult> Ask(HttpContext context, long subscriptionId, string optionId) => visits.In(context, subscriptionId, (visit, subscription) =>
        Find(visit, subscriptionId, optionId) is not { } found
            ? NotOffered(context)
            : new RazorComponentResult<OptionConfirmPage>(new
            {
                Subscription = subscription, found.Option, found.IsOn, visit.Today, IsPaidForThisMonth = IsPaidFor(visit, subscriptionId, optionId),
            }));

    /// <param name="on">What it is to be: a second press changes nothing.</param>
    /// <param name="yen">The price that was shown: nobody pays another.</param>
    private Task<IResult> Turn(HttpContext context, long subscriptionId, string optionId, [FromForm] bool on, [FromForm] int? yen) =>
        visits.In(context, subscriptionId, (visit, subscription) =>
        {
            if (Find(visit, subscriptionId, optionId) is not { } found)
                return NotOffered(context);
            if (on && !found.IsOn && yen != found.Option.MonthlyYen)
                return TypedResults.Redirect(PathOf(subscriptionId, optionId));
            var isTurned = on ? plans.TakeOption(visit.Tx, subscriptionId, optionId, visit.Now) : plans.DropOption(visit.Tx, subscriptionId, optionId, visit.Now);
            if (isTurned)
                audit.Write(visit.Tx, visit.Now, visit.Customer.LineUserId, on ? "option-taken" : "option-dropped", visit.Contract.Id, subscription.Id, optionId);
            return TypedResults.Redirect($"{PathOf(subscriptionId)}?turned={Uri.EscapeDataString(optionId)}");
        });

    /// <summary>An option that the subscription has, or may have; one that is no longer sold can only be turned off.</summary>
    private (PlanOption Option, bool IsOn)? Find(Visit visit, long subscriptionId, string optionId)
    {
        var isOn = plans.OptionsOf(visit.Tx, subscriptionId).Any(option => option.Id == optionId);
        return plans.FindOption(visit.Tx, optionId) is { } option && (isOn || option.IsOffered) ? (option, isOn) : null;
    }

    private bool IsPaidFor(Visit visit, long subscriptionId, string optionId) =>
        plans.OptionsHad(visit.Tx, subscriptionId, JapanTime.StartOf(JapanTime.FirstOfMonth(visit.Today)), visit.Now).Any(option => option.Id == optionId);

    private static RazorComponentResult<ProblemPage> NotOffered(HttpContext context) => MyPageProblems.OptionNotOffered(PageTongue.Of(context)).ToPage();
}

using System.Globalization;
using Line.Messaging;
using LineBot.Accounts;
using LineBot.Data;
using LineBot.Language;
using LineBot.Notices;
using LineBot.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace LineBot.Handlers.MyPage;

/// <summary>プランの変更: from the next 1st, and to be taken back until then. Voice stays voice, data-only stays data-only.</summary>
internal sealed class PlanChangeEndpoint(
    SubscriptionVisits visits, MonthTurn months, SubscriptionStore subscriptions, PlanStore plans, PlanChangeStore changes, AuditStore audit,
    NoticeWriter notices, MyPageReplies replies)
{
    public static string PathOf(long subscriptionId) => $"{MyPageEndpoint.Path}/plan/{subscriptionId.ToString(CultureInfo.InvariantCulture)}";

    public static string PathOf(long subscriptionId, string planId) => $"{PathOf(subscriptionId)}/to/{Uri.EscapeDataString(planId)}";

    public void Map(IEndpointRouteBuilder pages)
    {
        var path = $"{MyPageEndpoint.Path}/plan/{{subscriptionId:long}}";
        pages.MapGet(path, Choose);
        pages.MapGet($"{path}/to/{{planId}}", Ask);
        pages.MapPost($"{path}/to/{{planId}}", Change);
        pages.MapPost($"{path}/cancel", Cancel);
    }

    private Task<IResult> Choose(HttpContext context, long subscriptionId) => In(context, subscriptionId, (visit, subscription) =>
        new RazorComponentResult<PlanPage>(new
        {
            Subscription = subscription,
            Next = subscription.NextPlanId is { } next ? plans.Find(visit.Tx, next) : null,
            Plans = Others(visit, subscription),
            TakesEffectOn = NextFirst(visit),
        }));

    /// <param name="again">Set where a press was not taken, because something is no longer as it was shown.</param>
    private Task<IResult> Ask(HttpContext context, long subscriptionId, string planId, bool again = false) => In(context, subscriptionId, (visit, subscription) =>
        Others(visit, subscription).FirstOrDefault(plan => plan.Id == planId) is not { } plan ? NotOffered(context)
        : plan.Id == subscription.NextPlanId ? TypedResults.Redirect(PathOf(subscriptionId))
        : new RazorComponentResult<PlanConfirmPage>(new
        {
            Subscription = subscription,
            Plan = plan,
            Dropped = subscription.NextPlanId is { } next ? plans.Find(visit.Tx, next) : null,
            TakesEffectOn = NextFirst(visit),
            IsAgain = again,
        }));

    /// <param name="from">The present plan, as it was shown.</param>
    /// <param name="on">The day on which the change takes effect, as it was shown.</param>
    /// <param name="yen">The new price, as it was shown.</param>
    private Task<IResult> Change(
        HttpContext context, long subscriptionId, string planId, [FromForm] string? from, [FromForm] DateOnly? on, [FromForm] int? yen) =>
        In(context, subscriptionId, (visit, subscription) =>
        {
            if (Others(visit, subscription).FirstOrDefault(plan => plan.Id == planId) is not { } plan)
                return NotOffered(context);
            if (from != subscription.PlanId || on != NextFirst(visit) || yen != plan.MonthlyYen)
                return TypedResults.Redirect($"{PathOf(subscriptionId, planId)}?again=true");
            if (changes.Ask(visit.Tx, subscriptionId, plan.Id))
                Tell(visit, subscription, "plan-change-asked", plan, tongue => replies.PlanChangeAsked(tongue, subscription, plan, NextFirst(visit)));
            return TypedResults.Redirect(PathOf(subscriptionId));
        });

    /// <param name="plan">The change that was shown: a page left open must not take back a later one.</param>
    private Task<IResult> Cancel(HttpContext context, long subscriptionId, [FromForm] string? plan) => In(context, subscriptionId, (visit, subscription) =>
    {
        if (plan is not null && plans.Find(visit.Tx, plan) is { } waiting && changes.Cancel(visit.Tx, subscriptionId, plan))
            Tell(visit, subscription, "plan-change-cancelled", waiting, tongue => replies.PlanChangeCancelled(tongue, subscription, waiting));
        return TypedResults.Redirect(PathOf(subscriptionId));
    });

    /// <summary>With the months granted up to now: a change that waited for one that has begun is the plan of today.</summary>
    private Task<IResult> In(HttpContext context, long subscriptionId, Func<Visit, Subscription, IResult> page) =>
        visits.In(context, subscriptionId, (visit, _) =>
        {
            months.CatchUp(visit.Tx, subscriptionId, visit.Now);
            return page(visit, subscriptions.Find(visit.Tx, subscriptionId)!);
        });

    private List<Plan> Others(Visit visit, Subscription subscription) =>
        [.. plans.Offered(visit.Tx).Where(plan => plan.HasVoice == subscription.HasVoice && plan.Id != subscription.PlanId)];

    private static DateOnly NextFirst(Visit visit) => JapanTime.FirstOfMonth(visit.Today).AddMonths(1);

    private void Tell(Visit visit, Subscription subscription, string what, Plan plan, Func<Tongue, Message> message)
    {
        var holder = visit.Customer.LineUserId;
        audit.Write(visit.Tx, visit.Now, holder, what, visit.Contract.Id, subscription.Id, $"{subscription.PlanId} to {plan.Id}");
        var cause = $"{what}:{subscription.Id}:{plan.Id}:{visit.Now.ToUnixTimeMilliseconds()}";
        notices.Tell(visit.Tx, holder, NoticeKind.PlanChanged, message, cause, visit.Now, isAnswer: true);
    }

    private static RazorComponentResult<ProblemPage> NotOffered(HttpContext context) => MyPageProblems.PlanNotOffered(PageTongue.Of(context)).ToPage();
}

using System.Globalization;
using LineBot.Accounts;
using LineBot.Data;
using LineBot.Outbox;
using LineBot.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace LineBot.Handlers.MyPage;

/// <summary>データの追加: an amount, what it costs and gives, and then once, however often the button is pressed.</summary>
internal sealed class TopUpEndpoint(
    SubscriptionVisits visits, TopUps topUps, TopUpStore bought, Balances balances, LinkStore links, AccountStore accounts, AuditStore audit,
    OutboxWriter outbox, MyPageReplies replies)
{
    private const int LongestRequest = 100;

    /// <summary>How long the confirmation still reminds of the last purchase, lest it is made again by mistake.</summary>
    private static readonly TimeSpan Recent = TimeSpan.FromMinutes(10);

    public static string PathOf(long subscriptionId) => $"{MyPageEndpoint.Path}/top-up/{subscriptionId.ToString(CultureInfo.InvariantCulture)}";

    public static string PathOf(long subscriptionId, int mb) => $"{PathOf(subscriptionId)}/{mb.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>What was paid for is told even when LINE was away for hours.</summary>
    private static readonly TimeSpan WorthSaying = TimeSpan.FromDays(1);

    public void Map(IEndpointRouteBuilder pages)
    {
        var path = $"{MyPageEndpoint.Path}/top-up/{{subscriptionId:long}}";
        pages.MapGet(path, Choose);
        pages.MapGet($"{path}/{{mb:int}}", Ask);
        pages.MapPost($"{path}/{{mb:int}}", Buy);
        pages.MapGet($"{path}/done/{{request}}", Done);
    }

    private Task<IResult> Choose(HttpContext context, long subscriptionId) => visits.In(context, subscriptionId, (visit, subscription) =>
        new RazorComponentResult<TopUpPage>(new
        {
            Subscription = subscription, topUps.Offers, Balance = balances.Of(visit.Tx, subscriptionId, visit.Now), LastDay = topUps.LastDayOf(visit.Today),
        }));

    private Task<IResult> Ask(HttpContext context, long subscriptionId, int mb) => visits.In(context, subscriptionId, (visit, subscription) =>
        OfferOf(mb) is not { } offer
            ? Problem.Of(StatusCodes.Status404NotFound, PageTongue.Of(context)).ToPage()
            : new RazorComponentResult<TopUpConfirmPage>(new
            {
                Subscription = subscription,
                Offer = offer,
                Balance = balances.Of(visit.Tx, subscriptionId, visit.Now),
                LastDay = topUps.LastDayOf(visit.Today),
                Request = Token.New(),
                Last = bought.Bought(visit.Tx, subscriptionId, visit.Now - Recent, visit.Now) is [.., var last] ? last : null,
            }));

    /// <param name="request">Names the confirmation that was shown: one purchase.</param>
    /// <param name="yen">The price that was shown: nobody pays another.</param>
    private Task<IResult> Buy(HttpContext context, long subscriptionId, int mb, [FromForm] string? request, [FromForm] int? yen) =>
        visits.In(context, subscriptionId, (visit, subscription) =>
        {
            if (request is not { Length: > 0 and <= LongestRequest } || OfferOf(mb) is not { } offer || offer.Yen != yen)
                return TypedResults.Redirect(PathOf(subscriptionId));
            if (topUps.Buy(visit.Tx, subscriptionId, request, offer, visit.Now))
                Tell(visit, subscription, offer, request);
            return TypedResults.Redirect($"{PathOf(subscriptionId)}/done/{Uri.EscapeDataString(request)}");
        });

    private Task<IResult> Done(HttpContext context, long subscriptionId, string request) => visits.In(context, subscriptionId, (visit, subscription) =>
        bought.Find(visit.Tx, subscriptionId, request) is { } topUp
            ? new RazorComponentResult<TopUpDonePage>(new
            {
                Subscription = subscription,
                TopUp = topUp,
                Balance = balances.Of(visit.Tx, subscriptionId, visit.Now),
                LastDay = topUps.LastDayOf(Language.JapanTime.DayOf(topUp.BoughtAt)),
            })
            : TypedResults.Redirect(PathOf(subscriptionId)));

    private TopUpOffer? OfferOf(int mb) => topUps.Offers.FirstOrDefault(offer => offer.Mb == mb);

    private void Tell(Visit visit, Subscription subscription, TopUpOffer offer, string request)
    {
        var (holder, kb, lastDay) = (visit.Customer, offer.Mb * 1_000L, topUps.LastDayOf(visit.Today));
        var cause = $"top-up:{subscription.Id}:{request}";
        audit.Write(visit.Tx, visit.Now, holder.LineUserId, "data-bought", visit.Contract.Id, subscription.Id, $"{offer.Mb} MB, {offer.Yen} yen");
        outbox.Push(visit.Tx, holder.LineUserId, [replies.DataBought(holder.Tongue, subscription, kb, offer.Yen, lastDay)], cause, 0, visit.Now, WorthSaying);
        if (links.UserOf(visit.Tx, subscription.Id) is { } user && user != holder.LineUserId)
        {
            var tongue = accounts.CustomerOf(visit.Tx, user).Tongue;
            outbox.Push(visit.Tx, user, [replies.DataReceived(tongue, subscription, kb, lastDay)], cause, 1, visit.Now, WorthSaying);
        }
    }
}

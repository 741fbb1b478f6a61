using LineBot.Accounts;
using LineBot.Campaigns;
using LineBot.Language;
using LineBot.LineApi;
using LineBot.Storage;
using LineBot.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LineBot.Handlers.AddInvite;

/// <summary>
/// The page for the invited: plans, the reward, and the way on. Looking changes nothing, for LINE's preview looks as well;
/// going on is a POST, or a message in the talk.
/// </summary>
internal sealed class InvitedEndpoint(
    Database database, InvitationStore invitations, CodeCheck codes, CampaignStore campaigns, PlanStore plans, AccountStore accounts,
    OwnAccount account, TimeProvider clock)
{
    public void Map(IEndpointRouteBuilder app)
    {
        var pages = app.MapPages();
        pages.MapGet(InvitationAddresses.Path + "/{code}", (Delegate)Show);
        pages.MapPost(InvitationAddresses.Path + "/{code}", (Delegate)GoOn);
    }

    private async Task<IResult> Show(HttpContext context, string code)
    {
        var (tongue, now) = (PageTongue.Of(context), clock.GetUtcNow());
        var (fault, view) = await database.ReadAsync(
            tx => codes.OfInvitation(tx, code, now) is { } found ? (found, null) : ((CodeFault?)null, ViewOf(tx, code, now)), context.RequestAborted);
        if (fault is not null)
            return Over(fault.Value, tongue).ToPage();
        var basicId = await account.BasicIdAsync(context.RequestAborted);
        return new RazorComponentResult<InvitedPage>(new
        {
            View = view, Talk = basicId is null ? null : InvitationAddresses.AcceptInTalk(tongue, basicId, code),
        });
    }

    private async Task<IResult> GoOn(HttpContext context, string code)
    {
        var (tongue, now) = (PageTongue.Of(context), clock.GetUtcNow());
        var fault = await database.WriteAsync(
            tx =>
            {
                var found = codes.OfInvitation(tx, code, now);
                if (found is null)
                    invitations.Opened(tx, code, now);
                return found;
            },
            WritePriority.First);
        return fault is null
            ? Results.Redirect($"/apply?invite={Uri.EscapeDataString(code)}&{PageTongue.Parameter}={tongue.Code}")
            : Over(fault.Value, tongue).ToPage();
    }

    private InvitedView ViewOf(Transaction tx, string code, DateTimeOffset now)
    {
        var invitation = invitations.Find(tx, code)!;
        return new InvitedView(
            code, invitation.ShowsName ? accounts.CustomerOf(tx, invitation.LineUserId).DisplayName : null, plans.Offered(tx),
            campaigns.OfInvitations(tx, JapanTime.DayOf(now)), codes.ExpiryOf(invitation));
    }

    private static Problem Over(CodeFault fault, Tongue tongue) => new(
        fault == CodeFault.Unknown ? StatusCodes.Status404NotFound : StatusCodes.Status410Gone,
        tongue.Say("この招待リンクは使えません", "This invitation cannot be used"),
        tongue.WhyRefused(fault),
        tongue.Say("招待がなくても、LINEのトークのメニュー「追加申込・招待」からお申し込みいただけます。", "You can apply without one as well: choose Sign up & invite in the menu of our talk."));
}

/// <summary>What the invited see.</summary>
/// <param name="Inviter">The inviter's name in LINE, where they let it be shown.</param>
/// <param name="Reward">What both get; null when there is nothing at present.</param>
public sealed record InvitedView(string Code, string? Inviter, IReadOnlyList<Plan> Plans, Campaign? Reward, DateTimeOffset ExpiresAt);

using LineBot.Accounts;
using LineBot.Applications;
using LineBot.Language;
using LineBot.RichMenu;
using LineBot.Storage;
using LineBot.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace LineBot.Handlers.AddInvite;

/// <summary>The application's pages: fill in, review, send, see what became of it. Only sending changes anything.</summary>
internal sealed class ApplyEndpoint(
    Database database, Reception reception, ApplicationStore store, ApplicationCheck check, ApplicationDrafts drafts, PlanStore plans,
    ContractStore contracts, SubscriptionStore subscriptions, AttemptStore attempts, IOptions<ApplicationOptions> options, TimeProvider clock)
{
    /// <summary>High, because the customers of a mobile network share few addresses; it is there for machines, which hashing would cost.</summary>
    public static readonly AttemptLimit ReviewsPerAddress = new("application-address", 100, TimeSpan.FromMinutes(15));

    private static readonly Dictionary<ApplicationField, Fault> NoFaults = [];

    public void Map(IEndpointRouteBuilder app)
    {
        var pages = app.MapPages();
        pages.MapGet("/apply", Fill);
        pages.MapPost("/apply/review", Review);
        pages.MapPost("/apply/edit", Edit);
        pages.MapPost("/apply/send", Send);
        pages.MapGet("/apply/received/{requestId}", Received);
    }

    private Task<IResult> Fill(HttpContext context, string? link, string? invite) =>
        Show(context, new ApplicationForm { Link = link, InvitationCode = invite }, NoFaults, StatusCodes.Status200OK);

    private async Task<IResult> Review(HttpContext context, [FromForm] ApplicationForm form)
    {
        var keptHash = drafts.Open(form.Draft)?.Content.PasswordHash;
        var now = clock.GetUtcNow();
        var (refusal, content, faults) = await database.ReadAsync(tx =>
        {
            var applicant = ApplicantOf(tx, form, now);
            var (read, wrong) = check.Read(tx, applicant, form, keptHash, now);
            return (RefusalOf(form.Link, applicant, PageTongue.Of(context)), read, wrong);
        }, context.RequestAborted);
        if (refusal is not null)
            return refusal.ToPage();
        if (faults.Count > 0)
            return await Show(context, form, faults, StatusCodes.Status422UnprocessableEntity);
        if (content.IsNewContract && content.PasswordHash is null)
        {
            var address = Neighbourhood.Of(context.Connection.RemoteIpAddress);
            if (await database.WriteAsync(tx => attempts.Take(tx, ReviewsPerAddress, address, now), WritePriority.First) is not null)
                return Problem.Of(StatusCodes.Status429TooManyRequests, PageTongue.Of(context)).ToPage();
            content = content with { PasswordHash = Passwords.Hash(form.Password!) };
        }
        var seal = drafts.Seal(new ApplicationDraft(Token.New(), form.Link ?? "", content));
        var view = await database.ReadAsync(tx => new ReviewView(
            content, plans.Find(tx, content.PlanId)!, content.ContractId is { } id ? contracts.Find(tx, id) : null, seal), context.RequestAborted);
        return new RazorComponentResult<ReviewPage>(new { View = view });
    }

    private Task<IResult> Edit(HttpContext context, [FromForm] ApplicationForm form) =>
        drafts.Open(form.Draft) is { } draft
            ? Show(context, FormOf(draft, form.Draft), NoFaults, StatusCodes.Status200OK)
            : Task.FromResult<IResult>(Problem.StaleForm(PageTongue.Of(context)).ToPage());

    private async Task<IResult> Send(HttpContext context, [FromForm] ApplicationForm form)
    {
        var tongue = PageTongue.Of(context);
        if (drafts.Open(form.Draft) is not { } draft)
            return Problem.StaleForm(tongue).ToPage();
        var outcome = await database.WriteAsync(tx => reception.Send(tx, draft, clock.GetUtcNow()), WritePriority.First);
        return outcome.Result switch
        {
            SendResult.Received => Results.Redirect($"/apply/received/{draft.RequestId}?{PageTongue.Parameter}={tongue.Code}"),
            SendResult.LinkLate => ApplyWords.LateLink(tongue).ToPage(),
            SendResult.AskHolder => ApplyWords.AskHolder(tongue).ToPage(),
            _ => await Show(context, FormOf(draft, form.Draft), outcome.Faults!, StatusCodes.Status422UnprocessableEntity),
        };
    }

    private async Task<IResult> Received(HttpContext context, string requestId)
    {
        var (application, phoneNumber) = await database.ReadAsync(tx =>
        {
            var found = store.FindByRequest(tx, requestId);
            return (found, found?.SubscriptionId is { } id ? subscriptions.Find(tx, id)?.PhoneNumber : null);
        }, context.RequestAborted);
        return application is null
            ? Problem.Of(StatusCodes.Status404NotFound, PageTongue.Of(context)).ToPage()
            : new RazorComponentResult<ReceivedPage>(new { Application = application, PhoneNumber = phoneNumber });
    }

    private async Task<IResult> Show(HttpContext context, ApplicationForm form, IReadOnlyDictionary<ApplicationField, Fault> faults, int status)
    {
        var keepsPassword = drafts.Open(form.Draft) is { Content.PasswordHash: not null };
        var (refusal, view) = await database.ReadAsync(tx =>
        {
            var who = ApplicantOf(tx, form, clock.GetUtcNow());
            var own = who is { IsContractHolder: true } ? contracts.LinkedTo(tx, who.LineUserId) : [];
            return (RefusalOf(form.Link, who, PageTongue.Of(context)), new ApplyView(plans.Offered(tx), own, form, faults, keepsPassword));
        }, context.RequestAborted);
        return refusal is not null
            ? refusal.ToPage()
            : new RazorComponentResult<ApplyPage>(new { View = view, options.Value.LowestAge }) { StatusCode = status };
    }

    private Customer? ApplicantOf(Transaction tx, ApplicationForm form, DateTimeOffset now) =>
        string.IsNullOrEmpty(form.Link) ? null : reception.ApplicantOf(tx, form.Link, now);

    /// <summary>Whoever only uses a subscription sees no prices, by whatever way they came.</summary>
    private static Problem? RefusalOf(string? link, Customer? applicant, Tongue tongue) => applicant switch
    {
        null => string.IsNullOrEmpty(link) ? null : ApplyWords.LateLink(tongue),
        { LinkState: LinkState.User } => ApplyWords.AskHolder(tongue),
        _ => null,
    };

    private static ApplicationForm FormOf(ApplicationDraft draft, string? seal)
    {
        var form = ApplicationForm.Of(draft.Content);
        (form.Link, form.Draft) = (draft.Link, seal);
        return form;
    }
}

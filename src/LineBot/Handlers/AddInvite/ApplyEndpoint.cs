using LineBot.Accounts;
using LineBot.RichMenu;
using LineBot.Storage;
using LineBot.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace LineBot.Handlers.AddInvite;

/// <summary>The application's pages: fill in, review, send, see what became of it. Only sending changes anything.</summary>
internal sealed class ApplyEndpoint(
    Database database, Applications applications, ApplicationStore store, ApplicationCheck check, ApplicationDrafts drafts, PlanStore plans,
    ContractStore contracts, SubscriptionStore subscriptions, IOptions<ApplicationOptions> options, TimeProvider clock)
{
    private static readonly Dictionary<ApplicationField, Fault> NoFaults = [];

    public static void Map(WebApplication app)
    {
        var endpoint = app.Services.GetRequiredService<ApplyEndpoint>();
        var pages = app.MapPages();
        pages.MapGet("/apply", endpoint.Fill);
        pages.MapPost("/apply/review", endpoint.Review);
        pages.MapPost("/apply/edit", endpoint.Edit);
        pages.MapPost("/apply/send", endpoint.Send);
        pages.MapGet("/apply/received/{requestId}", endpoint.Received);
    }

    private Task<IResult> Fill(HttpContext context, string? link, string? invite) =>
        Show(context, new ApplicationForm { Link = link, InvitationCode = invite }, NoFaults, StatusCodes.Status200OK);

    private async Task<IResult> Review(HttpContext context, [FromForm] ApplicationForm form)
    {
        var keptHash = drafts.Open(form.Draft)?.Content.PasswordHash;
        var now = clock.GetUtcNow();
        var (isLate, content, faults) = await database.ReadAsync(tx =>
        {
            var applicant = ApplicantOf(tx, form, now);
            var (read, wrong) = check.Read(tx, applicant, form, keptHash, now);
            return (IsLate: IsLate(form, applicant), read, wrong);
        }, context.RequestAborted);
        if (isLate)
            return ProblemOf(ApplyWords.LateLink(PageTongue.Of(context)));
        if (faults.Count > 0)
            return await Show(context, form, faults, StatusCodes.Status422UnprocessableEntity);
        if (content.IsNewContract && content.PasswordHash is null)
            content = content with { PasswordHash = Passwords.Hash(form.Password!) };
        var seal = drafts.Seal(new ApplicationDraft(Token.New(), form.Link ?? "", content));
        var view = await database.ReadAsync(tx => new ReviewView(
            content, plans.Find(tx, content.PlanId)!, content.ContractId is { } id ? contracts.Find(tx, id) : null, seal), context.RequestAborted);
        return new RazorComponentResult<ReviewPage>(new { View = view });
    }

    private Task<IResult> Edit(HttpContext context, [FromForm] ApplicationForm form) =>
        drafts.Open(form.Draft) is { } draft
            ? Show(context, FormOf(draft, form.Draft), NoFaults, StatusCodes.Status200OK)
            : Task.FromResult<IResult>(ProblemOf(Problem.StaleForm(PageTongue.Of(context))));

    private async Task<IResult> Send(HttpContext context, [FromForm] ApplicationForm form)
    {
        var tongue = PageTongue.Of(context);
        if (drafts.Open(form.Draft) is not { } draft)
            return ProblemOf(Problem.StaleForm(tongue));
        var outcome = await database.WriteAsync(tx => applications.Send(tx, draft, clock.GetUtcNow()), WritePriority.First);
        return outcome.Result switch
        {
            SendResult.Received => Results.Redirect($"/apply/received/{draft.RequestId}?{PageTongue.Parameter}={tongue.Code}"),
            SendResult.LinkLate => ProblemOf(ApplyWords.LateLink(tongue)),
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
            ? ProblemOf(Problem.Of(StatusCodes.Status404NotFound, PageTongue.Of(context)))
            : new RazorComponentResult<ReceivedPage>(new { Application = application, PhoneNumber = phoneNumber });
    }

    private async Task<IResult> Show(HttpContext context, ApplicationForm form, IReadOnlyDictionary<ApplicationField, Fault> faults, int status)
    {
        var keepsPassword = drafts.Open(form.Draft) is { Content.PasswordHash: not null };
        var (applicant, isLate, view) = await database.ReadAsync(tx =>
        {
            var who = ApplicantOf(tx, form, clock.GetUtcNow());
            var own = who is { IsContractHolder: true } ? contracts.LinkedTo(tx, who.LineUserId) : [];
            return (who, IsLate(form, who), new ApplyView(plans.Offered(tx), own, form, faults, keepsPassword));
        }, context.RequestAborted);
        var tongue = PageTongue.Of(context);
        if (isLate)
            return ProblemOf(ApplyWords.LateLink(tongue));
        // Prices are not for whoever only uses a subscription, by whatever way they came.
        return applicant is { LinkState: LinkState.User }
            ? ProblemOf(ApplyWords.AskHolder(tongue))
            : new RazorComponentResult<ApplyPage>(new { View = view, options.Value.LowestAge }) { StatusCode = status };
    }

    private Customer? ApplicantOf(Transaction tx, ApplicationForm form, DateTimeOffset now) =>
        string.IsNullOrEmpty(form.Link) ? null : applications.ApplicantOf(tx, form.Link, now);

    private static bool IsLate(ApplicationForm form, Customer? applicant) => !string.IsNullOrEmpty(form.Link) && applicant is null;

    private static ApplicationForm FormOf(ApplicationDraft draft, string? seal)
    {
        var form = ApplicationForm.Of(draft.Content);
        (form.Link, form.Draft) = (draft.Link, seal);
        return form;
    }

    private static RazorComponentResult<ProblemPage> ProblemOf(Problem problem) =>
        new(new { Problem = problem }) { StatusCode = problem.Status };
}

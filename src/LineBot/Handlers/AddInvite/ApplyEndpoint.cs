using System.Globalization;
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

/// <summary>
/// The application's pages: step by step, review, send, see what became of it. What a step was told is kept in a draft as soon as it is
/// in order; only sending makes an application.
/// </summary>
internal sealed class ApplyEndpoint(
    Database database, Visits visits, Reception reception, ApplicationStore store, ApplicationCheck check, ApplicationDraftStore drafts,
    ApplyPages pages, DraftCookie cookie, SubscriptionStore subscriptions, AttemptStore attempts, IOptions<ApplicationOptions> options,
    TimeProvider clock)
{
    /// <summary>Of new drafts and passwords. High, because the customers of a mobile network share few addresses; it is there for machines.</summary>
    public static readonly AttemptLimit PerAddress = new("application-address", 200, TimeSpan.FromMinutes(15));

    public void Map(IEndpointRouteBuilder app)
    {
        var group = app.MapPages();
        group.MapGet("/apply", Show);
        group.MapPost("/apply/send", Send);
        group.MapPost("/apply/restart", Restart);
        group.MapPost("/apply/{step}", Take);
        group.MapGet("/apply/received/{requestId}", Received);
    }

    private async Task<IResult> Show(HttpContext context, string? step, string? link, string? invite)
    {
        var caller = await CallerOf(context, link);
        return await database.ReadAsync(
            tx =>
            {
                var now = clock.GetUtcNow();
                var applicant = ApplicantOf(tx, caller, now);
                return RefusalOf(applicant, caller.Tongue)?.ToPage()
                    ?? pages.Page(tx, caller.Tongue, caller.Link, applicant, ApplySteps.Read(step), TypedField.Code(invite), now);
            }, context.RequestAborted);
    }

    private async Task<IResult> Take(HttpContext context, string step, [FromForm] ApplicationForm? form, [FromForm] ApplyPost? told)
    {
        if (ApplySteps.Read(step) is not { } taken || taken == ApplyStep.Review)
            return Problem.Of(StatusCodes.Status404NotFound, PageTongue.Of(context)).ToPage();
        // A step that was sent without any of its fields.
        var (typed, post) = (form ?? new ApplicationForm(), told ?? new ApplyPost());
        var caller = await CallerOf(context, post.Link);
        var address = Neighbourhood.Of(context.Connection.RemoteIpAddress);
        string? hash = null;
        if (taken == ApplyStep.Login && ApplicationCheck.PasswordFaultOf(post.Password, typed.LoginId) is null)
        {
            if (await database.WriteAsync(tx => attempts.Take(tx, PerAddress, address, clock.GetUtcNow()), WritePriority.First) is not null)
                return TooMany(caller);
            // Slow on purpose, and so outside the transaction.
            hash = Passwords.Hash(post.Password!);
        }
        var token = caller.Cookie ?? Token.New();
        return await database.WriteAsync(
            tx =>
            {
                var now = clock.GetUtcNow();
                var applicant = ApplicantOf(tx, caller with { Cookie = token }, now);
                if (RefusalOf(applicant, caller.Tongue) is { } refusal)
                    return refusal.ToPage();
                var before = drafts.Find(tx, applicant.Owner!, now);
                var filled = (before?.Form ?? new ApplicationForm()).With(taken, typed);
                // With one contract there is nothing to choose, and what is chosen by that is said here once and for all.
                if (applicant.Customer is { ContractIds: [var only] } && taken == ApplyStep.Plan)
                    filled = filled with { Contract = only.ToString(CultureInfo.InvariantCulture) };
                var draft = ApplicationDraft.Of(filled, hash ?? before?.PasswordHash);
                var faults = pages.FaultsOf(tx, applicant, draft, taken, now);
                // Of a password that is refused nothing is kept, and the one from before does not stand in for it.
                if (taken == ApplyStep.Login && !string.IsNullOrEmpty(post.Password) && ApplicationCheck.PasswordFaultOf(post.Password, filled.LoginId) is { } fault)
                    faults[ApplicationField.Password] = fault;
                if (faults.Count > 0)
                    return pages.Form(tx, caller.Tongue, caller.Link, applicant, draft, taken, faults, StatusCodes.Status422UnprocessableEntity);
                if (before is null && attempts.Take(tx, PerAddress, address, now) is not null)
                    return TooMany(caller);
                drafts.Save(tx, applicant.Owner!, applicant.Customer?.LineUserId, draft, now + options.Value.DraftLifetime);
                if (applicant.Customer is null)
                    cookie.Set(context, token, options.Value.DraftLifetime);
                return (IResult)Results.Redirect(AddressOf(caller, ApplySteps.After(taken, applicant.SignsNewContract)));
            },
            WritePriority.First);
    }

    private async Task<IResult> Send(HttpContext context, [FromForm] ApplyPost post)
    {
        var caller = await CallerOf(context, post.Link);
        return await database.WriteAsync<IResult>(
            tx =>
            {
                var now = clock.GetUtcNow();
                if (post.RequestId is { Length: > 0 } sent && store.FindByRequest(tx, sent) is { } before)
                    return Results.Redirect(ReceivedAddress(before, caller.Tongue));
                var applicant = ApplicantOf(tx, caller, now);
                if (RefusalOf(applicant, caller.Tongue) is { } refusal)
                    return refusal.ToPage();
                if (applicant.Owner is null || drafts.Find(tx, applicant.Owner, now) is not { } draft)
                    return Problem.StaleForm(caller.Tongue).ToPage();
                var (content, faults) = check.Read(tx, applicant, draft, now);
                if (faults.Count > 0)
                    return pages.Page(tx, caller.Tongue, caller.Link, applicant, null, "", now, StatusCodes.Status422UnprocessableEntity);
                // Changed since this review was shown: it is shown as it is now.
                if (draft.RequestId != post.RequestId)
                    return Results.Redirect(AddressOf(caller, ApplyStep.Review));
                return Results.Redirect(ReceivedAddress(reception.Receive(tx, applicant, caller.Link, draft.RequestId, content, now), caller.Tongue));
            },
            WritePriority.First);
    }

    private async Task<IResult> Restart(HttpContext context, [FromForm] ApplyPost post)
    {
        var caller = await CallerOf(context, post.Link);
        await database.WriteAsync(
            tx =>
            {
                if (ApplicantOf(tx, caller, clock.GetUtcNow()).Owner is { } owner)
                    drafts.Drop(tx, owner);
            },
            WritePriority.First);
        return Results.Redirect(AddressOf(caller, ApplyStep.Plan));
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

    private async Task<Caller> CallerOf(HttpContext context, string? link) =>
        new(link ?? "", await visits.AccountOf(context), cookie.TokenIn(context), PageTongue.Of(context));

    private Applicant ApplicantOf(Transaction tx, Caller caller, DateTimeOffset now) =>
        reception.ApplicantOf(tx, caller.Link, caller.SignedIn, caller.Cookie, now);

    /// <summary>Whoever only uses a subscription sees no prices, by whatever way they came.</summary>
    private static Problem? RefusalOf(Applicant applicant, Tongue tongue) =>
        applicant.HasLateLink ? ApplyWords.LateLink(tongue)
        : applicant.Customer is { LinkState: LinkState.User } ? ApplyWords.AskHolder(tongue)
        : null;

    private static string AddressOf(Caller caller, ApplyStep step) => ApplyAddresses.Step(step, caller.Link, caller.Tongue);

    private static RazorComponentResult<ProblemPage> TooMany(Caller caller) => Problem.Of(StatusCodes.Status429TooManyRequests, caller.Tongue).ToPage();

    private static string ReceivedAddress(Application application, Tongue tongue) =>
        $"/apply/received/{application.RequestId}?{PageTongue.Parameter}={tongue.Code}";

    /// <param name="Link">The token of the link from the talk, or empty.</param>
    /// <param name="SignedIn">The LINE account that is signed in to My Page, if one is.</param>
    /// <param name="Cookie">What a browser finds its draft by, if it has one.</param>
    private sealed record Caller(string Link, string? SignedIn, string? Cookie, Tongue Tongue);
}

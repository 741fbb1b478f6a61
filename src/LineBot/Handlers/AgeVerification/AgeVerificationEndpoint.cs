using LineBot.Accounts;
using LineBot.Language;
using LineBot.Notices;
using LineBot.Storage;
using LineBot.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LineBot.Handlers.AgeVerification;

/// <summary>The page of 年齢認証, open to everybody who has a user code.</summary>
internal sealed class AgeVerificationEndpoint(
    Database database, AgeCheck check, AgeLinkStore ageLinks, Visits visits, LinkStore links, NoticeWriter notices,
    AgeVerificationReplies replies, TimeProvider clock)
{
    public const string Path = OpenPages.AgeVerification;
    public const string Link = "link";

    private const int LongestField = 100;

    public void Map(IEndpointRouteBuilder app)
    {
        var pages = app.MapPages();
        pages.MapGet(Path, (string? link) => Form(new AgeForm { Link = link }, AgeFaults.None));
        pages.MapPost(Path, Verify);
    }

    private async Task<IResult> Verify(HttpContext context, [AsParameters] AgeForm form)
    {
        var tongue = PageTongue.Of(context);
        var now = clock.GetUtcNow();
        var digits = form.UserCode is { Length: <= LongestField } typed ? UserCodeText.DigitsIn(typed) : null;
        var birth = form.BirthDate is { Length: <= LongestField } date ? BirthDate.Read(date, JapanTime.DayOf(now)) : null;
        if (AgeFaults.InWhatWasTyped(tongue, digits, birth) is { } faults)
            return Form(form, faults);
        var visitor = await visits.AccountOf(context);
        var verdict = await database.WriteAsync(
            tx =>
            {
                var account = visitor ?? (form.Link is { Length: > 0 and <= LongestField } link ? ageLinks.AccountOf(tx, link, now) : null);
                var result = check.Verify(tx, digits!, birth!.Value, account, Neighbourhood.Of(context.Connection.RemoteIpAddress), now);
                if (result.Result == AgeResult.Verified)
                    Tell(tx, result.Subscription!, account, now);
                return result;
            },
            WritePriority.First);
        return verdict.Subscription is { } subscription
            ? new RazorComponentResult<AgeVerifiedPage>(new { Subscription = subscription, IsCodeLeft = verdict.Code is { IsValid: true } })
            : Form(form, AgeFaults.Of(verdict, tongue));
    }

    /// <summary>Whoever typed the code, and the holder of the contract, whose code it was.</summary>
    private void Tell(Transaction tx, Subscription subscription, string? account, DateTimeOffset now)
    {
        var cause = $"age-verified:{subscription.Id}";
        var holder = links.HolderOf(tx, subscription.ContractId);
        foreach (var told in new[] { holder, account }.OfType<string>().Distinct())
        {
            notices.Tell(
                tx, told, NoticeKind.AgeVerified, tongue => replies.Verified(tongue, subscription, isHolder: told == holder), cause, now,
                isAnswer: told == account);
        }
    }

    private static RazorComponentResult<AgeVerificationPage> Form(AgeForm form, AgeFaults faults) =>
        new(new { Form = form, Faults = faults }) { StatusCode = faults.Status };
}

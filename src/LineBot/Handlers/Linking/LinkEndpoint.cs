using LineBot.Accounts;
using LineBot.Storage;
using LineBot.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace LineBot.Handlers.Linking;

/// <summary>The sign-in page of 契約者連携. Opening it changes nothing: a preview may have opened it.</summary>
internal sealed class LinkEndpoint(
    Database database, AccountLinkStore signIns, LinkStore links, PasswordCheck passwords, LockoutNotices lockouts, TimeProvider clock,
    PublicAddress address)
{
    public const string Path = "/link";

    private const int LongestField = 256;

    public void Map(IEndpointRouteBuilder app)
    {
        var pages = app.MapPages();
        pages.MapGet(Path, Open);
        pages.MapPost(Path, SignIn);
        pages.MapPost($"{Path}/agree", Agree);
    }

    private async Task<IResult> Open(HttpContext context, string? linkToken) =>
        await AccountOf(linkToken) is null ? Expired(context) : Form(linkToken!, "", SignInError.None);

    private async Task<IResult> SignIn(
        HttpContext context, [FromForm] string? linkToken, [FromForm] string? loginId, [FromForm] string? password)
    {
        if (await AccountOf(linkToken) is not { } lineUserId)
            return Expired(context);
        if (loginId is not { Length: > 0 and <= LongestField } || password is not { Length: > 0 and <= LongestField })
            return Form(linkToken!, loginId is { Length: > LongestField } ? "" : loginId ?? "", SignInError.Incomplete);
        var verdict = await passwords.CheckAsync(loginId, password, lineUserId, context.Connection.RemoteIpAddress, context.RequestAborted);
        if (verdict.TryAgainAt is not null)
            return Form(linkToken!, loginId, SignInError.TooMany(verdict.TryAgainAt.Value));
        if (verdict.Lockout is { } lockout)
            await database.WriteAsync(tx => lockouts.Tell(tx, lockout, clock.GetUtcNow()), WritePriority.First);
        return verdict.ContractId is { } contractId
            ? await GoOn(linkToken!, lineUserId, contractId)
            : Form(linkToken!, loginId, SignInError.Wrong);
    }

    private async Task<IResult> GoOn(string linkToken, string lineUserId, long contractId)
    {
        var (nonce, displaces) = await database.WriteAsync(
            tx =>
            {
                var holder = links.HolderOf(tx, contractId);
                var displaces = holder == lineUserId ? null : holder;
                return (signIns.MakeNonce(tx, linkToken, lineUserId, contractId, displaces, clock.GetUtcNow()), displaces);
            },
            WritePriority.First);
        return displaces is null ? ToLine(linkToken, nonce) : new RazorComponentResult<TakeoverPage>(new { LinkToken = linkToken, Nonce = nonce });
    }

    private async Task<IResult> Agree(HttpContext context, [FromForm] string? linkToken, [FromForm] string? nonce)
    {
        var agreed = linkToken is not null && nonce is not null
            && await database.WriteAsync(tx => signIns.Agree(tx, nonce, linkToken, clock.GetUtcNow()), WritePriority.First);
        return agreed ? ToLine(linkToken!, nonce!) : Expired(context);
    }

    private async Task<string?> AccountOf(string? linkToken) => linkToken is { Length: > 0 and <= LongestField }
        ? await database.ReadAsync(tx => signIns.AccountOf(tx, linkToken, clock.GetUtcNow()))
        : null;

    /// <summary>LINE sees whether the one who signed in is the one who asked, and tells the webhook.</summary>
    private RedirectHttpResult ToLine(string linkToken, string nonce) => TypedResults.Redirect(
        $"{address.AccountLinkDialog}?linkToken={Uri.EscapeDataString(linkToken)}&nonce={Uri.EscapeDataString(nonce)}");

    private static RazorComponentResult<SignInPage> Form(string linkToken, string loginId, SignInError error) =>
        new(new { LinkToken = linkToken, LoginId = loginId, Error = error }) { StatusCode = error.Status };

    private static RazorComponentResult<ProblemPage> Expired(HttpContext context) =>
        LinkPageWords.Expired(PageTongue.Of(context)).ToPage();
}

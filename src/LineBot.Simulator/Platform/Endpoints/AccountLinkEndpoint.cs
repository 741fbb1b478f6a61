using System.Net;
using System.Text.Json.Nodes;

namespace LineBot.Simulator.Platform.Endpoints;

/// <summary>
/// The dialog that ends account linking. LINE knows who opens it from the LINE app; here the in-app browser says so
/// in <see cref="LinePlatform.OpenedByHeader"/>.
/// </summary>
internal static class AccountLinkEndpoint
{
    public static void Map(IEndpointRouteBuilder routes, LinePlatform platform) =>
        routes.MapGet("/dialog/bot/accountLink", (HttpContext context, string? linkToken, string? nonce) =>
        {
            var opener = platform.FindPhone(context.Request.Headers[LinePlatform.OpenedByHeader]);
            if (nonce is null || nonce.Length is < 10 or > 255 || opener is null)
                return Page(opener, ("400 Bad Request", "400 Bad Request"), ("このページを開けませんでした。", "This page could not be opened."), 400);
            return platform.Do(() => Link(platform, opener, linkToken, nonce));
        });

    private static IResult Link(LinePlatform platform, LinePhone opener, string? linkToken, string nonce)
    {
        var again = ("トークに戻って、もう一度お試しください。", "Go back to the talk and try again.");
        if (platform.LinkTokens.Spend(linkToken) is not { } owner)
            return Page(opener, ("リンクの有効期限が切れています", "This link has expired"), again, 400);
        var isSame = owner == opener;
        var link = new JsonObject { ["result"] = isSame ? "ok" : "failed", ["nonce"] = nonce };
        var happened = WebhookEvent.Complete(WebhookEvent.Of("accountLink", ("link", link)), platform, isSame ? opener : null);
        _ = platform.Webhooks.Enqueue(opener, happened);
        var name = platform.Channel.DisplayName;
        return isSame
            ? Page(opener, ("アカウント連携", "Account link"),
                ($"{name}との連携が完了しました。この画面を閉じて、トークに戻ってください。", $"Your account is linked with {name}. Close this page and go back to the talk."), 200)
            : Page(opener, ("連携できませんでした", "The accounts were not linked"), again, 400);
    }

    private static IResult Page(LinePhone? reader, (string Japanese, string English) title, (string Japanese, string English) text, int status)
    {
        var isEnglish = reader?.Language?.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true;
        string Say((string Japanese, string English) words) => WebUtility.HtmlEncode(isEnglish ? words.English : words.Japanese);
        return Results.Content(
            $"""
            <!DOCTYPE html>
            <html lang="{(isEnglish ? "en" : "ja")}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{Say(title)}</title></head>
            <body style="font-family:sans-serif;margin:48px 24px;text-align:center"><h1 style="font-size:20px">{Say(title)}</h1><p>{Say(text)}</p></body></html>
            """, "text/html; charset=utf-8", statusCode: status);
    }
}

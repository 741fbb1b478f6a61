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
                return Page("400 Bad Request", "このページを開けませんでした。", 400);
            return platform.Do(() => Link(platform, opener, linkToken, nonce));
        });

    private static IResult Link(LinePlatform platform, LinePhone opener, string? linkToken, string nonce)
    {
        if (platform.LinkTokens.Spend(linkToken) is not { } owner)
            return Page("リンクの有効期限が切れています", "トークに戻って、もう一度お試しください。", 400);
        var isSame = owner == opener;
        var link = new JsonObject { ["result"] = isSame ? "ok" : "failed", ["nonce"] = nonce };
        var happened = WebhookEvent.Complete(WebhookEvent.Of("accountLink", ("link", link)), platform, isSame ? opener : null);
        _ = platform.Webhooks.Enqueue(opener, happened);
        return isSame
            ? Page("アカウント連携", $"{platform.Channel.DisplayName}との連携が完了しました。この画面を閉じて、トークに戻ってください。", 200)
            : Page("アカウント連携", "連携できませんでした。トークに戻って、もう一度お試しください。", 400);
    }

    private static IResult Page(string title, string text, int status) => Results.Content(
        $"""
        <!DOCTYPE html>
        <html lang="ja"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{WebUtility.HtmlEncode(title)}</title></head>
        <body style="font-family:sans-serif;margin:48px 24px;text-align:center"><h1 style="font-size:20px">{WebUtility.HtmlEncode(title)}</h1><p>{WebUtility.HtmlEncode(text)}</p></body></html>
        """, "text/html; charset=utf-8", statusCode: status);
}

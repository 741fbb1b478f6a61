using System.Net;
using System.Text;
using Line.Messaging;

namespace LineBot.Benchmarks.Load;

/// <summary>Posts what LINE would post when somebody types a text.</summary>
internal static class Webhooks
{
    public const string Secret = "0123456789abcdef0123456789abcdef";

    /// <param name="token">The reply token, and the event's id too.</param>
    public static Task<HttpStatusCode> SayAsync(
        HttpClient http, Uri webhook, string lineUserId, string text, string token, CancellationToken cancel) =>
        PostAsync(http, webhook, lineUserId, $$"""{"type":"message","message":{"type":"text","id":"{{token}}","text":"{{text}}"}""", token, cancel);

    /// <inheritdoc cref="SayAsync"/>
    public static Task<HttpStatusCode> TapAsync(
        HttpClient http, Uri webhook, string lineUserId, string tile, string token, CancellationToken cancel) =>
        PostAsync(http, webhook, lineUserId, $$"""{"type":"postback","postback":{"data":"{{tile}}@1"}""", token, cancel);

    /// <param name="begun">The event as far as its kind is told.</param>
    private static async Task<HttpStatusCode> PostAsync(
        HttpClient http, Uri webhook, string lineUserId, string begun, string token, CancellationToken cancel)
    {
        var body = Encoding.UTF8.GetBytes(
            $$$"""
            {"destination":"U8e742f61d673b39c7fff3cecb7536ef0","events":[{{{begun}}},
            "webhookEventId":"{{{token}}}","deliveryContext":{"isRedelivery":false},"timestamp":1763262000000,
            "source":{"type":"user","userId":"{{{lineUserId}}}"},"replyToken":"{{{token}}}","mode":"active"}]}
            """);
        using var request = new HttpRequestMessage(HttpMethod.Post, webhook) { Content = new ByteArrayContent(body) };
        request.Headers.TryAddWithoutValidation("X-Line-Signature", WebhookSignature.Sign(Secret, body));
        using var response = await http.SendAsync(request, cancel);
        return response.StatusCode;
    }
}

using System.Net.Http.Headers;
using System.Text.Json;
using Line.Messaging;

namespace LineBot.Cli.Replay;

/// <summary>One answer of the service to one body.</summary>
/// <param name="Status">HTTP's.</param>
internal sealed record ReplayAnswer(string Place, int Events, int Status, TimeSpan Taken);

/// <summary>Signs bodies and posts them as LINE does.</summary>
internal sealed class WebhookSender(Shell shell, Uri to, string secret) : IDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { Timeout = LongestWait };

    /// <exception cref="TroubleException">Nobody answers there.</exception>
    public async Task<ReplayAnswer> PostAsync(string place, byte[] body, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, to)
        {
            Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json", "utf-8") } },
            Headers = { { "x-line-signature", WebhookSignature.Sign(secret, body) } },
        };
        using var json = JsonDocument.Parse(body);
        var events = json.RootElement.GetProperty("events").GetArrayLength();
        var started = shell.Clock.GetTimestamp();
        try
        {
            using var response = await _http.SendAsync(request, cancel);
            return new ReplayAnswer(place, events, (int)response.StatusCode, shell.Clock.GetElapsedTime(started));
        }
        catch (Exception e) when (e is HttpRequestException || (e is TaskCanceledException && !cancel.IsCancellationRequested))
        {
            throw new TroubleException(
                shell.Say("送り先に届きません。", "The address cannot be reached."), $"{to}: {e.Message}",
                shell.Say("サービスが動いているか、--to のホストとポートを確認してください。", "Check that the service runs there, and host and port in --to."));
        }
    }

    /// <summary>A refusal that all later webhooks would get as well.</summary>
    public static bool IsForGood(int status) => status is 401 or 403 or 404 or 405;

    public TroubleException Refused(ReplayAnswer answer) => new(
        shell.Say($"サービスが {answer.Status} を返しました。", $"The service answered {answer.Status}."), answer.Place,
        answer.Status switch
        {
            401 => shell.Say("シークレットが違います。--secret をサービスの Line:ChannelSecret と合わせてください。", "The secret is wrong: give the service's Line:ChannelSecret as --secret."),
            404 => shell.Say("--to のパスを確認してください (通常は /webhook)。", "Check the path in --to; it is usually /webhook."),
            503 => shell.Say("サービスが受け付けられない状態です。ログを見て、後で再送してください。", "The service cannot store events now: see its log, and replay later."),
            _ => shell.Say("サービスのログを確認してください。", "See the service's log."),
        });

    public void Dispose() => _http.Dispose();
}

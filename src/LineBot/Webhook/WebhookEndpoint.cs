using Line.Messaging;
using LineBot.LineApi;
using LineBot.Storage;
using LineBot.Webhook.Recordings;
using Microsoft.Extensions.Options;

namespace LineBot.Webhook;

/// <summary><c>POST /webhook</c>: raw bytes, signature, and 200 only when the events are on disk.</summary>
public sealed class WebhookEndpoint(
    Inbox inbox, InboxStore store, Database database, IOptions<LineOptions> line, IOptions<WebhookOptions> options, EventFigures figures,
    Recorder recorder, TimeProvider clock)
{
    private readonly WebhookSignature _signature = new(line.Value.ChannelSecrets);
    private readonly int _maxBodyBytes = options.Value.MaxBodyBytes;

    public async Task<int> ReceiveAsync(HttpRequest request)
    {
        var arrived = clock.GetTimestamp();
        var (status, result) = await TakeInAsync(request);
        figures.Received(result, clock.GetElapsedTime(arrived));
        return status;
    }

    private async Task<(int Status, string Result)> TakeInAsync(HttpRequest request)
    {
        if (inbox.IsFull)
            return (StatusCodes.Status503ServiceUnavailable, "overloaded");
        var body = await ReadAsync(request);
        var arrivedAt = clock.GetUtcNow();
        if (body is null)
            return (StatusCodes.Status413PayloadTooLarge, "too-large");
        if (_signature.Check(body, request.Headers["X-Line-Signature"]) != SignatureResult.Valid)
            return (StatusCodes.Status401Unauthorized, "bad-signature");
        try
        {
            var events = WebhookRequest.Parse(body).Events;
            if (events.Count > 0)
                await inbox.AcceptAsync(events);
            recorder.Note(body, arrivedAt, StatusCodes.Status200OK);
            return (StatusCodes.Status200OK, "accepted");
        }
        catch (WebhookFormatException e)
        {
            return await KeepUnreadableAsync(body, e);
        }
        catch (StoreUnavailableException)
        {
            return (StatusCodes.Status503ServiceUnavailable, "store-unavailable");
        }
    }

    private async Task<(int Status, string Result)> KeepUnreadableAsync(byte[] body, WebhookFormatException e)
    {
        try
        {
            await database.WriteAsync(tx => store.KeepUnreadable(tx, body, e.Reason.ToString(), clock.GetUtcNow()));
            return (StatusCodes.Status400BadRequest, "unreadable");
        }
        catch (StoreUnavailableException)
        {
            return (StatusCodes.Status503ServiceUnavailable, "store-unavailable");
        }
    }

    /// <summary>The whole body, or null when it is larger than is taken.</summary>
    private async Task<byte[]?> ReadAsync(HttpRequest request)
    {
        if (request.ContentLength > _maxBodyBytes)
            return null;
        if (request.ContentLength is { } length)
        {
            var exact = new byte[length];
            await request.Body.ReadExactlyAsync(exact, request.HttpContext.RequestAborted);
            return exact;
        }
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        for (int read; (read = await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted)) > 0;)
        {
            if (body.Length + read > _maxBodyBytes)
                return null;
            body.Write(buffer, 0, read);
        }
        return body.ToArray();
    }
}

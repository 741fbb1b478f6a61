using System.Text.Json.Nodes;
using Line.Messaging;
using LineBot.Webhook.Recordings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace LineBot.Cli.Replay;

/// <summary>
/// Stands where LINE's API is while webhooks are replayed: takes what the bot says, answers as LINE would, and remembers.
/// It holds a bot to the reply tokens and to nothing else; LINE's other rules are the simulator's.
/// </summary>
internal sealed class LineStandIn : IAsyncDisposable
{
    private static readonly RecordingMask Volatile = new(Pseudonyms.None, [], shared: null);

    private readonly Lock _gate = new();
    private readonly WebApplication _app;
    private readonly TimeProvider _clock;
    private readonly Func<string, string?> _languageOf;
    private readonly Dictionary<string, (string? Chat, long PostedAt)> _tokens = new(StringComparer.Ordinal);
    private readonly HashSet<string> _spent = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<HeardMessage>> _heard = new(StringComparer.Ordinal);
    private readonly List<TimeSpan> _replyTimes = [];
    private TaskCompletionSource _something = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private LineStandIn(WebApplication app, TimeProvider clock, Func<string, string?> languageOf)
    {
        (_app, _clock, _languageOf) = (app, clock, languageOf);
        LastCallAt = clock.GetTimestamp();
    }

    public int Calls { get; private set; }

    public long LastCallAt { get; private set; }

    /// <summary>From a webhook's post to its reply.</summary>
    public IReadOnlyList<TimeSpan> ReplyTimes
    {
        get
        {
            lock (_gate)
                return [.. _replyTimes];
        }
    }

    public IReadOnlyList<string> Chats
    {
        get
        {
            lock (_gate)
                return [.. _heard.Keys];
        }
    }

    /// <param name="languageOf">The language of a LINE user, where it is known.</param>
    /// <exception cref="TroubleException">Nothing can listen there.</exception>
    public static async Task<LineStandIn> OpenAsync(Uri address, Func<string, string?> languageOf, Shell shell)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls(address.GetLeftPart(UriPartial.Authority));
        var standIn = new LineStandIn(builder.Build(), shell.Clock, languageOf);
        standIn._app.Run(standIn.AnswerAsync);
        try
        {
            await standIn._app.StartAsync();
            return standIn;
        }
        catch (Exception e) when (e is IOException or System.Net.Sockets.SocketException or InvalidOperationException)
        {
            await standIn.DisposeAsync();
            throw new TroubleException(
                shell.Say("--listen のアドレスで待ち受けできません。何も送っていません。", "Nothing can listen at the address in --listen. Nothing was sent."), $"{address}: {e.Message}",
                shell.Say("空いているポートを指定してください。", "Give a port that is free."));
        }
    }

    /// <summary>A webhook is about to be posted: its reply tokens are good for one reply each.</summary>
    public void Announce(ReadOnlyMemory<byte> body)
    {
        lock (_gate)
        {
            foreach (var e in WebhookRequest.Parse(body).Events)
            {
                if (e.ReplyToken is { } token)
                    _tokens.TryAdd(token, (e.Source?.ChatId, _clock.GetTimestamp()));
            }
        }
    }

    public IReadOnlyList<HeardMessage> Heard(string chat)
    {
        lock (_gate)
            return _heard.TryGetValue(chat, out var messages) ? [.. messages] : [];
    }

    /// <returns>Whether it became so in time.</returns>
    public async Task<bool> BecomesAsync(Func<bool> isSo, TimeSpan patience, CancellationToken cancel)
    {
        var started = _clock.GetTimestamp();
        while (true)
        {
            Task something;
            lock (_gate)
                something = _something.Task;
            if (isSo())
                return true;
            var left = patience - _clock.GetElapsedTime(started);
            if (left <= TimeSpan.Zero)
                return false;
            await Task.WhenAny(something, Task.Delay(left, _clock, cancel));
            cancel.ThrowIfCancellationRequested();
        }
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var json = RecordedJson.Of(body.ToArray());
        var path = context.Request.Path.Value ?? "";
        var (status, answer) = context.Request.Method == "POST" && path == "/v2/bot/message/reply" ? Reply(json) : StandInAnswer.To(context.Request.Method, path, _languageOf);
        Note(new RecordedCall(TimeSpan.Zero, context.Request.Method, path, json, status, null));
        context.Response.StatusCode = status;
        context.Response.Headers["x-line-request-id"] = Guid.NewGuid().ToString();
        await context.Response.WriteAsync(answer.ToJsonString(), context.RequestAborted);
    }

    private (int, JsonObject) Reply(ReadOnlyMemory<byte>? body)
    {
        var token = body is { } json ? (string?)JsonNode.Parse(json.Span)?["replyToken"] : null;
        lock (_gate)
        {
            if (token is null || !_tokens.TryGetValue(token, out var webhook) || !_spent.Add(token))
                return (400, new JsonObject { ["message"] = "Invalid reply token" });
            _replyTimes.Add(_clock.GetElapsedTime(webhook.PostedAt));
            return (200, StandInAnswer.Sent());
        }
    }

    private void Note(RecordedCall call)
    {
        lock (_gate)
        {
            Calls++;
            LastCallAt = _clock.GetTimestamp();
            foreach (var (spoken, masked) in Spoken.In(call).Zip(Spoken.In((RecordedCall)Volatile.Of(call))))
            {
                if ((spoken.ReplyToken is { } token ? _tokens.GetValueOrDefault(token).Chat : spoken.Chat) is not { } chat)
                    continue;
                if (!_heard.TryGetValue(chat, out var messages))
                    _heard[chat] = messages = [];
                messages.Add(new HeardMessage(spoken.Message, masked.Message));
            }
            _something.SetResult();
            _something = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }
}

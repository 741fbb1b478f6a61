using System.Buffers;
using System.Net;
using System.Text.Json;
using Line.Messaging.Json;

namespace Line.Messaging;

/// <summary>
/// Calls LINE's Messaging API. Thread-safe; one for a channel. See https://developers.line.biz/en/reference/messaging-api/.
/// </summary>
/// <remarks>
/// Every refusal is a <see cref="LineApiException"/>; time-outs and lost connections pass through; <see cref="ChannelTokenException"/> says that
/// there was no token to call with. Nothing is tried again here, except once with a renewed token after a 401: time-outs, retries and
/// circuit breakers belong into handlers of the <see cref="HttpClient"/>.
/// Answers are buffered within its <see cref="HttpClient.Timeout"/> and <see cref="HttpClient.MaxResponseContentBufferSize"/>.
/// </remarks>
public sealed partial class LineMessagingClient
{
    private readonly HttpClient _http;
    private readonly LineClientOptions _options;
    private readonly ChannelTokenSource _tokens;
    private readonly Uri _replyAddress;
    private readonly Uri _pushAddress;

    /// <summary>A client of one channel.</summary>
    /// <param name="http">Sends the requests. Its base address is not used.</param>
    /// <param name="options">Where LINE is.</param>
    /// <param name="tokens">The channel's access token.</param>
    public LineMessagingClient(HttpClient http, LineClientOptions options, ChannelTokenSource tokens)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(tokens);
        _http = http;
        _options = options;
        _tokens = tokens;
        _replyAddress = Api("v2/bot/message/reply");
        _pushAddress = Api("v2/bot/message/push");
    }

    private Uri Api(string path) => LineRequest.Under(_options.ApiBaseUrl, path);

    private Uri DataApi(string path) => LineRequest.Under(_options.DataApiBaseUrl, path);

    /// <summary>An ID as a part of a path. An empty one would make another path.</summary>
    private static string Part(string id, string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id, name);
        return Uri.EscapeDataString(id);
    }

    private async Task<HttpResponseMessage> SendAsync(
        LineRequest request, CancellationToken cancel, HttpCompletionOption completion = HttpCompletionOption.ResponseContentRead)
    {
        var token = await TokenAsync(_tokens.GetAsync(cancel), cancel);
        var response = await SendOnceAsync(request, token, completion, cancel);
        if (response.StatusCode != HttpStatusCode.Unauthorized)
            return response;

        if (await TokenAsync(_tokens.RenewAsync(token, cancel), cancel) is not { } renewed)
            return response;
        response.Dispose();
        return await SendOnceAsync(request, renewed, completion, cancel);
    }

    /// <summary>A refusal or a lost answer here is not one to the call itself, and must not be taken for it.</summary>
    private static async Task<T> TokenAsync<T>(ValueTask<T> token, CancellationToken cancel)
    {
        try
        {
            return await token;
        }
        catch (Exception e) when (!cancel.IsCancellationRequested)
        {
            throw new ChannelTokenException(e);
        }
    }

    private async Task<HttpResponseMessage> SendOnceAsync(
        LineRequest request, string token, HttpCompletionOption completion, CancellationToken cancel)
    {
        using var message = request.ToMessage(_http, token);
        return await _http.SendAsync(message, completion, cancel);
    }

    private Task<LineApiException> FailureAsync(HttpResponseMessage response, LineRequest request, CancellationToken cancel) =>
        LineAnswer.FailureAsync(response, request, _options.TimeProvider, cancel);

    /// <summary>A call whose answer matters only by its status.</summary>
    /// <returns>LINE's ID of the request.</returns>
    private async Task<string?> DoAsync(LineRequest request, CancellationToken cancel)
    {
        using var response = await SendAsync(request, cancel);
        return response.IsSuccessStatusCode ? LineAnswer.RequestIdOf(response) : throw await FailureAsync(response, request, cancel);
    }

    private async Task<T> GetAsync<T>(LineRequest request, CancellationToken cancel)
    {
        using var response = await SendAsync(request, cancel);
        return response.IsSuccessStatusCode
            ? await LineAnswer.ReadAsync<T>(response, request, cancel)
            : throw await FailureAsync(response, request, cancel);
    }

    /// <summary>As <see cref="GetAsync"/>, where 404 is an answer and no failure.</summary>
    private async Task<T?> FindAsync<T>(LineRequest request, CancellationToken cancel)
        where T : class
    {
        using var response = await SendAsync(request, cancel);
        if (response.StatusCode == HttpStatusCode.NotFound)
            return null;
        return response.IsSuccessStatusCode
            ? await LineAnswer.ReadAsync<T>(response, request, cancel)
            : throw await FailureAsync(response, request, cancel);
    }

    private LineRequest Get(string operation, string path) => new(operation, HttpMethod.Get, Api(path));

    private LineRequest Delete(string operation, string path) => new(operation, HttpMethod.Delete, Api(path));

    private LineRequest Post(string operation, string path) => new(operation, HttpMethod.Post, Api(path));

    private static LineRequest WithJson<T>(LineRequest request, T body) =>
        request with { Body = JsonSerializer.SerializeToUtf8Bytes(body, LineJson.Of<T>()), BodyType = LineRequest.Json };

    /// <summary>A body around messages that are JSON already: they are copied and not read again.</summary>
    private static LineRequest WithMessages(LineRequest request, ReadOnlyMemory<byte> messages, Action<Utf8JsonWriter> writeRest)
    {
        var buffer = new ArrayBufferWriter<byte>(messages.Length + 256);
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = LineJson.Encoder, SkipValidation = true }))
        {
            writer.WriteStartObject();
            writeRest(writer);
            writer.WritePropertyName("messages"u8);
            writer.WriteRawValue(messages.Span, skipInputValidation: true);
            writer.WriteEndObject();
        }
        return request with { Body = buffer.WrittenMemory, BodyType = LineRequest.Json };
    }
}

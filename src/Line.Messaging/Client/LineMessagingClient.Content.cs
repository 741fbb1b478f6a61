using System.Net;

namespace Line.Messaging;

public sealed partial class LineMessagingClient
{
    /// <summary>
    /// What a user sent: a picture, a video, a sound or a file. LINE deletes it after a time that it does not tell.
    /// See https://developers.line.biz/en/reference/messaging-api/#get-content.
    /// </summary>
    /// <param name="messageId">The <see cref="MessageContent.Id"/> of a message whose <see cref="ContentProvider.IsLine"/>.</param>
    /// <returns>Dispose it: it holds the connection. Reading it is not covered by the time-out of the <see cref="HttpClient"/>.</returns>
    public Task<MessageContentResult> GetContentAsync(string messageId, CancellationToken cancel = default) =>
        OpenContentAsync(Content("get content", messageId, ""), cancel);

    /// <summary>A small picture of a picture or video. See https://developers.line.biz/en/reference/messaging-api/#get-image-or-video-preview.</summary>
    /// <inheritdoc cref="GetContentAsync" path="/param"/>
    /// <inheritdoc cref="GetContentAsync" path="/returns"/>
    public Task<MessageContentResult> GetContentPreviewAsync(string messageId, CancellationToken cancel = default) =>
        OpenContentAsync(Content("get content preview", messageId, "/preview"), cancel);

    /// <summary>
    /// Whether LINE has a video or sound ready. See https://developers.line.biz/en/reference/messaging-api/#verify-video-or-audio-preparation-status.
    /// </summary>
    public async Task<ContentState> GetContentStateAsync(string messageId, CancellationToken cancel = default)
    {
        var request = Content("get content state", messageId, "/transcoding");
        using var response = await SendAsync(request, cancel);
        if (StateOf(response.StatusCode) is not ContentState.Ready and { } missing)
            return missing;
        if (!response.IsSuccessStatusCode)
            throw await FailureAsync(response, request, cancel);
        var answer = await LineAnswer.ReadAsync<TranscodingAnswer>(response, request, cancel);
        return answer.Status switch
        {
            "succeeded" => ContentState.Ready,
            "failed" => ContentState.Failed,
            _ => ContentState.Preparing,
        };
    }

    private LineRequest Content(string operation, string messageId, string rest) =>
        new(operation, HttpMethod.Get, DataApi($"v2/bot/message/{Part(messageId, nameof(messageId))}/content{rest}"));

    private async Task<MessageContentResult> OpenContentAsync(LineRequest request, CancellationToken cancel)
    {
        var response = await SendAsync(request, cancel, HttpCompletionOption.ResponseHeadersRead);
        try
        {
            return StateOf(response.StatusCode) switch
            {
                ContentState.Ready => new MessageContentResult(ContentState.Ready, response, await response.Content.ReadAsStreamAsync(cancel)),
                { } state => new MessageContentResult(state, response, null),
                null => throw await FailureAsync(response, request, cancel),
            };
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private static ContentState? StateOf(HttpStatusCode status) => status switch
    {
        HttpStatusCode.OK => ContentState.Ready,
        HttpStatusCode.Accepted => ContentState.Preparing,
        HttpStatusCode.NotFound => ContentState.NotFound,
        HttpStatusCode.Gone => ContentState.Gone,
        _ => null,
    };
}

internal sealed record TranscodingAnswer(string Status);

namespace LineBot.Webhook.Recordings;

/// <summary>Shows each attempt to call LINE's API to the recorder.</summary>
public sealed class RecordedCalls(HttpMessageHandler network, Recorder recorder, TimeProvider clock) : DelegatingHandler(network)
{
    private const int LargestAnswer = 256 * 1024;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!recorder.IsOn)
            return await base.SendAsync(request, cancellationToken);
        var at = clock.GetUtcNow();
        ReadOnlyMemory<byte>? body = request.Content is { Headers.ContentType.MediaType: "application/json" } content
            ? await content.ReadAsByteArrayAsync(cancellationToken)
            : null;
        int? status = null;
        ReadOnlyMemory<byte>? answer = null;
        try
        {
            var response = await base.SendAsync(request, cancellationToken);
            status = (int)response.StatusCode;
            // Pictures and films, whose readers want them piece by piece, are not JSON.
            if (response.Content.Headers is { ContentType.MediaType: "application/json", ContentLength: null or <= LargestAnswer })
            {
                await response.Content.LoadIntoBufferAsync(cancellationToken);
                answer = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            }
            return response;
        }
        finally
        {
            recorder.Note(at, request.Method.Method, request.RequestUri!.PathAndQuery, body, status, answer);
        }
    }
}

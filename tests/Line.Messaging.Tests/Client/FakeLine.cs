using System.Net;
using System.Text;

namespace Line.Messaging.Tests.Client;

/// <summary>LINE without a network: keeps what was asked, answers what it is told to.</summary>
public sealed class FakeLine : HttpMessageHandler
{
    private readonly Queue<Func<HttpRequestMessage, HttpResponseMessage>> _answers = [];

    public List<SentRequest> Requests { get; } = [];

    public SentRequest Request => Requests.ShouldHaveSingleItem();

    /// <summary>Answers once; the last answer goes on.</summary>
    public FakeLine Answers(HttpStatusCode status, string body = "{}", params ReadOnlySpan<(string Name, string Value)> headers)
    {
        var fixedHeaders = headers.ToArray();
        return Answers(_ =>
        {
            var answer = new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
            foreach (var (name, value) in fixedHeaders)
                answer.Headers.Add(name, value);
            return answer;
        });
    }

    public FakeLine Answers(Func<HttpRequestMessage, HttpResponseMessage> answer)
    {
        _answers.Enqueue(answer);
        return this;
    }

    public LineMessagingClient Client(ChannelTokenSource? tokens = null) =>
        new(Http(), new LineClientOptions(), tokens ?? ChannelTokenSource.Fixed("fixed-token"));

    public HttpClient Http() => new(this, disposeHandler: false);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var body = request.Content is null ? null : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        Func<HttpRequestMessage, HttpResponseMessage> answer;
        lock (Requests)
        {
            Requests.Add(new SentRequest(
                request.Method,
                request.RequestUri!,
                request.Headers.Concat(request.Content?.Headers ?? Enumerable.Empty<KeyValuePair<string, IEnumerable<string>>>())
                    .ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase),
                body));
            answer = _answers.Count switch
            {
                0 => _ => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("{}") },
                1 => _answers.Peek(),
                _ => _answers.Dequeue(),
            };
        }
        return answer(request);
    }
}

public sealed record SentRequest(HttpMethod Method, Uri Address, IReadOnlyDictionary<string, string> Headers, byte[]? Body)
{
    public string Text => Encoding.UTF8.GetString(Body ?? []);

    public string? Header(string name) => Headers.GetValueOrDefault(name);
}

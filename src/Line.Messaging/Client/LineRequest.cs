using System.Net.Http.Headers;

namespace Line.Messaging;

/// <summary>One call, which can be put on the wire as often as needed (a message of HttpClient can be sent once).</summary>
internal readonly record struct LineRequest(string Operation, HttpMethod Method, Uri Address)
{
    public static readonly MediaTypeHeaderValue Json = new("application/json") { CharSet = "utf-8" };

    public static readonly MediaTypeHeaderValue Form = new("application/x-www-form-urlencoded");

    public static Uri Under(Uri host, string path) => new($"{host.AbsoluteUri.TrimEnd('/')}/{path}");

    public ReadOnlyMemory<byte> Body { get; init; }

    public MediaTypeHeaderValue? BodyType { get; init; }

    public Guid? RetryKey { get; init; }

    public HttpRequestMessage ToMessage(HttpClient http, string? token)
    {
        var message = new HttpRequestMessage(Method, Address)
        {
            Version = http.DefaultRequestVersion,
            VersionPolicy = http.DefaultVersionPolicy,
        };
        if (token is not null)
            message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (RetryKey is { } key)
            message.Headers.TryAddWithoutValidation("X-Line-Retry-Key", key.ToString());
        if (BodyType is not null)
        {
            message.Content = new ReadOnlyMemoryContent(Body);
            message.Content.Headers.ContentType = BodyType;
        }
        return message;
    }
}

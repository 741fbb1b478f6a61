using Line.Messaging;

namespace LineBot.Cli;

/// <summary>The LINE channel of the settings.</summary>
internal sealed class Channel : IDisposable
{
    private readonly HttpClient _http;

    private Channel(HttpClient http, LineClientOptions addresses, Func<ChannelTokenClient, ChannelTokenSource> source)
    {
        _http = http;
        Tokens = new ChannelTokenClient(_http, addresses);
        Line = new LineMessagingClient(_http, addresses, source(Tokens));
    }

    public LineMessagingClient Line { get; }

    public ChannelTokenClient Tokens { get; }

    /// <param name="http">Becomes the channel's own; by default one that waits for 30 seconds.</param>
    /// <exception cref="TroubleException">The settings lack a token and what one is issued from, or an address is none.</exception>
    public static Channel Of(Settings settings, HttpClient? http = null)
    {
        var addresses = new LineClientOptions
        {
            ApiBaseUrl = settings.Address("Line:ApiBaseUrl"),
            DataApiBaseUrl = settings.Address("Line:DataApiBaseUrl"),
        };
        http ??= new HttpClient { Timeout = TimeSpan.FromSeconds(30) };
        if (settings.Value("Line:ChannelAccessToken") is { Length: > 0 } token)
            return new Channel(http, addresses, _ => ChannelTokenSource.Fixed(token));
        var (id, secret) = (settings.Required("Line:ChannelId"), settings.Required("Line:ChannelSecret"));
        return new Channel(http, addresses, tokens => ChannelTokenSource.Stateless(tokens, id, secret));
    }

    public void Dispose() => _http.Dispose();
}

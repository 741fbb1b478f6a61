using Line.Messaging;

namespace LineBot.Cli;

/// <summary>The LINE channel of the settings.</summary>
internal sealed class Channel : IDisposable
{
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(30) };

    private Channel(LineClientOptions addresses, Func<HttpClient, ChannelTokenSource> tokens) =>
        Line = new LineMessagingClient(_http, addresses, tokens(_http));

    public LineMessagingClient Line { get; }

    /// <exception cref="TroubleException">The settings lack a token and what one is issued from, or an address is none.</exception>
    public static Channel Of(Settings settings)
    {
        var addresses = new LineClientOptions
        {
            ApiBaseUrl = settings.Address("Line:ApiBaseUrl"),
            DataApiBaseUrl = settings.Address("Line:DataApiBaseUrl"),
        };
        if (settings.Value("Line:ChannelAccessToken") is { Length: > 0 } token)
            return new Channel(addresses, _ => ChannelTokenSource.Fixed(token));
        var (id, secret) = (settings.Required("Line:ChannelId"), settings.Required("Line:ChannelSecret"));
        return new Channel(addresses, http => ChannelTokenSource.Stateless(new ChannelTokenClient(http, addresses), id, secret));
    }

    public void Dispose() => _http.Dispose();
}

using System.Diagnostics;
using System.Net;
using Line.Messaging;
using LineBot.Operations;
using LineBot.Webhook.Recordings;
using Microsoft.Extensions.Options;

namespace LineBot.LineApi;

public static class LineSetup
{
    public static void AddLine(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IValidateOptions<LineOptions>, LineOptionsCheck>();
        builder.Services.AddOptions<LineOptions>().Bind(builder.Configuration.GetSection(LineOptions.Section)).ValidateOnStart();
        builder.Services.AddSingleton(services =>
        {
            var options = services.GetRequiredService<IOptions<LineOptions>>().Value;
            var clock = services.GetRequiredService<TimeProvider>();
            var recorded = new RecordedCalls(Network(), services.GetRequiredService<Recorder>(), clock);
            var network = new WatchedCalls(recorded, services.GetRequiredService<Telemetry>(), clock);
            var http = new HttpClient(new LineResilience(network, clock)) { Timeout = Timeout.InfiniteTimeSpan };
            var addresses = new LineClientOptions
            {
                ApiBaseUrl = options.ApiBaseUrl,
                DataApiBaseUrl = options.DataApiBaseUrl,
                AccessBaseUrl = options.AccessBaseUrl,
                TimeProvider = clock,
            };
            var tokens = string.IsNullOrEmpty(options.ChannelAccessToken)
                ? ChannelTokenSource.Stateless(new ChannelTokenClient(http, addresses), options.ChannelId!, options.ChannelSecret)
                : ChannelTokenSource.Fixed(options.ChannelAccessToken);
            return new LineMessagingClient(http, addresses, tokens);
        });
    }

    private static SocketsHttpHandler Network() => new()
    {
        // LINE's addresses change; a connection must not outlive its name for long.
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectTimeout = TimeSpan.FromSeconds(3),
        AutomaticDecompression = DecompressionMethods.GZip,
        MaxConnectionsPerServer = 256,
        UseCookies = false,
        // Our traces are not for LINE to know.
        ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator(),
        AllowAutoRedirect = false,
    };
}

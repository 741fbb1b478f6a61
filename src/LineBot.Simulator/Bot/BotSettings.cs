using LineBot.Simulator.Platform;

namespace LineBot.Simulator.Bot;

/// <summary>What a service needs to run against the platform here, in the names of its configuration.</summary>
public static class BotSettings
{
    /// <param name="platform">Where the platform answers.</param>
    /// <param name="service">Where the service is to answer.</param>
    /// <param name="folder">Holds the store.</param>
    public static IReadOnlyDictionary<string, string> For(Channel channel, Uri platform, Uri service, string folder) => new Dictionary<string, string>
    {
        ["Urls"] = service.GetLeftPart(UriPartial.Authority),
        ["PublicBaseUrl"] = service.GetLeftPart(UriPartial.Authority),
        ["Line:ChannelSecret"] = channel.Secret,
        ["Line:ChannelId"] = channel.Id,
        ["Line:ChannelAccessToken"] = channel.AccessToken,
        ["Line:ApiBaseUrl"] = platform.GetLeftPart(UriPartial.Authority),
        ["Line:DataApiBaseUrl"] = platform.GetLeftPart(UriPartial.Authority),
        ["Line:AccessBaseUrl"] = platform.GetLeftPart(UriPartial.Authority),
        ["Storage:ConnectionString"] = $"Data Source={Path.Combine(folder, "linebot.db")}",
        ["DemoData"] = "true",
    };
}

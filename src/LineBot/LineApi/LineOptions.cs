namespace LineBot.LineApi;

/// <summary>The channel that this service answers for, section <c>Line</c>.</summary>
public sealed class LineOptions
{
    public const string Section = "Line";

    /// <summary>Signs the webhooks. The service does not start without it.</summary>
    public string ChannelSecret { get; set; } = "";

    /// <summary>Accepted beside <see cref="ChannelSecret"/> while a secret is being replaced.</summary>
    public string? PreviousChannelSecret { get; set; }

    /// <summary>Needed only without <see cref="ChannelAccessToken"/>: stateless tokens are then issued from id and secret.</summary>
    public string? ChannelId { get; set; }

    public string? ChannelAccessToken { get; set; }

    public Uri ApiBaseUrl { get; set; } = new("https://api.line.me");

    public Uri DataApiBaseUrl { get; set; } = new("https://api-data.line.me");

    public Uri AccessBaseUrl { get; set; } = new("https://access.line.me");

    public IEnumerable<string> ChannelSecrets =>
        string.IsNullOrEmpty(PreviousChannelSecret) ? [ChannelSecret] : [ChannelSecret, PreviousChannelSecret];
}

namespace Line.Messaging;

/// <summary>Where LINE is. The defaults are LINE's hosts; tests and simulators point them elsewhere.</summary>
public sealed record LineClientOptions
{
    /// <summary>The host of most calls. See https://developers.line.biz/en/reference/messaging-api/#domain-name.</summary>
    public Uri ApiBaseUrl { get; init; } = new("https://api.line.me");

    /// <summary>The host of contents and rich menu pictures, in both directions.</summary>
    public Uri DataApiBaseUrl { get; init; } = new("https://api-data.line.me");

    /// <summary>The host of the account-link dialog that users are sent to.</summary>
    public Uri AccessBaseUrl { get; init; } = new("https://access.line.me");

    /// <summary>The clock that a <c>Retry-After</c> date and a token's age are measured with.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}

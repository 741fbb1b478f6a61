using System.Text.Json.Serialization;
using Line.Messaging.Json;

namespace Line.Messaging;

/// <summary>An issued channel access token. See https://developers.line.biz/en/reference/messaging-api/#issue-channel-access-token-v2-1.</summary>
/// <param name="AccessToken">The token: a secret.</param>
/// <param name="ExpiresIn">How long it is good for, from now.</param>
/// <param name="KeyId">Which token of the channel it is; null for a stateless one.</param>
public sealed record ChannelToken(
    [property: JsonPropertyName("access_token")] string AccessToken,
    [property: JsonPropertyName("expires_in"), JsonConverter(typeof(SecondsConverter))] TimeSpan ExpiresIn,
    [property: JsonPropertyName("key_id")] string? KeyId = null)
{
    /// <summary>Never the token.</summary>
    public override string ToString() => nameof(ChannelToken);
}

/// <summary>What LINE knows of a token that is still good. See https://developers.line.biz/en/reference/messaging-api/#verify-channel-access-token-v2-1.</summary>
/// <param name="ClientId">The channel it was issued for.</param>
/// <param name="ExpiresIn">How long it is still good for.</param>
public sealed record ChannelTokenInfo(
    [property: JsonPropertyName("client_id")] string ClientId,
    [property: JsonPropertyName("expires_in"), JsonConverter(typeof(SecondsConverter))] TimeSpan ExpiresIn);

internal sealed record KeyIdsAnswer(IReadOnlyList<string> Kids);

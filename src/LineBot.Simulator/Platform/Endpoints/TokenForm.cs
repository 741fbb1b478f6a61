using System.Collections.Specialized;
using System.Text.Json.Nodes;

namespace LineBot.Simulator.Platform.Endpoints;

/// <summary>What the addresses have in common that hand out tokens.</summary>
internal static class TokenForm
{
    /// <exception cref="Refusal">It asks for another kind of grant.</exception>
    public static void CheckGrant(NameValueCollection form)
    {
        if (form["grant_type"] != "client_credentials")
            throw Refusal.OfToken("invalid_request", "grant_type must be client_credentials");
    }

    /// <exception cref="Refusal">It is another way of asserting.</exception>
    public static void CheckAssertionType(string? type)
    {
        if (type != "urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
            throw Refusal.OfToken("invalid_request", "client_assertion_type must be urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
    }

    /// <exception cref="Refusal">They are another channel's, or none's.</exception>
    public static void CheckClient(Channel channel, NameValueCollection form)
    {
        if (form["client_id"] != channel.Id)
            throw Refusal.OfToken("invalid_client", "invalid client_id");
        if (form["client_secret"] != channel.Secret)
            throw Refusal.OfToken("invalid_client", "invalid client_secret");
    }

    public static ApiAnswer Issued(ChannelToken token, TimeSpan life)
    {
        var issued = new JsonObject { ["access_token"] = token.Text, ["token_type"] = "Bearer", ["expires_in"] = (long)life.TotalSeconds };
        if (token.KeyId is not null)
            issued["key_id"] = token.KeyId;
        return ApiAnswer.Ok(issued);
    }

    public static ApiAnswer Verified(LinePlatform platform, ChannelToken token) => ApiAnswer.Ok(new JsonObject
    {
        ["client_id"] = platform.Channel.Id,
        ["expires_in"] = (long)platform.AccessTokens.LeftOf(token).TotalSeconds,
        ["scope"] = "profile chat_message.write",
    });
}

using System.Text.Json.Nodes;

namespace LineBot.Simulator.Platform.Endpoints;

/// <summary>Channel access tokens v2.1: for an assertion, with an end of one's choice and an id of their own.</summary>
internal static class KeyedTokenEndpoint
{
    public static void Map(ApiEndpoint api, LinePlatform platform)
    {
        var tokens = platform.AccessTokens;
        api.PostOpen("/oauth2/v2.1/token", request =>
        {
            var form = request.Form;
            TokenForm.CheckGrant(form);
            TokenForm.CheckAssertionType(form["client_assertion_type"]);
            var life = AssertionKeys.LifeAsked(platform.AssertionKeys.Verify(form["client_assertion"]));
            return TokenForm.Issued(tokens.IssueKeyed(life), life);
        });
        api.GetOpen("/oauth2/v2.1/tokens/kid", request =>
        {
            TokenForm.CheckAssertionType(request.Query("client_assertion_type"));
            platform.AssertionKeys.Verify(request.Query("client_assertion"));
            return ApiAnswer.Ok(new JsonObject { ["kids"] = new JsonArray([.. tokens.KeyIds]) });
        });
        api.GetOpen("/oauth2/v2.1/verify", request =>
        {
            var token = Find(tokens, request.Query("access_token")) ?? throw Invalid("The access token malformed");
            return tokens.IsLiving(token) ? TokenForm.Verified(platform, token) : throw Invalid("The access token expired");
        });
        api.PostOpen("/oauth2/v2.1/revoke", request =>
        {
            var form = request.Form;
            TokenForm.CheckClient(platform.Channel, form);
            if (Find(tokens, form["access_token"]) is { } token)
                tokens.Revoke(token);
            return ApiAnswer.Empty();
        });
    }

    /// <exception cref="Refusal">It has not even the shape of one.</exception>
    private static ChannelToken? Find(AccessTokens tokens, string? text)
    {
        if (text?.Split('.').Length != 3)
            throw Invalid("The access token not JWS");
        return tokens.Find(text) is { Kind: TokenKind.Keyed } token ? token : null;
    }

    private static Refusal Invalid(string why) => Refusal.OfToken("invalid_request", why);
}

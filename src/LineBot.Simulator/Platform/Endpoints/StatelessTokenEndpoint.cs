namespace LineBot.Simulator.Platform.Endpoints;

/// <summary>Tokens for a quarter of an hour, as many as one likes; none is ever revoked.</summary>
internal static class StatelessTokenEndpoint
{
    public static void Map(ApiEndpoint api, LinePlatform platform) => api.PostOpen("/oauth2/v3/token", request =>
    {
        var form = request.Form;
        TokenForm.CheckGrant(form);
        if (form["client_assertion"] is { } assertion)
        {
            TokenForm.CheckAssertionType(form["client_assertion_type"]);
            platform.AssertionKeys.Verify(assertion);
        }
        else if (form["client_id"] != platform.Channel.Id || form["client_secret"] != platform.Channel.Secret)
        {
            throw Refusal.OfToken("invalid_request", "Invalid 'client_credentials'.");
        }
        return TokenForm.Issued(platform.AccessTokens.IssueStateless(), AccessTokens.StatelessLife);
    });
}

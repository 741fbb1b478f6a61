using System.Text.Json.Nodes;
using System.Web;

namespace LineBot.Simulator.Platform.Endpoints;

/// <summary>Stateless channel access tokens, for the channel's id and secret.</summary>
internal static class TokenEndpoint
{
    public static void Map(ApiEndpoint api, LinePlatform platform) => api.PostOpen("/oauth2/v3/token", request =>
    {
        var form = HttpUtility.ParseQueryString(System.Text.Encoding.UTF8.GetString(request.Body.Span));
        if (request.ContentType != "application/x-www-form-urlencoded")
            return Error("invalid_request", "the content type must be application/x-www-form-urlencoded");
        if (form["grant_type"] != "client_credentials")
            return Error("invalid_request", "grant_type must be client_credentials");
        if (form["client_id"] != platform.Channel.Id || form["client_secret"] != platform.Channel.Secret)
            return Error("invalid_client", "invalid client_id or client_secret");
        return ApiAnswer.Ok(new JsonObject
        {
            ["token_type"] = "Bearer",
            ["access_token"] = platform.AccessTokens.IssueStateless(),
            ["expires_in"] = (int)AccessTokens.StatelessLife.TotalSeconds,
        });
    });

    private static ApiAnswer Error(string error, string description) =>
        new(400, new JsonObject { ["error"] = error, ["error_description"] = description });
}

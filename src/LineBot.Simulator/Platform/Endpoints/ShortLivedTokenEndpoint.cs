using System.Text.RegularExpressions;

namespace LineBot.Simulator.Platform.Endpoints;

/// <summary>Tokens for thirty days, for the channel's id and secret; and the check and the end of these and of the long-lived one.</summary>
internal static partial class ShortLivedTokenEndpoint
{
    public static void Map(ApiEndpoint api, LinePlatform platform)
    {
        var tokens = platform.AccessTokens;
        api.PostOpen("/v2/oauth/accessToken", request =>
        {
            var form = request.Form;
            TokenForm.CheckGrant(form);
            TokenForm.CheckClient(platform.Channel, form);
            return TokenForm.Issued(tokens.IssueShortLived(), AccessTokens.LongestLife);
        });
        api.PostOpen("/v2/oauth/verify", request =>
        {
            var text = request.Form["access_token"] ?? "";
            if (!Format().IsMatch(text))
                throw Refusal.OfToken("invalid_request", "access_token in invalid format");
            return Find(tokens, text) is { } token && tokens.IsLiving(token)
                ? TokenForm.Verified(platform, token)
                : throw Refusal.OfToken("invalid_request", "access_token invalid");
        });
        api.PostOpen("/v2/oauth/revoke", request =>
        {
            var text = request.Form["access_token"] ?? "";
            if (!Format().IsMatch(text))
                throw Refusal.OfToken("invalid_request", "access_token in invalid format");
            if (Find(tokens, text) is { } token)
                tokens.Revoke(token);
            return ApiAnswer.Empty();
        });
    }

    private static ChannelToken? Find(AccessTokens tokens, string text) =>
        tokens.Find(text) is { Kind: TokenKind.ShortLived or TokenKind.LongLived } token ? token : null;

    [GeneratedRegex("^[A-Za-z0-9+/=_-]+$")]
    private static partial Regex Format();
}

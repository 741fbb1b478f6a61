using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace LineBot.Cli.Replay;

/// <summary>What LINE would answer to a call that goes well, as far as a bot needs it to go on.</summary>
internal static class StandInAnswer
{
    /// <param name="languageOf">The language of a LINE user, where it is known.</param>
    public static (int Status, JsonObject Body) To(string method, string path, Func<string, string?> languageOf) =>
        path.Split('/', StringSplitOptions.RemoveEmptyEntries) switch
        {
            ["v2", "bot", "profile", var user] => (200, Profile(user, languageOf(user))),
            ["v2", "bot", "message", _] when method == "POST" => (200, Sent()),
            ["v2", "bot", "chat", "loading", "start"] => (202, []),
            ["v2", "bot", "info"] => (200, new JsonObject
            {
                ["userId"] = "U" + new string('0', 32), ["basicId"] = "@replay", ["displayName"] = "Replay", ["chatMode"] = "bot", ["markAsReadMode"] = "manual",
            }),
            ["v2", "bot", "user", _, "linkToken"] => (200, new JsonObject { ["linkToken"] = RandomNumberGenerator.GetHexString(32) }),
            ["v2", "bot", "richmenu", "list"] => (200, new JsonObject { ["richmenus"] = new JsonArray() }),
            ["v2", "bot", "richmenu", "alias", "list"] => (200, new JsonObject { ["aliases"] = new JsonArray() }),
            ["oauth2", ..] or ["v2", "oauth", ..] => (200, new JsonObject { ["token_type"] = "Bearer", ["access_token"] = "replay", ["expires_in"] = 900 }),
            _ when method == "GET" => (404, new JsonObject { ["message"] = "Not found" }),
            _ => (200, []),
        };

    public static JsonObject Sent() => new() { ["sentMessages"] = new JsonArray(new JsonObject { ["id"] = "1" }) };

    private static JsonObject Profile(string user, string? language)
    {
        var profile = new JsonObject { ["userId"] = user, ["displayName"] = "Replay" };
        if (language is not null)
            profile["language"] = language;
        return profile;
    }
}

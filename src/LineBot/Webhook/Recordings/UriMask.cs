using System.Text;
using System.Text.RegularExpressions;

namespace LineBot.Webhook.Recordings;

/// <summary>What of an address is the same in each installation and for each customer: the pages' names.</summary>
internal static partial class UriMask
{
    public static string Of(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri))
            return Mark.Of("address");
        if (uri.Scheme is not ("http" or "https"))
            return $"{uri.Scheme}:{Mark.Of("address")}";
        // LINE's own are the same everywhere; others are the bot's, and its address is another one elsewhere.
        var host = uri.Host.EndsWith(".line.me", StringComparison.Ordinal) || uri.Host == "line.me" ? $"https://{uri.Host}" : Mark.Of("host");
        return new StringBuilder(host).Append(PathOf(uri)).Append(QueryOf(uri)).Append(uri.Fragment.Length > 0 ? $"#{Mark.Of("value")}" : "").ToString();
    }

    /// <summary>A path with its query, as calls to LINE's API have it; the ids in it are masked.</summary>
    public static string OfCall(string path, Pseudonyms pseudonyms)
    {
        var question = path.IndexOf('?', StringComparison.Ordinal);
        var segments = (question < 0 ? path : path[..question]).Split('/')
            .Select(part => LineId().IsMatch(part) ? pseudonyms.Of(part) : IsWord(part) ? part : Mark.Of("id"));
        return string.Join('/', segments) + (question < 0 ? "" : QueryOf(path[(question + 1)..]));
    }

    private static string PathOf(Uri uri) => string.Join('/', uri.AbsolutePath.Split('/').Select(part => IsWord(part) ? part : Mark.Of("value")));

    private static string QueryOf(Uri uri) => uri.Query.Length > 1 ? QueryOf(uri.Query[1..]) : "";

    private static string QueryOf(string query) => "?" + string.Join('&', query.Split('&').Select(pair =>
        pair.Split('=', 2) is [var name, var value] ? $"{(IsWord(name) ? name : Mark.Of("value"))}={(IsWord(value) ? value : Mark.Of("value"))}" : Mark.Of("value")));

    private static bool IsWord(string part) => Word().IsMatch(part);

    [GeneratedRegex("^[UCR][0-9a-f]{32}$")]
    private static partial Regex LineId();

    // Names of pages and parameters: linkToken, my-page, v2, bot. Codes are in capitals.
    [GeneratedRegex("^(?=.{0,20}$)[A-Z]?[a-z]*(?:[A-Z][a-z]+|-[a-z]+)*[0-9]?$")]
    private static partial Regex Word();
}

using System.Net;
using System.Text.RegularExpressions;

namespace LineBot.Simulator.Journeys;

/// <summary>One tag, or a piece of text between tags.</summary>
/// <param name="Name">In small letters; empty for text.</param>
internal sealed record HtmlPiece(string Name, bool IsEnd, IReadOnlyDictionary<string, string> Attributes, string Text)
{
    public string? this[string attribute] => Attributes.GetValueOrDefault(attribute);

    public bool Has(string attribute) => Attributes.ContainsKey(attribute);
}

/// <summary>Reads a page piece by piece: enough for forms and words, and not a browser.</summary>
internal static partial class Html
{
    private static readonly Dictionary<string, string> NoAttributes = [];

    public static IReadOnlyList<HtmlPiece> Read(string html)
    {
        html = Unseen().Replace(html, "");
        var pieces = new List<HtmlPiece>();
        var at = 0;
        foreach (Match tag in Tag().Matches(html))
        {
            AddText(pieces, html[at..tag.Index]);
            pieces.Add(new HtmlPiece(tag.Groups["name"].Value.ToLowerInvariant(), tag.Groups["end"].Length > 0, AttributesOf(tag.Groups["attributes"].Value), ""));
            at = tag.Index + tag.Length;
        }
        AddText(pieces, html[at..]);
        return pieces;
    }

    private static void AddText(List<HtmlPiece> pieces, string text)
    {
        if (text.Length > 0)
            pieces.Add(new HtmlPiece("", false, NoAttributes, WebUtility.HtmlDecode(text)));
    }

    private static Dictionary<string, string> AttributesOf(string text)
    {
        var attributes = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (Match attribute in Attribute().Matches(text))
            attributes.TryAdd(attribute.Groups["name"].Value, WebUtility.HtmlDecode(attribute.Groups["value"].Value.Trim('"', '\'')));
        return attributes;
    }

    [GeneratedRegex("<!--.*?-->|<(script|style|head)\\b.*?</\\1\\s*>|<!doctype[^>]*>", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Unseen();

    [GeneratedRegex("""<(?<end>/?)(?<name>[a-zA-Z][\w-]*)(?<attributes>(?:[^>"']|"[^"]*"|'[^']*')*)>""")]
    private static partial Regex Tag();

    [GeneratedRegex("""(?<name>[^\s=>/"']+)(?:\s*=\s*(?<value>"[^"]*"|'[^']*'|[^\s>]+))?""")]
    private static partial Regex Attribute();
}

using System.Net;
using System.Text.RegularExpressions;

namespace LineBot.Simulator.Browser;

/// <summary>Changes in a page's text and headers what would lead out of the phone.</summary>
internal static partial class PageText
{
    public static string? TitleOf(string html) =>
        Title().Match(html) is { Success: true } title ? WebUtility.HtmlDecode(title.Groups[1].Value).Trim() : null;

    /// <summary>The absolute addresses that the page leads to: links, forms, pictures, the address of a refresh. Words are not touched.</summary>
    public static IEnumerable<Uri> Addresses(string html) =>
        References().Matches(html).Select(match => AddressIn(match.Groups["address"].Value)).OfType<Uri>().Distinct();

    /// <summary>Replaces the absolute addresses that <see cref="Addresses"/> finds; null leaves one as it is.</summary>
    public static string Rewrite(string html, Func<Uri, string?> replace) => References().Replace(html, match =>
    {
        var address = match.Groups["address"];
        return AddressIn(address.Value) is { } uri && replace(uri) is { } replacement
            ? string.Concat(match.Value.AsSpan(0, address.Index - match.Index), WebUtility.HtmlEncode(replacement), match.Value.AsSpan(address.Index - match.Index + address.Length))
            : match.Value;
    });

    /// <summary>A policy without the part that forbids frames: in the phone the page is no frame but the screen.</summary>
    public static string WithoutFrameBan(string policy) =>
        string.Join("; ", policy.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(part => !part.StartsWith("frame-ancestors", StringComparison.OrdinalIgnoreCase)));

    private static Uri? AddressIn(string attribute) =>
        Uri.TryCreate(WebUtility.HtmlDecode(attribute), UriKind.Absolute, out var address) ? address : null;

    [GeneratedRegex("""(?<=\s)(?:(?:href|action|formaction)\s*=\s*(?<quote>["'])|src\s*=\s*(?<quote>["'])(?=http://(?:127\.|localhost)))(?<address>[a-z]+://[^"']*)\k<quote>|content\s*=\s*(?<quote>["'])\s*\d+\s*;\s*url=(?<address>[a-z]+://[^"']*)\k<quote>""", RegexOptions.IgnoreCase)]
    private static partial Regex References();

    [GeneratedRegex(@"<title[^>]*>(.*?)</title>", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Title();
}

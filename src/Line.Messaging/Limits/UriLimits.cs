namespace Line.Messaging;

/// <summary>Addresses as LINE takes them: with a scheme it knows, percent-encoded, not too long.</summary>
internal static class UriLimits
{
    private static readonly string[] Links = ["http", "https", "line", "tel"];
    private static readonly string[] Web = ["http", "https"];
    private static readonly string[] Secure = ["https"];

    /// <summary>What a tap opens.</summary>
    public static void Link(this Spot spot, string? uri, int max = 1000) => Check(spot, uri, max, Links);

    /// <summary>What a tap opens on a computer.</summary>
    public static void WebLink(this Spot spot, string? uri) => Check(spot, uri, 1000, Web);

    /// <summary>What LINE or the phone loads: https only.</summary>
    public static void Resource(this Spot spot, string? uri) => Check(spot, uri, 2000, Secure);

    private static void Check(Spot spot, string? uri, int max, string[] schemes)
    {
        spot.Units(uri, 1, max);
        if (string.IsNullOrEmpty(uri))
            return;
        var colon = uri.IndexOf(':', StringComparison.Ordinal);
        var scheme = colon < 0 ? "" : uri[..colon];
        if (!schemes.Contains(scheme, StringComparer.OrdinalIgnoreCase) || colon + 1 == uri.Length)
            spot.Fail($"an address with {string.Join(", ", schemes)}", scheme.Length is > 0 and <= 20 ? $"'{scheme}:'" : "none of them");
        if (uri.AsSpan().ContainsAnyExceptInRange('!', '~'))
            spot.Fail("a percent-encoded address", "a space or another character to encode");
    }
}

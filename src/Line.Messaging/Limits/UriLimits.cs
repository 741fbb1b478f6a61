namespace Line.Messaging;

/// <summary>Addresses as LINE takes them: with a scheme it knows, percent-encoded, not too long.</summary>
internal static class UriLimits
{
    private static readonly string[] Links = ["http", "https", "line", "tel"];
    private static readonly string[] Secure = ["https"];

    /// <summary>What a tap opens.</summary>
    public static void Link(this Spot spot, string name, string? uri, int max = 1000) => Check(spot, name, uri, max, Links);

    /// <summary>What LINE or the phone loads: https only.</summary>
    public static void Resource(this Spot spot, string name, string? uri) => Check(spot, name, uri, 2000, Secure);

    private static void Check(Spot spot, string name, string? uri, int max, string[] schemes)
    {
        spot.Units(name, uri, 1, max);
        if (string.IsNullOrEmpty(uri))
            return;
        var colon = uri.IndexOf(':', StringComparison.Ordinal);
        var scheme = colon < 0 ? "" : uri[..colon];
        if (!schemes.Contains(scheme, StringComparer.OrdinalIgnoreCase) || colon + 1 == uri.Length)
            spot.At(name).Fail($"an address with {string.Join(", ", schemes)}", scheme.Length is > 0 and <= 20 ? $"'{scheme}:'" : "none of them");
        if (uri.AsSpan().ContainsAnyExceptInRange('!', '~'))
            spot.At(name).Fail("a percent-encoded address", "a space or another character to encode");
    }
}

using System.Globalization;

namespace LineBot.Simulator.Journeys;

/// <summary>One browser's cookies. They age with the simulated clock, which the framework's own container cannot.</summary>
internal sealed class Cookies(TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(string Host, string Path, string Name), (string Value, DateTimeOffset? Until)> _cookies = [];

    public string? For(Uri address)
    {
        var now = clock.GetUtcNow();
        using var own = _gate.EnterScope();
        var sent = _cookies.Where(cookie => cookie.Key.Host == address.Host && InPath(address.AbsolutePath, cookie.Key.Path) && !(cookie.Value.Until <= now))
            .OrderByDescending(cookie => cookie.Key.Path.Length)
            .Select(cookie => $"{cookie.Key.Name}={cookie.Value.Value}");
        return string.Join("; ", sent) is { Length: > 0 } header ? header : null;
    }

    public void Keep(Uri address, string setCookie)
    {
        var parts = setCookie.Split(';', StringSplitOptions.TrimEntries);
        var equals = parts[0].IndexOf('=', StringComparison.Ordinal);
        if (equals < 1)
            return;
        var attributes = parts.Skip(1).Select(part => part.Split('=', 2)).ToLookup(part => part[0].ToLowerInvariant(), part => part.ElementAtOrDefault(1));
        var path = attributes["path"].LastOrDefault() ?? "/";
        using var own = _gate.EnterScope();
        _cookies[(address.Host, path, parts[0][..equals])] = (parts[0][(equals + 1)..], Until(attributes));
    }

    private DateTimeOffset? Until(ILookup<string, string?> attributes)
    {
        if (int.TryParse(attributes["max-age"].LastOrDefault(), CultureInfo.InvariantCulture, out var seconds))
            return clock.GetUtcNow() + TimeSpan.FromSeconds(seconds);
        return DateTimeOffset.TryParse(attributes["expires"].LastOrDefault(), CultureInfo.InvariantCulture, out var at) ? at : null;
    }

    private static bool InPath(string path, string cookiePath) =>
        path == cookiePath || path.StartsWith(cookiePath.EndsWith('/') ? cookiePath : cookiePath + "/", StringComparison.Ordinal);
}

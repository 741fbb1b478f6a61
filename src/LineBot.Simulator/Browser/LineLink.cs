using System.Text.RegularExpressions;

namespace LineBot.Simulator.Browser;

/// <summary>What the LINE app does with an address of LINE's own.</summary>
public abstract partial record LineLink
{
    /// <summary>The share screen, with a text to send to friends.</summary>
    public sealed record Share(string Text) : LineLink;

    /// <summary>The account's talk, with a text in the input.</summary>
    public sealed record TypedMessage(string Text) : LineLink;

    /// <summary>The account's profile, to add it as a friend.</summary>
    public sealed record AddFriend : LineLink;

    /// <summary>An address of LINE's that a talk with one account has no screen for.</summary>
    public sealed record Other(Uri Address) : LineLink;

    /// <returns>Null for an address that is not LINE's.</returns>
    public static LineLink? Of(Uri address)
    {
        if (address.Scheme != "line" && !(address.Scheme == "https" && address.Host is "line.me" or "liff.line.me" or "lin.ee"))
            return null;
        var path = address.Scheme == "line" ? "/R/" + address.Host + address.AbsolutePath : address.AbsolutePath;
        if (path.TrimEnd('/') is "/R/share" or "/R/msg/text")
            return new Share(QueryText(address));
        if (path.StartsWith("/R/oaMessage/", StringComparison.Ordinal))
            return new TypedMessage(Decode(address.Query.TrimStart('?')));
        return FriendPath().IsMatch(path) ? new AddFriend() : new Other(address);
    }

    private static string QueryText(Uri address)
    {
        var query = address.Query.TrimStart('?');
        var named = query.Split('&').FirstOrDefault(pair => pair.StartsWith("text=", StringComparison.Ordinal));
        return Decode(named is null ? query : named["text=".Length..]);
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    [GeneratedRegex("^/(?:R/)?ti/p/")]
    private static partial Regex FriendPath();
}

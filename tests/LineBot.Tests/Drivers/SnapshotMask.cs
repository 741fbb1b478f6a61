using System.Text.RegularExpressions;

namespace LineBot.Tests.Drivers;

/// <summary>Takes out of a snapshot what is different in each run.</summary>
internal static partial class SnapshotMask
{
    public static string Apply(string text)
    {
        text = UserId().Replace(text, "U…");
        text = RichMenuId().Replace(text, "richmenu-…");
        text = Port().Replace(text, "$1:…");
        text = Ulid().Replace(text, "(event id)");
        text = Uuid().Replace(text, "(uuid)");
        return Token().Replace(text, "$1…");
    }

    [GeneratedRegex(@"\bU[0-9a-f]{32}\b")]
    private static partial Regex UserId();

    [GeneratedRegex(@"\brichmenu-[0-9a-f]{32}\b")]
    private static partial Regex RichMenuId();

    [GeneratedRegex(@"\b(127\.0\.0\.1|localhost):\d+")]
    private static partial Regex Port();

    [GeneratedRegex(@"\b01[0-9A-HJKMNP-TV-Z]{24}\b")]
    private static partial Regex Ulid();

    [GeneratedRegex(@"\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b")]
    private static partial Regex Uuid();

    // What follows a name in an address or in postback data, or makes up a path's last part, and is too long for a word.
    [GeneratedRegex(@"((?:[?&][A-Za-z]+=|/))[A-Za-z0-9_\-%]{20,}")]
    private static partial Regex Token();
}

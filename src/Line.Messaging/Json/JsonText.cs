using System.Globalization;
using System.Text;

namespace Line.Messaging.Json;

/// <summary>
/// Reads JSON strings that <c>System.Text.Json</c> refuses: lone surrogates and bytes that are no UTF-8 become U+FFFD.
/// A customer's text with half an emoji in it is still that customer's text.
/// </summary>
internal static class JsonText
{
    /// <param name="utf8">The string as it stands between its quotes, already checked to be JSON.</param>
    /// <param name="isEscaped">Whether there is a backslash in it.</param>
    public static string Unescape(ReadOnlySpan<byte> utf8, bool isEscaped)
    {
        var text = Encoding.UTF8.GetString(utf8);
        return isEscaped ? Repair(Unescape(text)) : text;
    }

    private static char[] Unescape(string text)
    {
        var plain = new char[text.Length];
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\')
            {
                plain[length++] = text[i];
                continue;
            }
            i++;
            plain[length++] = text[i] switch
            {
                'b' => '\b',
                'f' => '\f',
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                'u' => (char)ushort.Parse(text.AsSpan((i += 4) - 3, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture),
                var itself => itself,
            };
        }
        return plain[..length];
    }

    private static string Repair(char[] text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
            else if (char.IsSurrogate(text[i]))
                text[i] = '\uFFFD';
        }
        return new string(text);
    }
}

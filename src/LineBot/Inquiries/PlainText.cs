namespace LineBot.Inquiries;

/// <summary>
/// What a customer wrote, harmless to look at: without the characters that turn the direction of a text around or steer a terminal.
/// Wherever such a text is shown it goes through here; the store keeps what was written.
/// </summary>
public static class PlainText
{
    private const char Stand = '\uFFFD';

    public static string Of(string text) => string.Create(text.Length, text, (to, from) =>
    {
        for (var i = 0; i < to.Length; i++)
            to[i] = IsHarmful(from[i]) ? Stand : from[i];
    });

    private static bool IsHarmful(char c) => c switch
    {
        '\n' or '\t' => false,
        < ' ' or >= '\u007F' and <= '\u009F' => true,
        '\u061C' or '\u200E' or '\u200F' or >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069' => true,
        _ => false,
    };
}

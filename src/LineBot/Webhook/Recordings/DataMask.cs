using System.Text.RegularExpressions;

namespace LineBot.Webhook.Recordings;

/// <summary>
/// Masks what a button carries, in the button and in the tap on it alike, so that both can still be told to belong together.
/// What comes after a question mark is of this customer; what stands before it is the bot's own word.
/// </summary>
internal static partial class DataMask
{
    public static string Of(string data, TextMask text, SharedTexts? shared, string? chat)
    {
        var masked = text.Of(data, (kind, _) => Mark.Of(kind));
        if (shared?.Note(masked, chat) ?? true)
            return masked;
        return Head().Match(masked) is { Success: true } head ? $"{head.Value}{Mark.Of("value")}" : Mark.Of("data");
    }

    [GeneratedRegex(@"^[a-z0-9/-]{1,60}@\d+(\?|$)")]
    private static partial Regex Head();
}

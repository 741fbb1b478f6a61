using LineBot.RichMenu;

namespace LineBot.Handlers.TalkInquiry;

/// <summary>What customers type to end an inquiry. Only as the whole text: inside a sentence it is part of the question.</summary>
internal static class EndWords
{
    private static readonly HashSet<string> Words =
    [
        .. new[] { "おわり", "終わり", "終了", "終了する", "終わります", "問い合わせ終了", "お問い合わせを終了する", "end", "finish", "quit", "End the inquiry" }
            .Select(TypedWords.Normalise),
    ];

    public static bool Match(string? text) => text is not null && Words.Contains(TypedWords.Normalise(text));
}

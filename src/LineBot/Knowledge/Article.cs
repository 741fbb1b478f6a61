using System.Text.RegularExpressions;
using LineBot.Language;

namespace LineBot.Knowledge;

/// <summary>Who may read an article.</summary>
public enum Audience
{
    Everyone,

    /// <summary>Not whoever only uses a subscription: prices and the contract are its holder's.</summary>
    NotUsers,
}

/// <summary>What of a customer's own account goes with an answer (あなたの場合).</summary>
public enum OwnState
{
    None,

    /// <summary>What is left, of what, and until when.</summary>
    Data,

    /// <summary>Whether the connection is slowed.</summary>
    Speed,
    Plan,
    Links,
    Rewards,
    UserCode,

    /// <summary>When this account last sent something by itself.</summary>
    Sent,
}

/// <summary>A help article as its file in <c>knowledge/</c> says it. Its placeholders are filled in when it is shown.</summary>
public sealed partial record Article
{
    /// <summary>The file's name without its ending.</summary>
    public required string Id { get; init; }

    public required string Title { get; init; }

    public required string TitleEn { get; init; }

    /// <summary>What customers ask about that this article answers.</summary>
    public required IReadOnlyList<string> Topics { get; init; }

    /// <summary>Ways of asking for it, in both languages.</summary>
    public required IReadOnlyList<string> Aliases { get; init; }

    /// <summary>The actions it leads to, the most wanted first.</summary>
    public IReadOnlyList<string> Links { get; init; } = [];

    /// <summary>The place among the topics that are offered to tap, or null.</summary>
    public int? Common { get; init; }

    public Audience For { get; init; } = Audience.Everyone;

    /// <summary>What of the customer's own account is told with it.</summary>
    public OwnState Own { get; init; }

    /// <summary>The paragraphs.</summary>
    public required IReadOnlyList<Paragraph> Ja { get; init; }

    public required IReadOnlyList<Paragraph> En { get; init; }

    public string TitleIn(Tongue tongue) => tongue.Say(Title, TitleEn);

    public IReadOnlyList<Paragraph> BodyIn(Tongue tongue) => tongue.IsJapanese ? Ja : En;

    /// <summary>The sentences of the body in their order, each whole.</summary>
    public IReadOnlyList<string> SentencesIn(Tongue tongue) =>
        [.. BodyIn(tongue).SelectMany(paragraph => SentenceEnd().Split(paragraph.Text)).Select(sentence => sentence.Trim()).Where(sentence => sentence.Length > 0)];

    [GeneratedRegex(@"(?<=。)|(?<=[.?!])\s+")]
    private static partial Regex SentenceEnd();
}

/// <summary>A paragraph of an article.</summary>
/// <param name="Line">Where it begins in its file.</param>
public sealed record Paragraph(string Text, int Line);

using System.Text.Json;
using System.Text.RegularExpressions;

namespace LineBot.Simulator.Phones.Messages;

internal enum RunKind
{
    Plain,
    Link,
    Emoji,
    Mention,
}

/// <summary>A piece of a text message that looks alike: plain words, a link, one of LINE's own emoji.</summary>
internal sealed partial record TextRun(RunKind Kind, string Text)
{
    /// <summary>The pieces of a <c>text</c> or <c>textV2</c> message, in their order.</summary>
    public static IReadOnlyList<TextRun> Of(JsonElement message)
    {
        var text = message.Text("text") ?? "";
        var runs = message.Text("type") == "textV2" ? Substituted(text, message.Child("substitution")) : WithEmoji(text, message.Items("emojis"));
        return [.. runs.SelectMany(run => run.Kind == RunKind.Plain ? Linked(run.Text) : [run])];
    }

    private static IEnumerable<TextRun> Linked(string text)
    {
        var at = 0;
        foreach (Match link in Links().Matches(text))
        {
            var address = link.Value.TrimEnd('.', ',', ':', ';', '!', '?', ')');
            if (link.Index > at)
                yield return new(RunKind.Plain, text[at..link.Index]);
            yield return new(RunKind.Link, address);
            at = link.Index + address.Length;
        }
        if (at < text.Length)
            yield return new(RunKind.Plain, text[at..]);
    }

    /// <summary>Each emoji stands for one <c>$</c> of the text, named by its place.</summary>
    private static IEnumerable<TextRun> WithEmoji(string text, IReadOnlyList<JsonElement> emojis)
    {
        var at = 0;
        foreach (var index in emojis.Select(emoji => emoji.Whole("index") ?? -1).Order())
        {
            if (index < at || index >= text.Length || text[index] != '$')
                continue;
            yield return new(RunKind.Plain, text[at..index]);
            yield return new(RunKind.Emoji, "$");
            at = index + 1;
        }
        yield return new(RunKind.Plain, text[at..]);
    }

    /// <summary><c>{name}</c> is what <c>substitution</c> says; doubled braces are braces.</summary>
    private static IEnumerable<TextRun> Substituted(string text, JsonElement substitution)
    {
        var at = 0;
        foreach (Match placeholder in Placeholders().Matches(text))
        {
            yield return new(RunKind.Plain, text[at..placeholder.Index]);
            at = placeholder.Index + placeholder.Length;
            yield return placeholder.Value switch
            {
                "{{" => new(RunKind.Plain, "{"),
                "}}" => new(RunKind.Plain, "}"),
                _ => Substitute(placeholder, substitution),
            };
        }
        yield return new(RunKind.Plain, text[at..]);
    }

    private static TextRun Substitute(Match placeholder, JsonElement substitution)
    {
        var name = placeholder.Groups["name"].Value;
        return substitution.Child(name).Text("type") switch
        {
            "emoji" => new(RunKind.Emoji, name),
            "mention" => new(RunKind.Mention, "@" + name),
            _ => new(RunKind.Plain, placeholder.Value),
        };
    }

    // Japanese writing puts no space after an address, so its punctuation and brackets end one.
    [GeneratedRegex(@"https?://[^\s<>""'、。「」『』（）【】]+")]
    private static partial Regex Links();

    [GeneratedRegex(@"\{\{|\}\}|\{(?<name>[A-Za-z0-9_]{1,20})\}")]
    private static partial Regex Placeholders();
}

using System.Text.Json;
using System.Text.RegularExpressions;
using Line.Messaging.Json;

namespace Line.Messaging;

/// <summary>
/// What LINE documents that it takes, checked before sending: LINE refuses a whole call for one property, and the customer then sees nothing.
/// Sizes in KB and MB are taken as 1,024 and 1,048,576 bytes of the JSON that is sent.
/// See https://developers.line.biz/en/reference/messaging-api/#message-objects.
/// </summary>
public static partial class MessageLimits
{
    /// <summary>How many messages go into one call.</summary>
    public const int MaxMessages = 5;

    private const int MaxCallBytes = 2 * 1024 * 1024;
    private const int MaxBubbleBytes = 30 * 1024;
    private const int MaxCarouselBytes = 50 * 1024;

    /// <summary>All that LINE would refuse; empty when it would refuse nothing that it documents.</summary>
    public static IReadOnlyList<LimitViolation> Check(IReadOnlyList<Message> messages)
    {
        ArgumentNullException.ThrowIfNull(messages);
        var found = CheckParts(messages);
        // What cannot be written has no size.
        if (found.Count == 0)
            CheckSizes(messages, JsonSerializer.SerializeToUtf8Bytes(messages, LineJson.Of<IReadOnlyList<Message>>()).Length, found);
        return found;
    }

    internal static List<LimitViolation> CheckParts(IReadOnlyList<Message> messages)
    {
        var found = new List<LimitViolation>();
        var spot = new Spot(found, "messages");
        spot.Count(messages.Count, 1, MaxMessages, "messages");
        for (var i = 0; i < messages.Count; i++)
        {
            var at = spot.Item(i);
            if (!at.Exists(messages[i]))
                continue;
            CheckOwn(at, messages[i]);
            CheckQuickReply(at.At("quickReply"), messages[i].QuickReply);
            CheckSender(at.At("sender"), messages[i].Sender);
        }
        return found;
    }

    internal static void CheckSizes(IReadOnlyList<Message> messages, int callBytes, List<LimitViolation> found)
    {
        if (callBytes > MaxCallBytes)
            new Spot(found, "messages").Fail($"at most {MaxCallBytes} bytes", $"{callBytes}");
        // Nothing inside is larger than the whole.
        if (callBytes <= MaxBubbleBytes)
            return;
        for (var i = 0; i < messages.Count; i++)
        {
            if (messages[i] is FlexMessage flex)
                CheckSize(new Spot(found, "messages").Item(i).At("contents"), flex.Contents);
        }
    }

    private static void CheckSize(Spot spot, FlexContainer container)
    {
        if (container is FlexCarousel carousel)
        {
            for (var i = 0; i < carousel.Contents.Count; i++)
                CheckSize(spot.At("contents", i), carousel.Contents[i]);
        }
        var max = container is FlexBubble ? MaxBubbleBytes : MaxCarouselBytes;
        var bytes = JsonSerializer.SerializeToUtf8Bytes(container, LineJson.Of<FlexContainer>()).Length;
        if (bytes > max)
            spot.Fail($"at most {max} bytes of JSON", $"{bytes}");
    }

    private static void CheckOwn(Spot spot, Message message)
    {
        switch (message)
        {
            case TextMessage text:
                CheckText(spot, text);
                break;
            case TextMessageV2 text:
                CheckText(spot, text);
                break;
            case FlexMessage flex:
                spot.Units("altText", flex.AltText, 1, 1500);
                spot.At("contents").Container(flex.Contents);
                break;
            case TemplateMessage template:
                spot.Units("altText", template.AltText, 1, 1500);
                spot.At("template").Template(template.Template);
                break;
            case ImagemapMessage imagemap:
                ImagemapLimits.Check(spot, imagemap);
                break;
            default:
                MediaLimits.Check(spot, message);
                break;
        }
    }

    private static void CheckText(Spot spot, TextMessage message)
    {
        spot.Units("text", message.Text, 1, 5000);
        if (message.Emojis is not { } emojis || message.Text is not { } text)
            return;
        spot.At("emojis").Count(emojis.Count, 0, 20, "emojis");
        for (var i = 0; i < emojis.Count; i++)
        {
            if (emojis[i].Index < 0 || emojis[i].Index >= text.Length || text[emojis[i].Index] != '$')
                spot.At("emojis", i).At("index").Fail("the place of a $ in the text", $"{emojis[i].Index}");
        }
    }

    private static void CheckText(Spot spot, TextMessageV2 message)
    {
        spot.Units("text", message.Text, 1, 5000);
        CheckBraces(spot.At("text"), message);
        if (message.Substitution is not { } substitution)
            return;
        var place = spot.At("substitution");
        place.Count(substitution.Count, 0, 100, "substitutions");
        place.Count(substitution.Values.Count(part => part is MentionSubstitution), 0, 20, "mentions");
        place.Count(substitution.Values.Count(part => part is EmojiSubstitution), 0, 20, "emojis");
        foreach (var (key, part) in substitution)
        {
            if (!SubstitutionKey().IsMatch(key))
                place.Fail("keys of 1 to 20 of A-Z a-z 0-9 _", $"a key of {key.Length} characters");
            else
                place.At(key).Exists(part);
        }
    }

    private static void CheckBraces(Spot spot, TextMessageV2 message)
    {
        foreach (Match brace in Brace().Matches(message.Text ?? ""))
        {
            var key = brace.Groups["key"];
            if (!key.Success && brace.Length == 1)
                spot.Fail("braces in pairs", $"a single '{brace.Value}' at {brace.Index}");
            if (key.Success && message.Substitution?.ContainsKey(key.Value) != true)
                spot.Fail("a substitution for each key", $"a key without one at {brace.Index}");
        }
    }

    private static void CheckQuickReply(Spot spot, QuickReply? quickReply)
    {
        if (quickReply is null || !spot.At("items").Exists(quickReply.Items))
            return;
        spot.At("items").Count(quickReply.Items.Count, 1, 13, "buttons");
        for (var i = 0; i < quickReply.Items.Count; i++)
        {
            var at = spot.At("items", i);
            if (!at.Exists(quickReply.Items[i]))
                continue;
            at.At("action").Action(quickReply.Items[i].Action, ActionPlace.QuickReply);
            if (quickReply.Items[i].ImageUrl is { } icon)
                at.Resource("imageUrl", icon);
        }
    }

    private static void CheckSender(Spot spot, Sender? sender)
    {
        spot.Units("name", sender?.Name, 0, 20);
        if (sender?.IconUrl is { } icon)
            spot.Resource("iconUrl", icon);
    }

    [GeneratedRegex("^[A-Za-z0-9_]{1,20}\\z")]
    private static partial Regex SubstitutionKey();

    [GeneratedRegex(@"\{\{|\}\}|\{(?<key>[^{}]*)\}|[{}]")]
    private static partial Regex Brace();
}

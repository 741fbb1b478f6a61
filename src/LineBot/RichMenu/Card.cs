using Line.Messaging;

namespace LineBot.RichMenu;

/// <summary>The look that all bubbles of this service share: one title, calm text, buttons below each other.</summary>
public static class Card
{
    public const string Green = "#0B6B3A";
    public const string Ink = "#1B2420";
    public const string Muted = "#59645E";
    public const string Red = "#B3261E";

    /// <summary>A bubble; all bubbles of a carousel made here have one width.</summary>
    public static FlexBubble Of(string title, IReadOnlyList<FlexComponent> body, params IReadOnlyList<FlexButton> buttons) => new()
    {
        Body = FlexBox.Vertical([Title(title), .. body]) with { Spacing = "md", PaddingAll = "20px" },
        Footer = buttons.Count == 0 ? null : FlexBox.Vertical([.. buttons]) with { Spacing = "sm", PaddingAll = "16px", PaddingTop = "0px" },
    };

    /// <summary>A bubble as a message. Notifications and the chat list show title and first text.</summary>
    public static FlexMessage Message(string title, IReadOnlyList<FlexComponent> body, params IReadOnlyList<FlexButton> buttons) =>
        new(body is [FlexText { Text: { } first }, ..] ? $"{title}\n{first}" : title, Of(title, body, buttons));

    /// <inheritdoc cref="Message(string, IReadOnlyList{FlexComponent}, IReadOnlyList{FlexButton})"/>
    public static FlexMessage Message(string title, string text, IReadOnlyList<FlexComponent> more, params IReadOnlyList<FlexButton> buttons) =>
        Message(title, [Text(text), .. more], buttons);

    /// <inheritdoc cref="Message(string, IReadOnlyList{FlexComponent}, IReadOnlyList{FlexButton})"/>
    public static FlexMessage Message(string title, string text, params IReadOnlyList<FlexButton> buttons) => Message(title, [Text(text)], buttons);

    public static FlexText Title(string text) => new(text) { Weight = FlexWeight.Bold, Size = "lg", Color = Ink, Wrap = true };

    public static FlexText Text(string text) => new(text) { Size = "md", Color = Ink, Wrap = true, LineSpacing = "4px" };

    /// <summary>Smaller and paler: what is good to know.</summary>
    public static FlexText Note(string text) => new(text) { Size = "sm", Color = Muted, Wrap = true, LineSpacing = "3px" };

    /// <summary>What must not be overlooked before a tap.</summary>
    public static FlexText Warning(string text) => Text(text) with { Color = Red };

    /// <summary>A name and its value side by side.</summary>
    public static FlexBox Fact(string name, string value) => FlexBox.Horizontal(
        new FlexText(name) { Size = "sm", Color = Muted, Flex = 4, Wrap = true },
        new FlexText(value) { Size = "sm", Color = Ink, Flex = 6, Wrap = true, Align = FlexAlign.End });

    /// <summary>The button that most will want. At most one a bubble.</summary>
    public static FlexButton Primary(LineAction action) => new(action) { Style = FlexButtonStyle.Primary, Color = Green };

    public static FlexButton Other(LineAction action) => new(action) { Style = FlexButtonStyle.Link, Color = Green, Height = FlexButtonHeight.Small };

    /// <summary>A button that takes something away.</summary>
    public static FlexButton Danger(LineAction action) => new(action) { Style = FlexButtonStyle.Primary, Color = Red };

    /// <summary>A postback button's action that shows its own label as what the customer said.</summary>
    public static PostbackAction Tap(string label, string postback) => new(label, postback) { DisplayText = label };
}

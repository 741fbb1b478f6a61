using System.Text.Json;

namespace LineBot.Simulator.Phones.Screens;

/// <summary>What a phone shows apart from the talk itself.</summary>
public sealed record Screen
{
    public bool IsMenuOpen { get; init; } = true;

    /// <summary>The row with the input, instead of the bar of the menu.</summary>
    public bool IsTyping { get; init; }

    /// <summary>The text put into the input, and how often one was.</summary>
    public (string Text, int Times) FillIn { get; init; } = ("", 0);

    /// <summary>What slides over the talk; null for nothing. The browser is apart from it and lies between the share screen and the others.</summary>
    public Sheet? Sheet { get; init; }

    /// <summary>The passing word at the lower edge, and how often there was one.</summary>
    public (string Text, int Times) Toast { get; init; } = ("", 0);

    public Screen Saying(string text) => this with { Toast = (text, Toast.Times + 1) };

    public Screen Typing(string text = "") =>
        this with { IsTyping = true, IsMenuOpen = false, Sheet = null, FillIn = (text, FillIn.Times + 1) };

    public Screen WithMenu(bool open) => this with { IsTyping = false, IsMenuOpen = open };

    /// <summary>What the app does by itself when <paramref name="action"/> is tapped; what the bot is told is not its matter.</summary>
    public Screen Tapped(JsonElement action) => action.Text("type") switch
    {
        "postback" => action.Text("inputOption") switch
        {
            "closeRichMenu" => WithMenu(open: false),
            "openRichMenu" => WithMenu(open: true),
            "openKeyboard" => Typing(action.Text("fillInText") ?? ""),
            "openVoice" => Typing() with { Sheet = new Sheet.Voice() },
            _ => this,
        },
        "datetimepicker" => this with { Sheet = new Sheet.Picker(action) },
        "camera" or "cameraRoll" => this with { Sheet = new Sheet.Attachments() },
        _ => this,
    };
}

/// <summary>What slides over a phone's talk.</summary>
public abstract record Sheet
{
    /// <summary>LINE's share screen with a text to send to a friend.</summary>
    public sealed record Share(string Text) : Sheet;

    /// <summary>The date or time picker of an action.</summary>
    public sealed record Picker(JsonElement Action) : Sheet;

    public sealed record Stickers : Sheet;

    public sealed record Attachments : Sheet;

    /// <summary>Where a voice message is recorded.</summary>
    public sealed record Voice : Sheet;

    /// <summary>The account's profile: add, block, unblock.</summary>
    public sealed record Profile : Sheet;

    /// <summary>The talk with friends, who share things.</summary>
    public sealed record Friends : Sheet;
}

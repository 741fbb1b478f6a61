namespace LineBot.Simulator.Platform;

/// <summary>What the phone does on a tap, apart from what stands in the talk.</summary>
public sealed record TapOutcome
{
    /// <summary>The webhook that told the bot; null when a tap tells it nothing.</summary>
    public WebhookPost? Webhook { get; init; }

    /// <summary>The address to open in the in-app browser.</summary>
    public Uri? Opens { get; init; }

    /// <summary>The text that is in the clipboard now.</summary>
    public string? Copied { get; init; }

    /// <summary><c>closeRichMenu</c>, <c>openRichMenu</c>, <c>openKeyboard</c> or <c>openVoice</c>.</summary>
    public string? InputOption { get; init; }

    /// <summary>The text that stands in the keyboard's field when it opens.</summary>
    public string? FillInText { get; init; }

    /// <summary>The phone's own screen that opens: <c>camera</c>, <c>cameraRoll</c> or <c>location</c>.</summary>
    public string? OpensScreen { get; init; }
}

using System.Text.Json;

namespace LineBot.Simulator.Platform;

public enum TalkSide
{
    /// <summary>The phone's owner: on the right.</summary>
    Own,

    /// <summary>The Official Account: on the left.</summary>
    Bot,

    /// <summary>What the app itself notes, in the middle.</summary>
    Note,
}

/// <summary>One line of the talk as the phone shows it.</summary>
/// <param name="Number">Counts up within one phone, from 1.</param>
/// <param name="Message">The message object in LINE's shape. A note is a text message as well.</param>
/// <param name="MessageId">LINE's id of the message; null for what is only shown (the display text of a tapped button, a note).</param>
/// <param name="RequestId">The API call that brought it: messages of one answer share it. Null for what did not come from the bot.</param>
/// <param name="IsUnsent">Taken back by its sender: only the fact is shown.</param>
public sealed record TalkEntry(
    int Number, DateTimeOffset At, TalkSide Side, JsonElement Message, string? MessageId, string? RequestId = null, bool IsUnsent = false);

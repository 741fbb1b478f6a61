namespace LineBot.Webhook.Recordings;

/// <summary>Why a text is no recording.</summary>
public enum RecordingFault
{
    /// <summary>A line is no JSON; most often the recording was cut short.</summary>
    NotJson,

    /// <summary>The first line does not name the format.</summary>
    NoHeader,

    /// <summary>It was written by a newer version of this program.</summary>
    TooNew,

    /// <summary>A line holds nothing that a recording knows, or a webhook without events.</summary>
    UnknownLine,
}

/// <summary>A text is no recording.</summary>
/// <param name="line">From 1.</param>
/// <param name="column">From 1; 0 where the whole line is wrong.</param>
public sealed class RecordingFormatException(RecordingFault fault, int line, int column = 0) : Exception($"{fault} in line {line}")
{
    public RecordingFault Fault { get; } = fault;

    public int Line { get; } = line;

    public int Column { get; } = column;
}

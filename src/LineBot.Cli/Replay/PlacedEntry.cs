using LineBot.Webhook.Recordings;

namespace LineBot.Cli.Replay;

/// <summary>Something that was recorded, and where it was found.</summary>
/// <param name="Place">File and line, as an operator looks it up.</param>
internal sealed record PlacedEntry(string Place, RecordedEntry Entry);

namespace LineBot.Simulator.Platform;

/// <summary>A file that somebody sent in a talk, which the bot fetches by the message's id.</summary>
/// <param name="Type">The message's: <c>image</c>, <c>video</c>, <c>audio</c> or <c>file</c>.</param>
/// <param name="File">Null once the message was taken back.</param>
/// <param name="Preview">The small picture; null where there is none.</param>
/// <param name="ReadyAt">Videos and sounds are prepared first.</param>
internal sealed record SentContent(string Type, StoredFile? File, StoredFile? Preview, DateTimeOffset ReadyAt);

using System.Text.Json;

namespace LineBot.Cli.Replay;

/// <summary>A message that the bot sent while webhooks were replayed.</summary>
/// <param name="Masked">The same with marks at what is different each time.</param>
internal sealed record HeardMessage(JsonElement Message, JsonElement Masked);

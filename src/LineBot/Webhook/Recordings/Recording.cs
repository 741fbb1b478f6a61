using System.Text.Encodings.Web;
using System.Text.Json;

namespace LineBot.Webhook.Recordings;

/// <summary>
/// What went between LINE and a bot for a while: JSON Lines, of which the first names the format and each further one is a webhook,
/// a call of the bot's, a person or a gap. docs/recordings.md has it with an example.
/// </summary>
/// <param name="BeganAt">Null where that is not known.</param>
/// <param name="Entries">In the order in which they began.</param>
public sealed record Recording(DateTimeOffset? BeganAt, IReadOnlyList<RecordedEntry> Entries)
{
    /// <summary>The version of the format that is written here, and the newest that is read.</summary>
    public const int Version = 1;

    /// <summary>Japanese stays readable in a recording.</summary>
    internal static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}

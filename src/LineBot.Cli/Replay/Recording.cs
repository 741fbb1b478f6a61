using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LineBot.Cli.Replay;

/// <summary>One recorded webhook body and where it was found.</summary>
internal sealed record RecordedBody(string Place, byte[] Bytes);

/// <summary>
/// Recorded webhooks: a file with one body, or a file of JSON Lines (<c>.jsonl</c>) with one body a line.
/// All are read and checked before the first is sent, so that a half-written file stops the whole run and not its middle.
/// </summary>
internal static class Recording
{
    public static IReadOnlyList<RecordedBody> Read(IEnumerable<FileInfo> files, Shell shell) =>
        [.. files.SelectMany(file => BodiesOf(file, shell)).Select(body => Checked(body, shell))];

    private static IEnumerable<RecordedBody> BodiesOf(FileInfo file, Shell shell)
    {
        if (!file.Exists)
        {
            throw new TroubleException(
                shell.Say("記録ファイルがありません。", "There is no such recording."), file.FullName,
                shell.Say("パスを確認してください。", "Check the path."));
        }
        if (file.Extension is not (".jsonl" or ".ndjson"))
            return [new RecordedBody(file.Name, File.ReadAllBytes(file.FullName))];
        return File.ReadLines(file.FullName, Encoding.UTF8)
            .Select((line, number) => (line, number))
            .Where(numbered => !string.IsNullOrWhiteSpace(numbered.line))
            .Select(numbered => new RecordedBody($"{file.Name}:{numbered.number + 1}", Encoding.UTF8.GetBytes(numbered.line)));
    }

    private static RecordedBody Checked(RecordedBody body, Shell shell)
    {
        try
        {
            if (JsonNode.Parse(body.Bytes) is JsonObject webhook && webhook["events"] is JsonArray)
                return body;
        }
        catch (JsonException e)
        {
            throw new TroubleException(
                shell.Say("記録が JSON として読めません (途中で切れている可能性があります)。何も送っていません。",
                    "The recording is not readable as JSON; it may be cut short. Nothing was sent."),
                $"{body.Place}, {shell.Say($"{e.LineNumber + 1} 行 {e.BytePositionInLine + 1} 桁", $"line {e.LineNumber + 1}, column {e.BytePositionInLine + 1}")}",
                shell.Say("その記録を直すか除いてください。", "Mend that recording or leave it out."));
        }
        throw new TroubleException(
            shell.Say("Webhook の本文ではありません (events がありません)。何も送っていません。",
                "This is no webhook body: it has no events array. Nothing was sent."), body.Place,
            shell.Say("LINE から受けた本文そのものを指定してください。", "Give bodies exactly as LINE posted them."));
    }
}

using System.Text.Json;
using LineBot.Webhook.Recordings;

namespace LineBot.Cli.Replay;

/// <summary>Why a file cannot be replayed: each names its place, and says that nothing was sent.</summary>
internal sealed class ReplayFileFaults(Shell shell)
{
    public TroubleException Missing(FileInfo file) => new(
        shell.Say("記録ファイルがありません。", "There is no such recording."), file.FullName,
        shell.Say("パスを確認してください。", "Check the path."));

    public TroubleException Empty(FileInfo file) => new(
        shell.Say("記録ファイルが空です。何も送っていません。", "The recording is empty. Nothing was sent."), file.FullName,
        shell.Say("別のファイルを指定してください。", "Give another file."));

    public TroubleException Unreadable(FileInfo file, Exception why) => new(
        shell.Say("記録ファイルを読めません。何も送っていません。", "The recording cannot be read. Nothing was sent."), $"{file.FullName}: {why.Message}",
        shell.Say("ファイルの権限と大きさ (2 GB まで) を確認してください。", "Check the file's permissions, and its size: 2 GB at the most."));

    public TroubleException Of(string file, RecordingFormatException e) => e.Fault switch
    {
        RecordingFault.NotJson => NotJson($"{file}:{e.Line}:{e.Column}", null, e.Line),
        RecordingFault.TooNew => new TroubleException(
            shell.Say("この記録は、より新しい版で作られています。何も送っていません。", "The recording was made by a newer version. Nothing was sent."), $"{file}:{e.Line}",
            shell.Say("この linebot を新しい版にしてください。", "Replay it with a linebot of that version.")),
        _ => new TroubleException(
            shell.Say("記録の行として読めません。何も送っていません。", "This is no line of a recording. Nothing was sent."), $"{file}:{e.Line}",
            shell.Say("その行を直すか消してください (形式は docs/recordings.md)。", "Mend that line or delete it; docs/recordings.md has the format.")),
    };

    public TroubleException NotJson(string place, JsonException? at, int lines) => new(
        shell.Say("記録が JSON として読めません (途中で切れている可能性があります)。何も送っていません。",
            "The recording is not readable as JSON; it may be cut short. Nothing was sent."),
        at is null ? place : $"{place}:{at.LineNumber + 1}:{at.BytePositionInLine + 1}",
        lines > 0
            ? shell.Say("その行を直すか消してください。", "Mend that line or delete it.")
            : shell.Say("その記録を直すか除いてください。", "Mend that recording or leave it out."));

    public TroubleException NoWebhook(string place) => new(
        shell.Say("Webhook の本文ではありません (events がありません)。何も送っていません。",
            "This is no webhook body: it has no events array. Nothing was sent."), place,
        shell.Say("LINE から受けた本文そのものを指定してください。", "Give bodies exactly as LINE posted them."));

    public TroubleException NoWebhookInHar(FileInfo file) => new(
        shell.Say("この HAR に Webhook がありません (events をもつ POST がありません)。何も送っていません。",
            "This HAR holds no webhook: there is no POST with an events array. Nothing was sent."), file.FullName,
        shell.Say("サービスへの通信を、本文を含めて書き出してください。", "Export what went to the service, with the requests' bodies."));
}

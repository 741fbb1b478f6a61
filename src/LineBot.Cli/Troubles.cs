using System.Net;
using Line.Messaging;
using LineBot.Storage;

namespace LineBot.Cli;

/// <summary>Turns what went wrong into one clear sentence, the place and the way on.</summary>
internal static class Troubles
{
    public static async Task<int> ToldAsync(Shell shell, Func<Task<int>> work)
    {
        try
        {
            return await work();
        }
        // Not one of the things that an operator can mend: whoever mends the tool needs the whole of it.
        catch (Exception e)
        {
            return Tell(shell, Of(shell, e) ?? new TroubleException(shell.Say("予期しないエラーです。", "Something unforeseen happened."), e.ToString()));
        }
    }

    /// <summary>What an operator can mend; null for what only whoever mends the tool can.</summary>
    public static TroubleException? Of(Shell shell, Exception e) => e switch
    {
        TroubleException trouble => trouble,
        LineApiException refusal => new(
            refusal.Message, refusal.RequestId is null ? null : $"X-Line-Request-Id: {refusal.RequestId}", WayOn(shell, refusal)),
        ChannelTokenException { InnerException: LineApiException refusal } => new(
            refusal.Message, null, shell.Say("Line:ChannelId と Line:ChannelSecret を確認してください。", "Check Line:ChannelId and Line:ChannelSecret.")),
        ChannelTokenException or HttpRequestException or TaskCanceledException { InnerException: TimeoutException } => new(
            shell.Say("LINE に届きません。", "LINE cannot be reached."), e.Message,
            shell.Say("ネットワークと Line:ApiBaseUrl、Line:DataApiBaseUrl を確認してください。", "Check the network, Line:ApiBaseUrl and Line:DataApiBaseUrl.")),
        OperationCanceledException => new(shell.Say("中断しました。", "Stopped.")),
        StoreUnavailableException => new(
            shell.Say("データベースを読み書きできません。", "The store cannot be used."), e.InnerException?.Message ?? e.Message,
            shell.Say(
                "Storage:ConnectionString のファイルまたはサーバーと、空き容量を確認してください。",
                "Check the file or the server in Storage:ConnectionString and its free disk space.")),
        _ => null,
    };

    private static string WayOn(Shell shell, LineApiException e) => e.StatusCode switch
    {
        HttpStatusCode.Unauthorized => shell.Say(
            "Line:ChannelAccessToken (または Line:ChannelId と Line:ChannelSecret) を確認してください。",
            "Check Line:ChannelAccessToken, or Line:ChannelId and Line:ChannelSecret."),
        HttpStatusCode.TooManyRequests => shell.Say(
            "LINE の回数制限です (メニューの作成・削除は 1 時間に各 100 回、一括の移動は 3 回)。時間をおいて再実行してください。",
            "This is LINE's rate limit (menus: 100 creations, 100 deletions and 3 moves of everybody an hour). Run this again later."),
        >= HttpStatusCode.InternalServerError => shell.Say("LINE 側の障害です。時間をおいて再実行してください。", "LINE has trouble of its own. Run this again later."),
        _ => shell.Say("内容を確認して再実行してください。", "Check what was asked for, then run this again."),
    };

    private static int Tell(Shell shell, TroubleException trouble)
    {
        shell.Error.WriteLine($"linebot: {trouble.Message}");
        if (trouble.Place is not null)
            shell.Error.WriteLine($"  {shell.Say("場所", "where")}: {trouble.Place}");
        if (trouble.WayOn is not null)
            shell.Error.WriteLine($"  {shell.Say("次に", "next")}: {trouble.WayOn}");
        return ExitCode.Failed;
    }
}

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
        catch (TroubleException trouble)
        {
            return Tell(shell, trouble.Message, trouble.Place, trouble.WayOn);
        }
        catch (LineApiException e)
        {
            return Tell(shell, e.Message, e.RequestId is null ? null : $"X-Line-Request-Id: {e.RequestId}", WayOn(shell, e));
        }
        catch (ChannelTokenException e) when (e.InnerException is LineApiException refusal)
        {
            return Tell(shell, refusal.Message, null, shell.Say("Line:ChannelId と Line:ChannelSecret を確認してください。", "Check Line:ChannelId and Line:ChannelSecret."));
        }
        catch (Exception e) when (e is ChannelTokenException or HttpRequestException or TaskCanceledException { InnerException: TimeoutException })
        {
            return Tell(shell, shell.Say("LINE に届きません。", "LINE cannot be reached."), e.Message,
                shell.Say("ネットワークと Line:ApiBaseUrl、Line:DataApiBaseUrl を確認してください。", "Check the network, Line:ApiBaseUrl and Line:DataApiBaseUrl."));
        }
        catch (OperationCanceledException)
        {
            return Tell(shell, shell.Say("中断しました。", "Stopped."), null, null);
        }
        catch (StoreUnavailableException e)
        {
            return Tell(shell, shell.Say("データベースを読み書きできません。", "The store cannot be used."), e.InnerException?.Message ?? e.Message,
                shell.Say("Storage:ConnectionString のファイルと空き容量を確認してください。", "Check the file in Storage:ConnectionString and the free disk space."));
        }
        catch (Exception e)
        {
            // Not one of the things that an operator can mend: whoever mends the tool needs the whole of it.
            return Tell(shell, shell.Say("予期しないエラーです。", "Something unforeseen happened."), e.ToString(), null);
        }
    }

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

    private static int Tell(Shell shell, string what, string? place, string? wayOn)
    {
        shell.Error.WriteLine($"linebot: {what}");
        if (place is not null)
            shell.Error.WriteLine($"  {shell.Say("場所", "where")}: {place}");
        if (wayOn is not null)
            shell.Error.WriteLine($"  {shell.Say("次に", "next")}: {wayOn}");
        return ExitCode.Failed;
    }
}

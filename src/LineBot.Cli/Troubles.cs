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

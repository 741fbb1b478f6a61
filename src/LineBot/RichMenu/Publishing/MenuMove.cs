using Line.Messaging;

namespace LineBot.RichMenu.Publishing;

/// <summary>Gives everybody who has an old menu the new one, however many they are, in one call that LINE works off in the background.</summary>
/// <param name="longest">How long LINE is given for it.</param>
internal sealed class MenuMove(LineMessagingClient line, RateLimitPatience patience, TimeProvider clock, TimeSpan longest)
{
    // LINE tells how far a batch is a hundred times an hour, and may need hours for it.
    private static readonly int[] Seconds = [1, 1, 2, 4, 8, 15, 30, 60];

    /// <exception cref="MenuMoveException">LINE has not finished in time, or could not do it for everybody: old menus are still in use.</exception>
    public async Task FinishAsync(IReadOnlyList<RichMenuBatchOperation> operations, CancellationToken cancel)
    {
        // Without a resume key: whoever has the new menu has the old one no more, so asking again does nobody twice. Under the key of an earlier
        // batch, LINE would skip whom that batch has done, although going back in between gave them the old menu again.
        var requestId = await patience.CallAsync(() => line.StartRichMenuBatchAsync(new RichMenuBatch(operations), cancel), cancel)
            ?? throw new MenuMoveException(HasFailed: false);
        var started = clock.GetTimestamp();
        for (var look = 0; ; look++)
        {
            switch ((await patience.RepeatAsync(() => line.GetRichMenuBatchProgressAsync(requestId, cancel), cancel))?.Phase)
            {
                case "succeeded":
                    return;
                case "failed":
                    throw new MenuMoveException(HasFailed: true);
                default:
                    var pause = TimeSpan.FromSeconds(Seconds[Math.Min(look, Seconds.Length - 1)]);
                    if (clock.GetElapsedTime(started) + pause > longest)
                        throw new MenuMoveException(HasFailed: false);
                    await Task.Delay(pause, clock, cancel);
                    break;
            }
        }
    }
}

/// <summary>LINE has not given the new menus to everybody who has an old one, so that the old ones stay.</summary>
/// <param name="HasFailed">LINE gave up; false where it is still at it.</param>
public sealed class MenuMoveException(bool HasFailed)
    : Exception(HasFailed ? "LINE could not give the new menu to everybody." : "LINE is still giving the new menu to everybody.")
{
    public bool HasFailed { get; } = HasFailed;
}

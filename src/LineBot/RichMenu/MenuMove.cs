using Line.Messaging;

namespace LineBot.RichMenu;

/// <summary>Gives everybody who has an old menu the new one, however many they are, in one call that LINE works off in the background.</summary>
internal sealed class MenuMove(LineMessagingClient line)
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);
    private const int Looks = 30;

    /// <returns>False where LINE has not finished in half a minute, or failed: the old menus are then still in use.</returns>
    public async Task<bool> FinishedAsync(IReadOnlyList<RichMenuBatchOperation> operations, CancellationToken cancel)
    {
        if (await line.StartRichMenuBatchAsync(new RichMenuBatch(operations), cancel) is not { } requestId)
            return false;
        for (var look = 0; look < Looks; look++)
        {
            var progress = await line.GetRichMenuBatchProgressAsync(requestId, cancel);
            if (progress is not { Phase: "ongoing" })
                return progress?.Phase == "succeeded";
            await Task.Delay(LookEvery, TimeProvider.System, cancel);
        }
        return false;
    }
}

using LineBot.Data;
using LineBot.Language;
using LineBot.RichMenu;

namespace LineBot.Handlers.DataPresent;

/// <summary>プレゼント履歴: what was given, received, waits or came back, this month and the last.</summary>
public sealed class HistoryHandler(PresentStore presents, ShareStore shares, PresentGiver users, HistoryReplies replies)
{
    public const int MostLines = 20;
    public const int MostWaiting = 5;

    [Action("data-present/history")]
    [Words("プレゼント履歴", "プレゼントの履歴", "データプレゼント履歴", "present history", "gift history")]
    public Reply Show(Turn turn)
    {
        if (users.Of(turn) is not { } subscription)
            return PresentGiver.Locked(turn);
        var thisMonth = JapanTime.FirstOfMonth(JapanTime.DayOf(turn.Now));
        var since = JapanTime.StartOf(thisMonth.AddMonths(-1));
        return Reply.With(replies.Show(
            turn.Tongue, thisMonth, shares.Waiting(turn.Tx, subscription, MostWaiting), presents.Of(turn.Tx, subscription, since, MostLines + 1),
            shares.CameBack(turn.Tx, subscription, since, MostLines + 1)));
    }
}

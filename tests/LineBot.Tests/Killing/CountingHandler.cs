using Line.Messaging;
using LineBot.RichMenu;

namespace LineBot.Tests.Killing;

/// <summary>Counts what each customer said, and answers with the count: an effect done twice or out of order cannot hide.</summary>
public sealed class CountingHandler
{
    [On(typeof(MessageEvent))]
    public Reply Count(Turn turn)
    {
        turn.Tx.Execute("CREATE TABLE IF NOT EXISTS counted (line_user_id TEXT NOT NULL, number INTEGER NOT NULL, text TEXT NOT NULL)");
        var number = 1 + turn.Tx.Get<long>("SELECT COUNT(*) FROM counted WHERE line_user_id = @LineUserId", new { turn.LineUserId });
        turn.Tx.Execute("INSERT INTO counted VALUES (@LineUserId, @number, @text)", new { turn.LineUserId, number, text = turn.Tap.Text });
        return Reply.With(new TextMessage($"{number}: {turn.Tap.Text}"));
    }
}

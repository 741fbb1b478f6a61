using LineBot.Data;
using LineBot.RichMenu;

namespace LineBot.Handlers.DataPresent;

/// <summary>データをもらう: asks a partner for data. Giving then goes the way that every present goes.</summary>
public sealed class AskHandler(Asking asking, AskStore asks, PartnerStore partners, PresentGiver users, PresentNews news, AskReplies replies)
{
    /// <summary>As many people as fit a screen.</summary>
    private const int MostPeople = 10;

    [Action("data-present/ask")]
    [Words(
        "データをもらう", "おねだり", "データおねだり", "データがほしい", "ギガがほしい", "ギガちょうだい", "データちょうだい", "ギガをもらう",
        "ask for data", "request data", "need data")]
    public Reply People(Turn turn) => users.Of(turn) is { } asker
        ? Reply.With(replies.People(turn.Tongue, [.. partners.Of(turn.Tx, asker, MostPeople).Where(partner => partner.IsLinked)]))
        : PresentGiver.Locked(turn);

    [Action("data-present/ask-amount")]
    public Reply Amount(Turn turn)
    {
        if (users.Of(turn) is not { } asker)
            return PresentGiver.Locked(turn);
        var terms = asking.Check(turn.Tx, asker, turn.Tap.Number("to") ?? 0, turn.Now);
        return Reply.With(terms.Refusal is null ? replies.Amounts(turn.Tongue, terms.Asked!, asking.Amounts) : replies.Refused(turn.Tongue, terms));
    }

    [Action("data-present/ask-send")]
    public Reply Send(Turn turn)
    {
        if (users.Of(turn) is not { } asker)
            return PresentGiver.Locked(turn);
        var terms = asking.Check(turn.Tx, asker, turn.Tap.Number("to") ?? 0, turn.Now);
        if (terms.Refusal is not null)
            return Reply.With(replies.Refused(turn.Tongue, terms));
        if (asking.Ask(turn.Tx, asker, terms.Asked!.SubscriptionId, PresentGiver.KbIn(turn), turn.Now) is not { } ask)
            return Reply.With(replies.Amounts(turn.Tongue, terms.Asked, asking.Amounts));
        return Reply.With(replies.Sent(turn.Tongue, ask, terms.Asked, news.Asked(turn.Tx, ask, turn.Now)));
    }

    [Action("data-present/ask-decline")]
    public Reply Decline(Turn turn)
    {
        if (users.Of(turn) is not { } asked)
            return PresentGiver.Locked(turn);
        if (asks.Find(turn.Tx, turn.Tap.Number("ask") ?? 0) is not { } ask || ask.AskedId != asked)
            return Reply.With(replies.Gone(turn.Tongue));
        var asker = partners.Find(turn.Tx, asked, ask.AskerId);
        if (!asks.Decline(turn.Tx, ask.Id, turn.Now))
            return Reply.With(replies.AnsweredBefore(turn.Tongue, ask, asker));
        news.Declined(turn.Tx, ask, turn.Now);
        return Reply.With(replies.DeclinedByYou(turn.Tongue, asker));
    }
}

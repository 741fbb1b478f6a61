using LineBot.Data;
using LineBot.RichMenu;
using Microsoft.Extensions.Options;

namespace LineBot.Handlers.DataPresent;

/// <summary>
/// データプレゼント: who, how much, sure? Each step asks the ledger anew; the giver is whoever tapped, so what a button says
/// of person and amount is only a wish.
/// </summary>
public sealed class DataPresentHandler(
    Giving giving, PartnerStore partners, PresentStore presents, AskStore asks, Balances balances, PresentGiver givers, PresentNews news,
    DataPresentReplies replies, PresentRefusedReplies refused, PresentDoneReplies done, AskReplies askReplies, IOptions<DataPolicy> policy)
{
    /// <summary>As many people as fit a screen.</summary>
    private const int MostPeople = 10;

    [Action(Tiles.DataPresent)]
    [Words(
        "プレゼント", "データプレゼント", "ギフト", "データギフト", "データを贈る", "データを送る", "データをあげる", "ギガを贈る", "ギガを送る", "ギガをあげる",
        "data present", "data gift", "give data", "gift data", "send data", "share data")]
    public Reply Start(Turn turn)
    {
        if (givers.Of(turn) is not { } giver)
            return PresentGiver.Locked(turn);
        var terms = giving.Check(turn.Tx, giver, turn.Now);
        return terms.Refusal is null
            ? Reply.With(replies.People(turn.Tongue, terms, partners.Of(turn.Tx, giver, MostPeople), policy.Value.PresentUnitKb))
            : Reply.With(refused.Show(turn.Customer, terms));
    }

    [Action("data-present/amount")]
    public Reply Amount(Turn turn)
    {
        if (givers.Of(turn) is not { } giver)
            return PresentGiver.Locked(turn);
        var terms = giving.CheckFor(turn.Tx, giver, turn.Tap.Number("to") ?? 0, turn.Now);
        return Reply.With(terms.Refusal is null ? replies.Amounts(turn.Tongue, terms, policy.Value.PresentUnitKb) : refused.Show(turn.Customer, terms));
    }

    [Action("data-present/confirm")]
    public Reply Confirm(Turn turn)
    {
        if (givers.Of(turn) is not { } giver)
            return PresentGiver.Locked(turn);
        // あげる, below somebody's asking: a second tap, or one after the asking ended, is told so first.
        return turn.Tap.Number("ask") is { } id && asks.Find(turn.Tx, id) is { } ask && ask.AskedId == giver && !ask.IsOpen(turn.Now)
            ? Reply.With(askReplies.AnsweredBefore(turn.Tongue, ask, partners.Find(turn.Tx, giver, ask.AskerId)))
            : Confirm(turn, giver, isAgain: false);
    }

    [Action("data-present/give")]
    public Reply Give(Turn turn)
    {
        if (givers.Of(turn) is not { } giver)
            return PresentGiver.Locked(turn);
        var request = Request(turn, giver, turn.Tap.Parameter("request") ?? "");
        var isFresh = PresentRequestId.IsFresh(request.RequestId, policy.Value.ConfirmationValidFor, turn.Now);
        if (!isFresh && presents.Find(turn.Tx, giver, request.RequestId) is null)
            return Confirm(turn, giver, isAgain: true);

        var outcome = giving.Give(turn.Tx, request, turn.Now);
        if (outcome.Present is not { } present)
            return Reply.With(refused.Show(turn.Customer, outcome.Terms));
        if (!outcome.IsNew)
            return Reply.With(done.GivenBefore(turn.Tongue, outcome.Terms.Receiver, present));
        return GivenAndTold(turn, outcome.Terms, present);
    }

    private Reply Confirm(Turn turn, long giver, bool isAgain)
    {
        var request = Request(turn, giver, PresentRequestId.New(turn.Now));
        var terms = giving.CheckAmount(turn.Tx, request, turn.Now);
        return Reply.With(terms.Refusal is null ? replies.Confirmation(turn.Tongue, terms, request, isAgain) : refused.Show(turn.Customer, terms));
    }

    private Reply GivenAndTold(Turn turn, PresentTerms terms, Present present)
    {
        var told = news.Received(turn.Tx, present, terms.ReceiverBalance!.IsSlow, turn.Now);
        var giver = balances.Of(turn.Tx, present.GiverId, turn.Now);
        return Reply.With(done.Given(turn.Tongue, terms.Receiver!, present, giver, balances.Of(turn.Tx, present.ReceiverId, turn.Now), told));
    }

    private static PresentRequest Request(Turn turn, long giver, string requestId) =>
        new(requestId, giver, turn.Tap.Number("to") ?? 0, PresentGiver.KbIn(turn));
}

using LineBot.Inquiries;
using LineBot.RichMenu;

namespace LineBot.Handlers.TalkInquiry;

/// <summary>The customer's word on what an operator proposed.</summary>
public sealed class ProposalHandler(Proposals proposals)
{
    [Action(TalkActions.Accept)]
    public Reply Accept(Turn turn) => proposals.Accept(turn, turn.Tap.Number("proposal") ?? 0);

    [Action(TalkActions.Decline)]
    public Reply Decline(Turn turn) => proposals.Decline(turn, turn.Tap.Number("proposal") ?? 0);
}

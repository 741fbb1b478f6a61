using LineBot.Accounts;
using LineBot.RichMenu;

namespace LineBot.Handlers.DataPresent;

/// <summary>Who gives, and what their button wishes for.</summary>
public sealed class PresentGiver(SubscriptionStore subscriptions)
{
    /// <summary>Beyond this no plan goes; it keeps what somebody typed into a postback from overflowing.</summary>
    private const long MostMb = 100_000_000;

    /// <summary>The subscription of whoever tapped, or null without a user link.</summary>
    public long? Of(Turn turn) => turn.Customer.SubscriptionId is { } id && subscriptions.Find(turn.Tx, id) is not null ? id : null;

    public static Reply Locked(Turn turn) => Reply.With(LockedTile.Explain(Tiles.DataPresent, turn.Customer));

    /// <summary>The amount that the button names, in KB; 0 for none.</summary>
    public static long KbIn(Turn turn) => turn.Tap.Number("mb") is { } asked and <= MostMb ? asked * 1_000 : 0;
}

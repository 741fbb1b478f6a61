using LineBot.Accounts;
using LineBot.Language;
using LineBot.Storage;

namespace LineBot.RichMenu;

/// <summary>A tap with what is known of the customer now, inside the transaction in which it is answered.</summary>
/// <param name="Customer">Who tapped, with the links stored at this very moment.</param>
/// <param name="Now">The instant at which the tap is answered.</param>
public sealed record Turn(Tap Tap, Customer Customer, Transaction Tx, DateTimeOffset Now)
{
    public Tongue Tongue => Customer.Tongue;

    public string LineUserId => Tap.LineUserId;
}

/// <summary>What is left to do once everything that LINE had to be asked is known. It runs inside the transaction.</summary>
public delegate Reply Decision(Turn turn);

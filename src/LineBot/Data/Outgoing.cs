using LineBot.Storage;

namespace LineBot.Data;

/// <summary>Takes plan data away from a subscription that gives it to another.</summary>
public sealed class Outgoing(PartStore parts)
{
    /// <param name="balance">Of this moment; it must hold <paramref name="kb"/> of plan data.</param>
    /// <param name="why">What the data is taken for; part, day, reason and amount are set here.</param>
    public void Take(Transaction tx, Balance balance, long kb, DataEntry why, DateTimeOffset now)
    {
        foreach (var part in balance.Parts.Where(part => part.Kind == PartKind.Plan && part.LeftKb > 0))
        {
            var taken = Math.Min(kb, part.LeftKb);
            if (taken == 0)
                return;
            parts.Book(tx, why with { PartId = part.Id, Day = balance.Today, Reason = EntryReason.Given, Kb = -taken }, now);
            kb -= taken;
        }
    }
}

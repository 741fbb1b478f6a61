using LineBot.Storage;

namespace LineBot.Inquiries;

/// <summary>Acts that operators proposed, and what customers said to them.</summary>
public sealed class ProposalStore
{
    private const string Columns =
        "id, inquiry_id, kind, contract_id, subscription_id, mb, yen, seen, proposed_by, proposed_at, expires_at, state, settled_at";

    /// <returns>The proposal's id.</returns>
    public long Add(Transaction tx, long inquiryId, PossibleAct act, string operatorName, DateTimeOffset now, DateTimeOffset until) =>
        tx.Get<long>(
            """
            INSERT INTO inquiry_proposals (inquiry_id, kind, contract_id, subscription_id, mb, yen, seen, proposed_by, proposed_at, expires_at, state)
            VALUES (@inquiryId, @Kind, @ContractId, @SubscriptionId, @Mb, @Yen, @Seen, @operatorName, @now, @until, 'open') RETURNING id
            """, new { inquiryId, act.Kind, act.ContractId, act.SubscriptionId, act.Mb, act.Yen, act.Seen, operatorName, now, until });

    /// <summary>A proposal to this customer; null where there is none by that id, or it is another customer's.</summary>
    public Proposal? Find(Transaction tx, string lineUserId, long id) =>
        tx.Find<Proposal>(
            $"""
            SELECT {Columns} FROM inquiry_proposals
            WHERE id = @id AND inquiry_id IN (SELECT id FROM inquiries WHERE line_user_id = @lineUserId)
            """, new { lineUserId, id });

    /// <summary>The proposals of an inquiry, oldest first.</summary>
    public IReadOnlyList<Proposal> Of(Transaction tx, long inquiryId) =>
        tx.Query<Proposal>($"SELECT {Columns} FROM inquiry_proposals WHERE inquiry_id = @inquiryId ORDER BY id", new { inquiryId });

    /// <summary>Settles an open proposal, once.</summary>
    /// <param name="state"><c>done</c>, <c>declined</c> or <c>refused</c>.</param>
    /// <returns>False where it was settled or ran out.</returns>
    public bool Settle(Transaction tx, long id, string state, DateTimeOffset now) =>
        tx.Execute(
            "UPDATE inquiry_proposals SET state = @state, settled_at = @now WHERE id = @id AND state = 'open' AND expires_at > @now",
            new { id, state, now }) == 1;
}

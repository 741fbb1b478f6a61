using LineBot.Storage;

namespace LineBot.Data;

/// <summary>Who may give to whom.</summary>
public sealed class PartnerStore
{
    /// <summary>The few ids first: a correlated list of them is one that PostgreSQL asks for every subscription there is.</summary>
    internal const string Select =
        """
        SELECT s.id AS subscription_id, s.phone_number, s.user_name, s.contract_id = own.contract_id AS is_of_same_contract,
               link.line_user_id, account.display_name
        FROM (SELECT other.id FROM subscriptions mine JOIN subscriptions other ON other.contract_id = mine.contract_id WHERE mine.id = @subscriptionId
            UNION SELECT receiver_id FROM data_presents WHERE giver_id = @subscriptionId
            UNION SELECT giver_id FROM data_presents WHERE receiver_id = @subscriptionId) known
        JOIN subscriptions own ON own.id = @subscriptionId AND known.id <> own.id
        JOIN subscriptions s ON s.id = known.id AND s.ended_at IS NULL
        LEFT JOIN user_links link ON link.subscription_id = s.id
        LEFT JOIN line_accounts account ON account.line_user_id = link.line_user_id
        """;

    /// <summary>The partners of a subscription, those of its own contract first; at most <paramref name="most"/>.</summary>
    public IReadOnlyList<Partner> Of(Transaction tx, long subscriptionId, int most) =>
        tx.Query<Partner>($"{Select} ORDER BY is_of_same_contract DESC, s.id LIMIT @most", new { subscriptionId, most });

    /// <summary>One of a subscription's partners, or null where the two have nothing to do with each other.</summary>
    public Partner? Find(Transaction tx, long subscriptionId, long partnerId) =>
        tx.Find<Partner>($"{Select} WHERE s.id = @partnerId", new { subscriptionId, partnerId });
}

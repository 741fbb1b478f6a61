using LineBot.Language;
using LineBot.RichMenu;
using LineBot.Storage;

namespace LineBot.Accounts;

/// <summary>LINE accounts as this service knows them: name, language, whether they can be reached, what they were asked to type.</summary>
public sealed class AccountStore
{
    /// <summary>
    /// The account with its links at this moment. Creates nothing: an account never seen is an unlinked customer in Japanese.
    /// </summary>
    public Customer CustomerOf(Transaction tx, string lineUserId)
    {
        // Runs for every event: look-ups by key, compiled once. What has ended gives nothing, whatever link is left of it.
        using var row = tx.Prepared(
            """
            SELECT a.display_name, a.language, a.is_friend, a.expects_action, a.expects_until,
                   CASE WHEN k.ended_at IS NULL THEN s.id END
            FROM line_accounts a
            LEFT JOIN user_links u ON u.line_user_id = a.line_user_id
            LEFT JOIN subscriptions s ON s.id = u.subscription_id AND s.ended_at IS NULL
            LEFT JOIN contracts k ON k.id = s.contract_id
            WHERE a.line_user_id = @1
            """).With(lineUserId).Read();
        using var contracts = ContractsOf(tx, lineUserId);
        if (!row.Read())
            return Customer.Unknown(lineUserId);
        return new Customer(
            lineUserId,
            row.IsDBNull(0) ? null : row.GetString(0),
            Tongue.Of(row.GetString(1)),
            row.GetInt64(2) != 0,
            Ids(contracts),
            row.IsDBNull(5) ? null : row.GetInt64(5),
            ExpectationIn(row));
    }

    /// <summary>The accounts that have not blocked the service, with their links, in the order of their ids.</summary>
    /// <param name="after">The last id of the page before; empty for the first.</param>
    public IReadOnlyList<(string LineUserId, LinkState LinkState, Tongue Tongue)> FriendsAfter(Transaction tx, string after, int most)
    {
        using var row = tx.Prepared(
            """
            SELECT a.line_user_id, a.language,
                   EXISTS (SELECT 1 FROM contractor_links l JOIN contracts k ON k.id = l.contract_id
                           WHERE l.line_user_id = a.line_user_id AND k.ended_at IS NULL),
                   EXISTS (SELECT 1 FROM user_links u JOIN subscriptions s ON s.id = u.subscription_id JOIN contracts k ON k.id = s.contract_id
                           WHERE u.line_user_id = a.line_user_id AND s.ended_at IS NULL AND k.ended_at IS NULL)
            FROM line_accounts a WHERE a.is_friend = 1 AND a.line_user_id > @1 ORDER BY a.line_user_id LIMIT @2
            """).With(after, (long)most).Read();
        var friends = new List<(string, LinkState, Tongue)>();
        while (row.Read())
            friends.Add((row.GetString(0), Customer.LinkStateOf(row.GetBoolean(2), row.GetBoolean(3)), Tongue.Of(row.GetString(1))));
        return friends;
    }

    /// <summary>
    /// Keeps what LINE told of the account, adding it if it is new.
    /// A <paramref name="displayName"/> or <paramref name="tongue"/> of null leaves what was known.
    /// </summary>
    public void Remember(Transaction tx, string lineUserId, string? displayName, Tongue? tongue, bool isFriend, DateTimeOffset now) =>
        tx.Execute(
            """
            INSERT INTO line_accounts (line_user_id, display_name, language, is_friend, created_at)
            VALUES (@lineUserId, @displayName, COALESCE(@language, 'ja'), @isFriend, @now)
            ON CONFLICT (line_user_id) DO UPDATE SET
                display_name = COALESCE(@displayName, line_accounts.display_name),
                language = COALESCE(@language, line_accounts.language),
                is_friend = @isFriend
            """,
            new { lineUserId, displayName, language = tongue?.Code, isFriend, now });

    /// <summary>Adds the account if it is new, so that rows can point to it.</summary>
    public void Ensure(Transaction tx, string lineUserId, DateTimeOffset now) =>
        tx.Execute(
            "INSERT INTO line_accounts (line_user_id, created_at) VALUES (@lineUserId, @now) ON CONFLICT DO NOTHING",
            new { lineUserId, now });

    /// <summary>Sets which action gets the account's next typed text; <see cref="Expectation.None"/> ends the waiting.</summary>
    public void Expect(Transaction tx, string lineUserId, Expectation expectation, DateTimeOffset now)
    {
        if (expectation.Action.Length > 0)
            Ensure(tx, lineUserId, now);
        tx.Prepared("UPDATE line_accounts SET expects_action = @1, expects_until = @2 WHERE line_user_id = @3")
            .With(
                expectation.Action.Length > 0 ? expectation.Action : null,
                expectation.Action.Length > 0 ? expectation.Until.ToUnixTimeMilliseconds() : null,
                lineUserId)
            .ExecuteLater();
    }

    private static PreparedRows ContractsOf(Transaction tx, string lineUserId) => tx.Prepared(
        """
        SELECT l.contract_id FROM contractor_links l JOIN contracts k ON k.id = l.contract_id AND k.ended_at IS NULL
        WHERE l.line_user_id = @1 ORDER BY l.linked_at, l.contract_id
        """).With(lineUserId).Read();

    private static List<long> Ids(PreparedRows rows)
    {
        var ids = new List<long>();
        while (rows.Read())
            ids.Add(rows.GetInt64(0));
        return ids;
    }

    private static Expectation? ExpectationIn(PreparedRows row) =>
        row.IsDBNull(3) ? null : new Expectation(row.GetString(3), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(4)));
}

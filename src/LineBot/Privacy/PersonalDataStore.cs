using LineBot.Accounts;
using LineBot.Storage;

namespace LineBot.Privacy;

/// <summary>Finds, reads and erases all that the store has of one customer, by <see cref="PersonalTables"/>.</summary>
public sealed class PersonalDataStore
{
    /// <summary>Customers by login ID, phone number, LINE user id or the holder's name, as far as they are typed in full.</summary>
    public IReadOnlyList<CustomerFound> Find(Transaction tx, string text, int most) =>
        tx.Query<CustomerFound>(
            """
            SELECT c.id AS contract_id, c.login_id, c.holder_name, l.line_user_id, c.ended_at
            FROM contracts c LEFT JOIN contractor_links l ON l.contract_id = c.id
            WHERE c.login_id = @login OR l.line_user_id = @text OR REPLACE(REPLACE(c.holder_name, ' ', ''), '　', '') = @name
                OR REPLACE(c.holder_kana, ' ', '') = @name
                OR c.id IN (SELECT contract_id FROM subscriptions WHERE phone_number = @text)
            UNION ALL
            SELECT NULL, NULL, NULL, a.line_user_id, NULL FROM line_accounts a
            WHERE a.line_user_id = @text AND NOT EXISTS (SELECT 1 FROM contractor_links l WHERE l.line_user_id = a.line_user_id)
            LIMIT @most
            """,
            new { text, login = ContractStore.Normalise(text), name = string.Concat(text.Where(c => !char.IsWhiteSpace(c))), most });

    /// <summary>
    /// What customers are called, where they live and what they sign in with: of everybody, to cover it in what is recorded beside a store
    /// of some thousand customers at the most.
    /// </summary>
    public IReadOnlyList<string> Words(Transaction tx) =>
        tx.Query<string>(
            """
            SELECT holder_name FROM contracts UNION SELECT holder_kana FROM contracts UNION SELECT address FROM contracts
            UNION SELECT postal_code FROM contracts UNION SELECT birth_date FROM contracts UNION SELECT login_id FROM contracts
            UNION SELECT user_name FROM subscriptions UNION SELECT phone_number FROM subscriptions
            UNION SELECT user_name FROM applications UNION SELECT holder_name FROM applications UNION SELECT holder_kana FROM applications
            UNION SELECT address FROM applications UNION SELECT postal_code FROM applications UNION SELECT birth_date FROM applications
            UNION SELECT login_id FROM applications WHERE login_id IS NOT NULL
            UNION SELECT display_name FROM line_accounts WHERE display_name IS NOT NULL
            """);

    /// <summary>Who a login ID, a phone number or a LINE user id stands for; empty for nobody.</summary>
    public CustomerScope ScopeOf(Transaction tx, string key)
    {
        var named = tx.Query<long>(
            "SELECT id FROM contracts WHERE login_id = @login OR id IN (SELECT contract_id FROM subscriptions WHERE phone_number = @key)",
            new { login = ContractStore.Normalise(key), key });
        var accounts = tx.Query<string>(
            """
            SELECT line_user_id FROM line_accounts WHERE line_user_id = @key
            UNION SELECT line_user_id FROM contractor_links WHERE contract_id IN @named
            """, new { key, named });
        var contracts = named.Union(tx.Query<long>("SELECT contract_id FROM contractor_links WHERE line_user_id IN @accounts", new { accounts })).Order().ToList();
        var subscriptions = tx.Query<long>("SELECT id FROM subscriptions WHERE contract_id IN @contracts ORDER BY id", new { contracts });
        var used = tx.Query<long>("SELECT subscription_id FROM user_links WHERE line_user_id IN @accounts", new { accounts });
        return new CustomerScope(accounts, contracts, subscriptions, used.Except(subscriptions).Select(id => (long?)id).FirstOrDefault());
    }

    /// <summary>The contracts of a customer that have not ended.</summary>
    public IReadOnlyList<string> LiveContracts(Transaction tx, CustomerScope customer) =>
        tx.Query<string>("SELECT login_id FROM contracts WHERE id IN @Contracts AND ended_at IS NULL ORDER BY id", new { customer.Contracts });

    /// <summary>A customer's rows of one table as they are stored, without what opens something by itself.</summary>
    internal static IReadOnlyList<IReadOnlyDictionary<string, object?>> RowsOf(Transaction tx, PersonalTable table, CustomerScope customer) =>
    [
        .. tx.Query<dynamic>(
                $"SELECT * FROM {table.Name} WHERE {table.Whose}",
                new
                {
                    accounts = customer.Accounts, contracts = customer.Contracts,
                    subscriptions = customer.Used is { } used ? [.. customer.Subscriptions, used] : customer.Subscriptions,
                })
            .Select(row => ((IDictionary<string, object?>)row)
                .Where(column => !table.Secrets.Contains(column.Key)).ToDictionary(column => column.Key, column => column.Value)),
    ];

    /// <summary>Ends a customer's contracts and subscriptions that have not ended.</summary>
    public void End(Transaction tx, CustomerScope customer, DateTimeOffset now)
    {
        tx.Execute("UPDATE contracts SET ended_at = @now WHERE id IN @Contracts AND ended_at IS NULL", new { customer.Contracts, now });
        tx.Execute("UPDATE subscriptions SET ended_at = @now WHERE id IN @Subscriptions AND ended_at IS NULL", new { customer.Subscriptions, now });
    }

    /// <summary>Takes what waits to be decided off the table: applications and rewards of somebody who is gone.</summary>
    public void Settle(Transaction tx, CustomerScope customer, DateTimeOffset now)
    {
        tx.Execute(
            """
            UPDATE applications SET state = 'declined', settled_at = @now
            WHERE state = 'received' AND (line_user_id IN @Accounts OR contract_id IN @Contracts)
            """, new { customer.Accounts, customer.Contracts, now });
        tx.Execute(
            """
            UPDATE campaign_rewards SET state = 'forfeited', lost_by = 'contract-ended', settled_at = @now
            WHERE settled_at IS NULL AND (contract_id IN @Contracts OR (contract_id IS NULL AND line_user_id IN @Accounts))
            """, new { customer.Accounts, customer.Contracts, now });
    }

    /// <summary>The LINE accounts whose links go with these contracts.</summary>
    public IReadOnlyList<string> LinkedAccounts(Transaction tx, CustomerScope customer) =>
        tx.Query<string>(
            """
            SELECT line_user_id FROM contractor_links WHERE contract_id IN @Contracts
            UNION SELECT line_user_id FROM user_links WHERE subscription_id IN @Subscriptions OR line_user_id IN @Accounts
            UNION SELECT line_user_id FROM line_accounts WHERE line_user_id IN @Accounts
            """, customer);

    /// <summary>Erases by <see cref="PersonalTables"/>; what is kept names <paramref name="pseudonym"/> instead.</summary>
    /// <returns>How many rows were deleted or cleared.</returns>
    public int Erase(Transaction tx, CustomerScope customer, string pseudonym, DateTimeOffset now)
    {
        tx.Execute(
            "INSERT INTO line_accounts (line_user_id, is_friend, created_at) VALUES (@pseudonym, 0, @now)", new { pseudonym, now });
        var rows = 0;
        foreach (var table in PersonalTables.All.Where(table => table.Erasing != Erasing.Keep))
        {
            var statement = table.Erasing.Statement is { } columns
                ? $"UPDATE {table.Name} SET {columns} WHERE {table.Whose}"
                : $"DELETE FROM {table.Name} WHERE {table.Whose}";
            rows += tx.Execute(
                statement, new { accounts = customer.Accounts, contracts = customer.Contracts, subscriptions = customer.Subscriptions, pseudonym });
        }
        tx.Execute(
            """
            DELETE FROM line_accounts WHERE line_user_id = @pseudonym
                AND NOT EXISTS (SELECT 1 FROM applications WHERE line_user_id = @pseudonym)
                AND NOT EXISTS (SELECT 1 FROM campaign_rewards WHERE line_user_id = @pseudonym)
                AND NOT EXISTS (SELECT 1 FROM invitations WHERE line_user_id = @pseudonym)
            """, new { pseudonym });
        return rows;
    }

    /// <summary>Clears what applicants told of applications that were settled before, <paramref name="limit"/> at most at a time.</summary>
    public int ForgetApplications(Transaction tx, DateTimeOffset before, int limit) =>
        tx.Execute(
            """
            UPDATE applications SET user_name = '', login_id = NULL, holder_name = '', holder_kana = '', birth_date = '', postal_code = '', address = ''
            WHERE id IN (
                SELECT id FROM applications WHERE settled_at <= @before AND user_name <> '' ORDER BY settled_at LIMIT @limit)
            """, new { before, limit });

    /// <summary>Removes applications that were begun and whose time is over.</summary>
    public int ForgetDrafts(Transaction tx, DateTimeOffset now, int limit) =>
        tx.Execute(
            "DELETE FROM application_drafts WHERE owner IN (SELECT owner FROM application_drafts WHERE kept_until <= @now LIMIT @limit)",
            new { now, limit });

    /// <summary>Removes invitations that were issued before and that nobody applied with.</summary>
    public int ForgetInvitations(Transaction tx, DateTimeOffset before, int limit) =>
        tx.Execute(
            """
            DELETE FROM invitations WHERE code IN (
                SELECT code FROM invitations i WHERE issued_at <= @before
                    AND NOT EXISTS (SELECT 1 FROM applications a WHERE a.invitation_code = i.code) LIMIT @limit)
            """, new { before, limit });

    public int ForgetAudit(Transaction tx, DateTimeOffset before, int limit) =>
        tx.Execute("DELETE FROM audit_log WHERE id IN (SELECT id FROM audit_log WHERE at <= @before ORDER BY at LIMIT @limit)", new { before, limit });

    /// <summary>Contracts that ended before and still name their holder.</summary>
    public IReadOnlyList<long> LongEnded(Transaction tx, DateTimeOffset before, int limit) =>
        tx.Query<long>("SELECT id FROM contracts WHERE ended_at <= @before AND holder_name <> '' ORDER BY ended_at LIMIT @limit", new { before, limit });

    /// <summary>A contract alone, without the LINE account that held it.</summary>
    public CustomerScope ContractAlone(Transaction tx, long contractId) => new(
        [], [contractId], tx.Query<long>("SELECT id FROM subscriptions WHERE contract_id = @contractId", new { contractId }), null);
}

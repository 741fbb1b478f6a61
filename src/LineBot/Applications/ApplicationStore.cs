using LineBot.Storage;

namespace LineBot.Applications;

/// <summary>Applications for contracts and subscriptions.</summary>
public sealed class ApplicationStore
{
    private const string Columns = "id, request_id, kind, state, line_user_id, plan_id, user_name, subscription_id, received_at, settled_at";

    public Application? Find(Transaction tx, long id) =>
        tx.Find<Application>($"SELECT {Columns} FROM applications WHERE id = @id", new { id });

    public Application? FindByRequest(Transaction tx, string requestId) =>
        tx.Find<Application>($"SELECT {Columns} FROM applications WHERE request_id = @requestId", new { requestId });

    /// <summary>The applications that wait to be looked at, oldest first.</summary>
    public IReadOnlyList<Application> ListReceived(Transaction tx, int limit = 100) =>
        tx.Query<Application>($"SELECT {Columns} FROM applications WHERE state = 'received' ORDER BY received_at, id LIMIT @limit", new { limit });

    public ApplicationContent ContentOf(Transaction tx, long id) =>
        tx.Get<ApplicationContent>(
            """
            SELECT plan_id, user_name, CASE WHEN kind = 'subscription' THEN contract_id END AS contract_id, login_id, password_hash,
                holder_name, holder_kana, birth_date, postal_code, address, campaign_code, invitation_code
            FROM applications WHERE id = @id
            """, new { id });

    /// <summary>Receives an application. The same request was received before: nothing changes.</summary>
    /// <returns>The application of this request.</returns>
    public Application Receive(Transaction tx, string requestId, ApplicationContent content, string? lineUserId, DateTimeOffset now)
    {
        tx.Execute(
            """
            INSERT INTO applications (request_id, kind, state, line_user_id, contract_id, plan_id, user_name, login_id, password_hash,
                holder_name, holder_kana, birth_date, postal_code, address, campaign_code, invitation_code, received_at)
            VALUES (@requestId, @kind, 'received', @lineUserId, @ContractId, @PlanId, @UserName, @LoginId, @PasswordHash,
                @HolderName, @HolderKana, @BirthDate, @PostalCode, @Address, @CampaignCode, @InvitationCode, @now)
            ON CONFLICT (request_id) DO NOTHING
            """,
            new
            {
                requestId, kind = content.IsNewContract ? "new-contract" : "subscription", lineUserId, content.ContractId, content.PlanId,
                content.UserName, content.LoginId, content.PasswordHash, content.HolderName, content.HolderKana, content.BirthDate,
                content.PostalCode, content.Address, content.CampaignCode, content.InvitationCode, now,
            });
        return FindByRequest(tx, requestId)!;
    }

    /// <summary>Settles a received application. Its password hash is kept no longer: the contract has it, or nobody needs it.</summary>
    /// <returns>False where it was settled before.</returns>
    public bool Settle(
        Transaction tx, long id, ApplicationState state, long? contractId, long? subscriptionId, DateTimeOffset now) =>
        tx.Execute(
            """
            UPDATE applications SET state = @state, contract_id = COALESCE(@contractId, contract_id), subscription_id = @subscriptionId,
                settled_at = @now, password_hash = NULL
            WHERE id = @id AND state = 'received'
            """, new { id, state = state == ApplicationState.Activated ? "activated" : "declined", contractId, subscriptionId, now }) == 1;

    /// <summary>Whether a contract, or an application that waits, has the login ID.</summary>
    public bool IsTaken(Transaction tx, string loginId) =>
        tx.Get<long>(
            """
            SELECT (SELECT COUNT(*) FROM contracts WHERE login_id = @loginId)
                + (SELECT COUNT(*) FROM applications WHERE login_id = @loginId AND state = 'received')
            """, new { loginId }) > 0;

    /// <summary>Whether a contract has the login ID by now.</summary>
    public bool HasContract(Transaction tx, string loginId) =>
        tx.Get<long>("SELECT COUNT(*) FROM contracts WHERE login_id = @loginId", new { loginId }) > 0;

    /// <summary>Whether a subscription, active or ended, has the number. It is written 080-0000-0001.</summary>
    public bool HasNumber(Transaction tx, string phoneNumber) =>
        tx.Get<long>("SELECT COUNT(*) FROM subscriptions WHERE phone_number = @phoneNumber", new { phoneNumber }) > 0;

    /// <summary>How many subscriptions a contract has, counting those that are applied for.</summary>
    public long CountOfContract(Transaction tx, long contractId) =>
        tx.Get<long>(
            """
            SELECT (SELECT COUNT(*) FROM subscriptions WHERE contract_id = @contractId AND ended_at IS NULL)
                + (SELECT COUNT(*) FROM applications WHERE contract_id = @contractId AND state = 'received')
            """, new { contractId });

    /// <summary>The highest number given out between the two, or null before the first. Numbers are written 080-0000-0001.</summary>
    public string? HighestNumber(Transaction tx, string first, string last) =>
        tx.Get<string?>("SELECT MAX(phone_number) FROM subscriptions WHERE phone_number BETWEEN @first AND @last", new { first, last });
}

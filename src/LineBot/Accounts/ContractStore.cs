using System.Text;
using LineBot.Storage;

namespace LineBot.Accounts;

/// <summary>Contracts and the login IDs that open them.</summary>
public sealed class ContractStore
{
    private const string Columns =
        "c.id, c.login_id, c.holder_name, c.holder_kana, c.birth_date, c.postal_code, c.address, c.created_at, c.ended_at";

    /// <summary>Login IDs differ neither by case, nor by full width, nor by blanks around them.</summary>
    public static string Normalise(string loginId) => loginId.Normalize(NormalizationForm.FormKC).Trim().ToLowerInvariant();

    /// <summary>Whether the store has neither a contract nor a plan to sell.</summary>
    public bool IsEmpty(Transaction tx) =>
        tx.Get<long>("SELECT (SELECT COUNT(*) FROM plans) + (SELECT COUNT(*) FROM contracts)") == 0;

    public Contract? Find(Transaction tx, long contractId) =>
        tx.Find<Contract>($"SELECT {Columns} FROM contracts c WHERE c.id = @contractId", new { contractId });

    /// <summary>The contract that has a login ID, ended or not; null for a login ID that nobody has.</summary>
    public Contract? FindByLoginId(Transaction tx, string loginId) =>
        tx.Find<Contract>($"SELECT {Columns} FROM contracts c WHERE c.login_id = @loginId", new { loginId = Normalise(loginId) });

    /// <summary>The contracts linked to a LINE account that have not ended, oldest link first.</summary>
    public IReadOnlyList<Contract> LinkedTo(Transaction tx, string lineUserId) =>
        tx.Query<Contract>(
            $"""
            SELECT {Columns} FROM contractor_links l JOIN contracts c ON c.id = l.contract_id
            WHERE l.line_user_id = @lineUserId AND c.ended_at IS NULL ORDER BY l.linked_at, c.id
            """,
            new { lineUserId });

    /// <summary>What to check a password against, or null for a login ID that nobody has or whose contract has ended.</summary>
    public Credential? CredentialOf(Transaction tx, string loginId) =>
        tx.Find<Credential>(
            "SELECT id AS contract_id, password_hash FROM contracts WHERE login_id = @loginId AND ended_at IS NULL",
            new { loginId = Normalise(loginId) });

    /// <param name="passwordHash">From <see cref="Passwords.Hash"/>, made before the transaction.</param>
    public void SetPassword(Transaction tx, long contractId, string passwordHash) =>
        tx.Execute("UPDATE contracts SET password_hash = @passwordHash WHERE id = @contractId", new { contractId, passwordHash });

    /// <summary>Adds a contract and returns its id; <paramref name="contract"/>'s own id is ignored.</summary>
    /// <param name="passwordHash">From <see cref="Passwords.Hash"/>, made before the transaction: hashing is slow on purpose.</param>
    public long Add(Transaction tx, Contract contract, string passwordHash) =>
        tx.Get<long>(
            """
            INSERT INTO contracts (login_id, password_hash, holder_name, holder_kana, birth_date, postal_code, address, created_at)
            VALUES (@LoginId, @passwordHash, @HolderName, @HolderKana, @BirthDate, @PostalCode, @Address, @CreatedAt)
            RETURNING id
            """,
            new
            {
                LoginId = Normalise(contract.LoginId), passwordHash, contract.HolderName, contract.HolderKana,
                contract.BirthDate, contract.PostalCode, contract.Address, contract.CreatedAt,
            });
}

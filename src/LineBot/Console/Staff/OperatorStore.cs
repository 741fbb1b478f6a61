using LineBot.Storage;

namespace LineBot.Console.Staff;

/// <summary>Who works at the console, with what role and password.</summary>
public sealed class OperatorStore
{
    private const string Columns = "name, display_name, is_given_password, role, created_at, disabled_at";

    public bool IsEmpty(Transaction tx) => tx.Get<long>("SELECT COUNT(*) FROM operators") == 0;

    /// <summary>By the name they sign in with, as <see cref="OperatorName.Normalise"/> writes it; null for nobody's.</summary>
    public DeskOperator? Find(Transaction tx, string name) =>
        tx.Find<Row>($"SELECT {Columns} FROM operators WHERE name = @name", new { name })?.ToOperator();

    /// <summary>All that there are or were, the disabled last.</summary>
    public IReadOnlyList<DeskOperator> List(Transaction tx) =>
        [.. tx.Query<Row>($"SELECT {Columns} FROM operators ORDER BY CASE WHEN disabled_at IS NULL THEN 0 ELSE 1 END, name").Select(row => row.ToOperator())];

    /// <summary>The names of those who may sign in.</summary>
    public IReadOnlySet<string> Active(Transaction tx) => tx.Query<string>("SELECT name FROM operators WHERE disabled_at IS NULL").ToHashSet();

    /// <summary>What to check a password against; null for a name that nobody has, or who may not sign in.</summary>
    public string? PasswordHashOf(Transaction tx, string name) =>
        tx.Find<string>("SELECT password_hash FROM operators WHERE name = @name AND disabled_at IS NULL", new { name });

    /// <param name="passwordHash">Made before the transaction: hashing is slow on purpose.</param>
    /// <returns>False where the name is, or was, somebody's.</returns>
    public bool Add(Transaction tx, string name, string displayName, OperatorRole role, string passwordHash, DateTimeOffset now) =>
        tx.Execute(
            """
            INSERT INTO operators (name, display_name, password_hash, is_given_password, role, created_at)
            VALUES (@name, @displayName, @passwordHash, 1, @role, @now) ON CONFLICT (name) DO NOTHING
            """, new { name, displayName, passwordHash, role = NameOf(role), now }) == 1;

    /// <param name="isGiven">Whether somebody else than its owner knows it.</param>
    /// <returns>False where there is nobody of that name.</returns>
    public bool SetPassword(Transaction tx, string name, string passwordHash, bool isGiven) =>
        tx.Execute("UPDATE operators SET password_hash = @passwordHash, is_given_password = @isGiven WHERE name = @name", new { name, passwordHash, isGiven }) == 1;

    public void SetRole(Transaction tx, string name, OperatorRole role) =>
        tx.Execute("UPDATE operators SET role = @role WHERE name = @name", new { name, role = NameOf(role) });

    /// <summary>Lets somebody in no longer, or again.</summary>
    public void SetDisabled(Transaction tx, string name, DateTimeOffset? since) =>
        tx.Execute("UPDATE operators SET disabled_at = @since WHERE name = @name", new { name, since });

    /// <summary>How many may sign in and decide who else may.</summary>
    public long CountAdmins(Transaction tx) =>
        tx.Get<long>("SELECT COUNT(*) FROM operators WHERE role = 'admin' AND disabled_at IS NULL");

    private static string NameOf(OperatorRole role) => role switch
    {
        OperatorRole.Admin => "admin",
        OperatorRole.Supervisor => "supervisor",
        _ => "operator",
    };

    private sealed record Row(string Name, string DisplayName, long IsGivenPassword, string Role, DateTimeOffset CreatedAt, DateTimeOffset? DisabledAt)
    {
        public DeskOperator ToOperator() =>
            new(Name, DisplayName, IsGivenPassword != 0, Enum.Parse<OperatorRole>(Role, ignoreCase: true), CreatedAt, DisabledAt);
    }
}

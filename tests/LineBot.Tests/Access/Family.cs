using LineBot.Accounts;
using LineBot.Storage;
using LineBot.Tests.Drivers;
using LineBot.Tests.Handlers.Linking;
using Microsoft.Extensions.DependencyInjection;

namespace LineBot.Tests.Access;

/// <summary>
/// The people between whom everything is kept apart: a mother who holds the contract and uses one of its subscriptions, her child
/// who uses the other, a friend with a contract of their own, and a stranger with nothing.
/// </summary>
internal sealed class Family(LineTalk line)
{
    /// <summary>What nobody but the mother may read.</summary>
    public static readonly IReadOnlyList<string> MothersSecrets = ["oya@example.jp", "山田", "080-0000-0001", "千代田区"];

    public PhoneDriver Mother { get; } = line.Phone("Mother");

    public PhoneDriver Child { get; } = line.Phone("Child");

    public PhoneDriver Friend { get; } = line.Phone("Friend");

    public PhoneDriver Stranger { get; } = line.Phone("Stranger");

    /// <summary>Gives everybody the links that are theirs, also after something has undone them.</summary>
    public Task LinkAsync() => line.InStoreAsync(tx =>
    {
        foreach (var phone in (PhoneDriver[])[Mother, Child, Friend, Stranger])
            line.Services.GetRequiredService<AccountStore>().Remember(tx, phone.UserId, phone.Name, LineBot.Language.Tongue.Japanese, true, line.Clock.GetUtcNow());
        Hold(tx, Mother, "oya@example.jp");
        Use(tx, Mother, "080-0000-0001");
        Use(tx, Child, "080-0000-0002");
        Hold(tx, Friend, "tomo@example.jp");
        Use(tx, Friend, "080-0000-0003");
        return 0;
    });

    /// <summary>What the mother would notice if somebody else changed it, as one text.</summary>
    public Task<string> MothersThingsAsync(bool withData) => line.InStoreAsync(tx => string.Join('\n', Rows(tx, withData)));

    public Task<long> IdAsync(string table, string column, string value) =>
        line.InStoreAsync(tx => tx.Get<long>($"SELECT id FROM {table} WHERE {column} = @value", new { value }));

    public Task<long> LinkedAtAsync(long contractId) =>
        line.InStoreAsync(tx => tx.Get<long>("SELECT linked_at FROM contractor_links WHERE contract_id = @contractId", new { contractId }));

    private static IEnumerable<string> Rows(Transaction tx, bool withData)
    {
        const string Hers = "SELECT id FROM subscriptions WHERE contract_id = (SELECT id FROM contracts WHERE login_id = 'oya@example.jp')";
        string[] kept =
        [
            "SELECT * FROM contracts WHERE login_id = 'oya@example.jp'",
            "SELECT * FROM contractor_links WHERE contract_id = (SELECT id FROM contracts WHERE login_id = 'oya@example.jp')",
            $"SELECT * FROM subscriptions WHERE id IN ({Hers}) ORDER BY id",
            $"SELECT * FROM subscription_options WHERE subscription_id IN ({Hers}) ORDER BY subscription_id, option_id",
            $"SELECT * FROM user_codes WHERE subscription_id IN ({Hers}) ORDER BY code",
            "SELECT * FROM user_links WHERE subscription_id = (SELECT id FROM subscriptions WHERE phone_number = '080-0000-0001')",
            $"SELECT * FROM data_top_ups WHERE subscription_id IN ({Hers}) ORDER BY id",
            "SELECT * FROM campaign_rewards WHERE contract_id = (SELECT id FROM contracts WHERE login_id = 'oya@example.jp') ORDER BY id",
        ];
        string[] data = [$"SELECT id, subscription_id, kind, volume_kb, left_kb FROM data_parts WHERE subscription_id IN ({Hers}) ORDER BY id"];
        return kept.Concat(withData ? data : []).SelectMany(sql => tx.Query<dynamic>(sql).Select(row => ((object)row).ToString()!));
    }

    private void Hold(Transaction tx, PhoneDriver phone, string loginId) => line.Services.GetRequiredService<LinkStore>().LinkContractor(
        tx, tx.Get<long>("SELECT id FROM contracts WHERE login_id = @loginId", new { loginId }), phone.UserId, line.Clock.GetUtcNow());

    private void Use(Transaction tx, PhoneDriver phone, string phoneNumber) => tx.Execute(
        """
        INSERT INTO user_links (subscription_id, line_user_id, linked_at)
        VALUES ((SELECT id FROM subscriptions WHERE phone_number = @phoneNumber), @UserId, @now)
        ON CONFLICT DO NOTHING
        """,
        new { phoneNumber, phone.UserId, now = line.Clock.GetUtcNow() });
}

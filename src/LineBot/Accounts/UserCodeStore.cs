using System.Security.Cryptography;
using LineBot.Storage;

namespace LineBot.Accounts;

/// <summary>User codes. Old ones are kept, so that a spent or replaced code can be explained to whoever types it.</summary>
public sealed class UserCodeStore
{
    private const string Select =
        """
        SELECT c.code, c.subscription_id, c.issued_at, c.spent_at, c.spent_on, c.replaced_at,
               CASE WHEN s.ended_at IS NULL AND k.ended_at IS NULL THEN 0 ELSE 1 END AS is_ended
        FROM user_codes c
        JOIN subscriptions s ON s.id = c.subscription_id
        JOIN contracts k ON k.id = s.contract_id
        """;

    /// <summary>The subscription's newest code, spent or not; null before the first was issued.</summary>
    public UserCode? Current(Transaction tx, long subscriptionId) =>
        tx.Find<UserCode>($"{Select} WHERE c.subscription_id = @subscriptionId AND c.replaced_at IS NULL", new { subscriptionId });

    /// <param name="code">Sixteen digits and nothing else.</param>
    public UserCode? Find(Transaction tx, string code) =>
        tx.Find<UserCode>($"{Select} WHERE c.code = @code", new { code });

    /// <summary>Spends a code, if it is still valid.</summary>
    /// <param name="use">One of <see cref="UserCodeUse"/>.</param>
    /// <returns>False if it is unknown, spent or replaced, or its subscription has ended; nothing changed then.</returns>
    public bool Spend(Transaction tx, string code, string use, DateTimeOffset now) =>
        tx.Execute(
            """
            UPDATE user_codes SET spent_at = @now, spent_on = @use
            WHERE code = @code AND spent_at IS NULL AND replaced_at IS NULL AND EXISTS (
                SELECT 1 FROM subscriptions s JOIN contracts k ON k.id = s.contract_id
                WHERE s.id = user_codes.subscription_id AND s.ended_at IS NULL AND k.ended_at IS NULL)
            """,
            new { code, use, now }) == 1;

    /// <summary>Gives the subscription a new code in place of the one it had. The user link is the caller's concern.</summary>
    public UserCode Issue(Transaction tx, long subscriptionId, DateTimeOffset now)
    {
        tx.Execute(
            "UPDATE user_codes SET replaced_at = @now WHERE subscription_id = @subscriptionId AND replaced_at IS NULL",
            new { subscriptionId, now });
        var code = new UserCode
        {
            Code = RandomNumberGenerator.GetString("0123456789", UserCode.Digits), SubscriptionId = subscriptionId, IssuedAt = now,
        };
        tx.Execute("INSERT INTO user_codes (code, subscription_id, issued_at) VALUES (@Code, @SubscriptionId, @IssuedAt)", code);
        return code;
    }
}

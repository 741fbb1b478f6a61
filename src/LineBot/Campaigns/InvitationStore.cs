using System.Security.Cryptography;
using LineBot.Language;
using LineBot.Storage;

namespace LineBot.Campaigns;

/// <summary>The invitation links that were issued, and what became of them.</summary>
public sealed class InvitationStore
{
    public const int CodeLength = 10;

    // Without 0 O 1 I L: a code is also read out and typed.
    private const string Letters = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

    private const string Select = "SELECT code, line_user_id, issued_on, issued_at, opened_at, shows_name FROM invitations";

    /// <summary>The account's invitation of today (JST), issued now if there is none yet. The account must be known.</summary>
    public Invitation IssueForToday(Transaction tx, string lineUserId, DateTimeOffset now)
    {
        var today = JapanTime.DayOf(now);
        tx.Execute(
            """
            INSERT INTO invitations (code, line_user_id, issued_on, issued_at)
            VALUES (@code, @lineUserId, @today, @now) ON CONFLICT (line_user_id, issued_on) DO NOTHING
            """,
            new { code = RandomNumberGenerator.GetString(Letters, CodeLength), lineUserId, today, now });
        return tx.Get<Invitation>($"{Select} WHERE line_user_id = @lineUserId AND issued_on = @today", new { lineUserId, today });
    }

    /// <param name="code">In capitals, without spaces and hyphens.</param>
    public Invitation? Find(Transaction tx, string code) => tx.Find<Invitation>($"{Select} WHERE code = @code", new { code });

    /// <summary>Whether a text has the form of a code.</summary>
    public static bool IsWritten(string code) => code.Length == CodeLength && code.All(c => Letters.Contains(c, StringComparison.Ordinal));

    /// <summary>Whether an application that was not declined carries the code.</summary>
    public bool IsUsed(Transaction tx, string code) =>
        tx.Get<long>("SELECT COUNT(*) FROM applications WHERE invitation_code = @code AND state <> 'declined'", new { code }) > 0;

    /// <summary>Notes that the invited went on from the page; the first time counts.</summary>
    public void Opened(Transaction tx, string code, DateTimeOffset now) =>
        tx.Execute("UPDATE invitations SET opened_at = @now WHERE code = @code AND opened_at IS NULL", new { code, now });

    /// <summary>Whether the pages of an account's invitation show its name.</summary>
    public void ShowName(Transaction tx, string code, string lineUserId, bool shows) =>
        tx.Execute("UPDATE invitations SET shows_name = @shows WHERE code = @code AND line_user_id = @lineUserId", new { code, lineUserId, shows });

    /// <summary>How many friends applied with any invitation of this account.</summary>
    public long CountApplied(Transaction tx, string lineUserId) =>
        tx.Get<long>(
            """
            SELECT COUNT(*) FROM applications a JOIN invitations i ON i.code = a.invitation_code
            WHERE i.line_user_id = @lineUserId AND a.state <> 'declined'
            """, new { lineUserId });

    /// <summary>The account's latest invitations, newest first.</summary>
    public IReadOnlyList<InvitationStatus> StatusOf(Transaction tx, string lineUserId, int most) =>
        tx.Query<InvitationStatus>(
            """
            SELECT i.code, i.issued_at, i.opened_at, a.received_at AS applied_at,
                CASE WHEN a.state = 'activated' THEN a.settled_at END AS activated_at, r.state AS reward_state, r.grant_on
            FROM invitations i
            LEFT JOIN applications a ON a.invitation_code = i.code AND a.state <> 'declined'
            LEFT JOIN campaign_rewards r ON r.application_id = a.id AND r.side = 'inviter'
            WHERE i.line_user_id = @lineUserId ORDER BY i.issued_at DESC LIMIT @most
            """, new { lineUserId, most });

    /// <summary>Whether somebody of this name and birthday holds a contract that is linked to the inviter's LINE account.</summary>
    public bool IsInviter(Transaction tx, Invitation invitation, string holderKana, string birthDate) =>
        tx.Get<long>(
            """
            SELECT COUNT(*) FROM contractor_links l JOIN contracts c ON c.id = l.contract_id
            WHERE l.line_user_id = @LineUserId AND c.birth_date = @birthDate
                AND REPLACE(c.holder_kana, ' ', '') = REPLACE(@holderKana, ' ', '')
            """, new { invitation.LineUserId, birthDate, holderKana }) > 0;

    /// <summary>Whether somebody of this name and birthday has, or had, a contract, or has applied by another invitation.</summary>
    public bool IsKnown(Transaction tx, string holderKana, string birthDate) =>
        tx.Get<long>(
            """
            SELECT (SELECT COUNT(*) FROM contracts
                    WHERE birth_date = @birthDate AND REPLACE(holder_kana, ' ', '') = REPLACE(@holderKana, ' ', ''))
                + (SELECT COUNT(*) FROM applications
                    WHERE state = 'received' AND invitation_code IS NOT NULL
                        AND birth_date = @birthDate AND REPLACE(holder_kana, ' ', '') = REPLACE(@holderKana, ' ', ''))
            """, new { birthDate, holderKana }) > 0;
}

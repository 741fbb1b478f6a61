using System.Security.Cryptography;
using LineBot.Language;
using LineBot.Storage;

namespace LineBot.Handlers.AddInvite;

/// <summary>The invitation links that were issued, and how many friends applied with them.</summary>
public sealed class InvitationStore
{
    public const int CodeLength = 10;

    // Without 0 O 1 I L: a code is also read out and typed.
    private const string Letters = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

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
        return tx.Get<Invitation>(
            "SELECT code, line_user_id, issued_on, issued_at FROM invitations WHERE line_user_id = @lineUserId AND issued_on = @today",
            new { lineUserId, today });
    }

    /// <param name="code">In capitals, without spaces and hyphens.</param>
    public Invitation? Find(Transaction tx, string code) =>
        tx.Find<Invitation>("SELECT code, line_user_id, issued_on, issued_at FROM invitations WHERE code = @code", new { code });

    /// <summary>Whether an application that was not declined carries the code.</summary>
    public bool IsUsed(Transaction tx, string code) =>
        tx.Get<long>("SELECT COUNT(*) FROM applications WHERE invitation_code = @code AND state <> 'declined'", new { code }) > 0;

    /// <summary>How many friends applied with any invitation of this account.</summary>
    public long CountApplied(Transaction tx, string lineUserId) =>
        tx.Get<long>(
            """
            SELECT COUNT(*) FROM applications a JOIN invitations i ON i.code = a.invitation_code
            WHERE i.line_user_id = @lineUserId AND a.state <> 'declined'
            """, new { lineUserId });

    /// <summary>Whether somebody of this name and birthday holds a contract that is linked to the inviter's LINE account.</summary>
    public bool IsInviter(Transaction tx, Invitation invitation, string holderKana, string birthDate) =>
        tx.Get<long>(
            """
            SELECT COUNT(*) FROM contractor_links l JOIN contracts c ON c.id = l.contract_id
            WHERE l.line_user_id = @LineUserId AND c.birth_date = @birthDate
                AND REPLACE(c.holder_kana, ' ', '') = REPLACE(@holderKana, ' ', '')
            """, new { invitation.LineUserId, birthDate, holderKana }) > 0;
}

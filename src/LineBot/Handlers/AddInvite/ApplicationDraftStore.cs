using System.Text.Json;
using LineBot.Accounts;
using LineBot.Storage;

namespace LineBot.Handlers.AddInvite;

/// <summary>An application that is being filled in.</summary>
/// <param name="RequestId">Another after every change; sent twice, it is one application.</param>
/// <param name="PasswordHash">Null until a password was typed.</param>
public sealed record ApplicationDraft(string RequestId, ApplicationForm Form, string? PasswordHash)
{
    public static readonly ApplicationDraft Empty = new("", new ApplicationForm(), null);

    /// <summary>The draft after a change.</summary>
    public static ApplicationDraft Of(ApplicationForm form, string? passwordHash) => new(Token.New(), form, passwordHash);
}

/// <summary>Drafts of applications: one for each LINE account, and one for each browser of those who came without.</summary>
public sealed class ApplicationDraftStore
{
    /// <summary>The draft of an owner, or null where there is none or its time is over.</summary>
    public ApplicationDraft? Find(Transaction tx, string owner, DateTimeOffset now) =>
        tx.Find<Row>("SELECT request_id, form, password_hash FROM application_drafts WHERE owner = @owner AND kept_until > @now", new { owner, now }) is { } row
            ? new ApplicationDraft(row.RequestId, JsonSerializer.Deserialize<ApplicationForm>(row.Form)!, row.PasswordHash)
            : null;

    /// <summary>Keeps a draft in place of the owner's former one.</summary>
    /// <param name="lineUserId">The account that owns it, which is known to the store; null for a browser.</param>
    public void Save(Transaction tx, string owner, string? lineUserId, ApplicationDraft draft, DateTimeOffset until) =>
        tx.Execute(
            """
            INSERT INTO application_drafts (owner, line_user_id, request_id, form, password_hash, kept_until)
            VALUES (@owner, @lineUserId, @RequestId, @form, @PasswordHash, @until)
            ON CONFLICT (owner) DO UPDATE SET request_id = excluded.request_id, form = excluded.form, password_hash = excluded.password_hash,
                kept_until = excluded.kept_until
            """,
            new { owner, lineUserId, draft.RequestId, form = JsonSerializer.Serialize(draft.Form), draft.PasswordHash, until });

    /// <summary>Removes the draft of an owner; there need not be one.</summary>
    public void Drop(Transaction tx, string owner) => tx.Execute("DELETE FROM application_drafts WHERE owner = @owner", new { owner });

    private sealed record Row(string RequestId, string Form, string? PasswordHash);
}

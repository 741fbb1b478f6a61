using LineBot.Language;
using LineBot.Storage;

namespace LineBot.Console.Canned;

/// <summary>An answer that operators give again and again.</summary>
/// <param name="Language"><c>ja</c> or <c>en</c>: the language of the customers it is for.</param>
/// <param name="Body">May hold <c>{customer}</c> and <c>{operator}</c>.</param>
public sealed record CannedAnswer(long Id, string Language, string Title, string Body, long Position)
{
    public const int LongestTitle = 40;
    public const int LongestBody = 2_000;

    /// <summary>The body with the two names in it.</summary>
    public string For(string? customer, string operatorName) => Body
        .Replace("{customer}", customer ?? (Language == "ja" ? "お客" : "Customer"), StringComparison.Ordinal)
        .Replace("{operator}", operatorName, StringComparison.Ordinal);
}

/// <summary>The canned answers, as supervisors keep them.</summary>
public sealed class CannedAnswerStore
{
    private const string Columns = "id, language, title, body, position";

    public IReadOnlyList<CannedAnswer> List(Transaction tx) =>
        tx.Query<CannedAnswer>($"SELECT {Columns} FROM canned_answers ORDER BY CASE language WHEN 'ja' THEN 0 ELSE 1 END, position, id");

    /// <summary>Those for customers of one language, in the order in which they are offered.</summary>
    public IReadOnlyList<CannedAnswer> For(Transaction tx, Tongue tongue) =>
        tx.Query<CannedAnswer>($"SELECT {Columns} FROM canned_answers WHERE language = @Code ORDER BY position, id", new { tongue.Code });

    public CannedAnswer? Find(Transaction tx, long id) =>
        tx.Find<CannedAnswer>($"SELECT {Columns} FROM canned_answers WHERE id = @id", new { id });

    public void Add(Transaction tx, string language, string title, string body, long position, string by, DateTimeOffset now) =>
        tx.Execute(
            """
            INSERT INTO canned_answers (language, title, body, position, changed_by, changed_at)
            VALUES (@language, @title, @body, @position, @by, @now)
            """, new { language, title, body, position, by, now });

    /// <returns>False where it is gone.</returns>
    public bool Change(Transaction tx, long id, string language, string title, string body, long position, string by, DateTimeOffset now) =>
        tx.Execute(
            """
            UPDATE canned_answers SET language = @language, title = @title, body = @body, position = @position, changed_by = @by, changed_at = @now
            WHERE id = @id
            """, new { id, language, title, body, position, by, now }) == 1;

    public bool Remove(Transaction tx, long id) => tx.Execute("DELETE FROM canned_answers WHERE id = @id", new { id }) == 1;
}

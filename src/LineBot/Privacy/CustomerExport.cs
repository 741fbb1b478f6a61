using System.Text;
using LineBot.Storage;

namespace LineBot.Privacy;

/// <summary>All that is stored of one customer, table by table as it is stored.</summary>
public static class CustomerExport
{
    private static readonly string[] ColumnsOfAccounts = ["line_user_id", "chat_id", "actor", "detail", "displaces"];

    /// <returns>Rows by table; tables with none are left out.</returns>
    public static IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyDictionary<string, object?>>> Of(Transaction tx, CustomerScope customer) =>
        PersonalTables.All
            .Select(table => (table.Name, Rows: PersonalDataStore.RowsOf(tx, table, customer)))
            .Where(table => table.Rows.Count > 0)
            .ToDictionary(
                table => table.Name,
                table => (IReadOnlyList<IReadOnlyDictionary<string, object?>>)
                    [.. table.Rows.Select(row => row.ToDictionary(column => column.Key, column => Readable(column.Key, column.Value, customer)))]);

    /// <summary>Other people's LINE accounts are theirs; bytes are text where they are JSON.</summary>
    private static object? Readable(string column, object? value, CustomerScope customer) => value switch
    {
        string text when ColumnsOfAccounts.Contains(column) && IsAccount(text) && !customer.Accounts.Contains(text) => "(another account)",
        byte[] bytes when column is "payload" or "messages" => Encoding.UTF8.GetString(bytes),
        byte[] bytes => Convert.ToBase64String(bytes),
        _ => value,
    };

    private static bool IsAccount(string text) => text is ['U', ..] && text.Length == 33;
}

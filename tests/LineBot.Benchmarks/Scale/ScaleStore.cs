using System.Data.Common;
using System.Globalization;
using System.Reflection;
using Dapper;
using LineBot.Benchmarks.Load;
using LineBot.Language;
using LineBot.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Npgsql;

namespace LineBot.Benchmarks.Scale;

/// <summary>The store under measure, spoken to directly for what the service has no use for.</summary>
internal sealed class ScaleStore(StorageOptions options)
{
    /// <summary>Longer than events are kept.</summary>
    private static readonly TimeSpan LongAgo = TimeSpan.FromDays(10);

    private bool IsSqlite => options.Provider == StorageOptions.Sqlite;

    /// <summary>Makes the tables by the service's own scripts and fills them, unless that was done before.</summary>
    /// <returns>Whether it was filled now.</returns>
    public async Task<bool> FillAsync(ScaleOptions size)
    {
        await using (var database = new Database(Options.Create(options), NullLogger<Database>.Instance))
        {
            if (await database.ReadAsync(tx => tx.Get<long>("SELECT COUNT(*) FROM plans WHERE id = 'load'")) > 0)
                return false;
        }
        using var connection = Open();
        connection.Execute(
            IsSqlite
                ? "PRAGMA foreign_keys = OFF; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -2000000; PRAGMA temp_store = FILE"
                : "SET session_replication_role = replica; SET synchronous_commit = off; SET work_mem = '512MB'", commandTimeout: 0);
        connection.Execute("BEGIN;" + Script("fill.sql", size) + "COMMIT;", commandTimeout: 0);
        if (!IsSqlite)
            connection.Execute(CountOn(connection));
        connection.Execute(IsSqlite ? "PRAGMA journal_mode = WAL" : "VACUUM ANALYZE", commandTimeout: 0);
        return true;
    }

    /// <summary>Puts events into the inbox that nobody has answered yet, each of another customer.</summary>
    public void AddWaiting(int count, int customers)
    {
        using var connection = Open();
        for (var n = 0; n < count; n++)
        {
            var (token, now) = ($"waiting{n:d13}-{TimeProvider.System.GetTimestamp()}", TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds());
            var user = Posting.CustomerOf(n * 7919L % customers);
            var payload = System.Text.Encoding.UTF8.GetBytes(
                $$$"""
                {"type":"postback","postback":{"data":"data-remaining@1"},"webhookEventId":"{{{token}}}","deliveryContext":{"isRedelivery":false},
                "timestamp":{{{now}}},"source":{"type":"user","userId":"{{{user}}}"},"replyToken":"{{{token}}}","mode":"active"}
                """);
            connection.Execute(
                "INSERT INTO inbox (webhook_event_id, chat_id, type, payload, received_at) VALUES (@token, @user, 'postback', @payload, @now)",
                new { token, user, payload, now });
        }
    }

    public long Bytes()
    {
        using var connection = Open();
        if (!IsSqlite)
            return connection.ExecuteScalar<long>("SELECT pg_database_size(current_database())");
        connection.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        return new FileInfo(connection.DataSource).Length;
    }

    public long Number(string sql)
    {
        using var connection = Open();
        return connection.ExecuteScalar<long>(sql);
    }

    private DbConnection Open()
    {
        DbConnection connection = IsSqlite
            ? new SqliteConnection(options.ConnectionString + ";Pooling=False")
            : new NpgsqlConnection(options.ConnectionString + ";Pooling=False");
        connection.Open();
        return connection;
    }

    private string Script(string name, ScaleOptions size)
    {
        using var script = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!);
        var now = TimeProvider.System.GetUtcNow();
        var (month, thisMonth) = (JapanTime.FirstOfMonth(JapanTime.DayOf(now)).AddMonths(-1), JapanTime.FirstOfMonth(JapanTime.DayOf(now)));
        return new Dictionary<string, string>
        {
            ["{customers}"] = Text(size.Customers),
            ["{work}"] = Text(size.Work),
            ["{past}"] = Text(size.PastEvents),
            ["{month}"] = month.ToString("yyyy-MM-", CultureInfo.InvariantCulture),
            ["{last_day}"] = thisMonth.AddDays(-1).ToString("O", CultureInfo.InvariantCulture),
            ["{this_month}"] = thisMonth.ToString("O", CultureInfo.InvariantCulture),
            ["{this_last_day}"] = thisMonth.AddMonths(1).AddDays(-1).ToString("O", CultureInfo.InvariantCulture),
            ["{now}"] = Text(now.ToUnixTimeMilliseconds()),
            ["{long_ago}"] = Text((now - LongAgo).ToUnixTimeMilliseconds()),
            ["{used}"] = "(n * 7919 + place * 104729) % 300000 + 1",
            // As Posting.CustomerOf has it.
            ["{user}"] = "'U' || SUBSTR(CAST(10000000000 + n * 2654435761 % 10000000000 AS TEXT), 2) || '00000000000000' || SUBSTR(CAST(100000000 + n AS TEXT), 2)",
            ["{blob}"] = IsSqlite ? "CAST(" : "convert_to(",
            ["{/blob}"] = IsSqlite ? " AS BLOB)" : ", 'UTF8')",
        }.Aggregate(script.ReadToEnd(), (text, token) => text.Replace(token.Key, token.Value, StringComparison.Ordinal));
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Has the numbers that PostgreSQL gives go on after those that were filled in.</summary>
    private static string CountOn(DbConnection connection) => string.Concat(connection.Query<(string Table, string Column)>(
            "SELECT table_name, column_name FROM information_schema.columns WHERE is_identity = 'YES' AND table_schema = 'public'")
        .Select(of => $"SELECT setval(pg_get_serial_sequence('{of.Table}', '{of.Column}'), (SELECT COALESCE(MAX({of.Column}), 0) + 1 FROM {of.Table}), false);"));
}

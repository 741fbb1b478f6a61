using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Npgsql;

namespace LineBot.Storage.Postgres;

/// <summary>A command whose parameters and rows have the types that SQLite knows.</summary>
internal sealed partial class PostgresCommand(PostgresConnection connection, NpgsqlCommand inner) : DbCommand
{
    [AllowNull]
    public override string CommandText
    {
        get => inner.CommandText;
        set => inner.CommandText = value;
    }

    public override int CommandTimeout
    {
        get => inner.CommandTimeout;
        set => inner.CommandTimeout = value;
    }

    public override CommandType CommandType
    {
        get => inner.CommandType;
        set => inner.CommandType = value;
    }

    public override bool DesignTimeVisible { get; set; }

    public override UpdateRowSource UpdatedRowSource
    {
        get => inner.UpdatedRowSource;
        set => inner.UpdatedRowSource = value;
    }

    protected override DbConnection? DbConnection
    {
        get => connection;
        set => throw new NotSupportedException("A command stays with its connection.");
    }

    protected override DbParameterCollection DbParameterCollection => inner.Parameters;

    protected override DbTransaction? DbTransaction { get; set; }

    public override void Cancel() => inner.Cancel();

    public override void Prepare() => inner.Prepare();

    public override int ExecuteNonQuery() => Suited().ExecuteNonQuery();

    public override object? ExecuteScalar()
    {
        using var rows = ExecuteDbDataReader(CommandBehavior.Default);
        return rows.Read() ? rows.GetValue(0) : null;
    }

    /// <summary>A value as a column of this store can hold it: PostgreSQL's texts have no NUL.</summary>
    public static object? Suited(object? value) => value switch
    {
        null => DBNull.Value,
        bool flag => flag ? 1L : 0L,
        string text when text.Contains('\0') => text.Replace('\0', '\uFFFD'),
        _ => value,
    };

    protected override DbParameter CreateDbParameter() => inner.CreateParameter();

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => new PostgresDataReader(Suited().ExecuteReader(behavior));

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }

    private NpgsqlCommand Suited()
    {
        connection.Send();
        foreach (NpgsqlParameter parameter in inner.Parameters)
        {
            if (parameter.DbType == DbType.Boolean)
                parameter.DbType = DbType.Int64;
            parameter.Value = Suited(parameter.Value);
        }
        if (inner.CommandText.Contains("WHERE 1 = 0)", StringComparison.Ordinal))
            inner.CommandText = InNothing().Replace(inner.CommandText, not => not.Groups[1].Success ? "<> ALL ('{}')" : "= ANY ('{}')");
        return inner;
    }

    /// <summary>How Dapper writes a list that is empty, with a parameter of which PostgreSQL cannot tell the type.</summary>
    [GeneratedRegex(@"\b(NOT )?IN \(SELECT @\w+ WHERE 1 = 0\)")]
    private static partial Regex InNothing();
}

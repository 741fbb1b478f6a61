using System.Text.RegularExpressions;
using Npgsql;

namespace LineBot.Storage.Postgres;

/// <summary>The driver keeps what runs more than once compiled on its connection, also from one session to the next.</summary>
internal sealed partial class PostgresStatement(PostgresConnection connection, string sql) : PreparedStatement
{
    private readonly string _sql = Place().Replace(sql, "$$$1");
    private NpgsqlBatchCommand? _next;

    public override PreparedStatement With(params ReadOnlySpan<object?> values)
    {
        _next = new NpgsqlBatchCommand(_sql);
        foreach (var value in values)
            _next.Parameters.Add(new NpgsqlParameter { Value = PostgresCommand.Suited(value) });
        return this;
    }

    public override int Execute() => Call(hasRows: false).Changed;

    public override Func<int> ExecuteLater()
    {
        var call = Call(hasRows: false);
        return () => call.Changed;
    }

    public override PreparedRows Read() => new PostgresRows(Call(hasRows: true));

    public override void Dispose()
    {
    }

    private PostgresCall Call(bool hasRows)
    {
        var call = connection.Later(_next ?? new NpgsqlBatchCommand(_sql), hasRows);
        _next = null;
        return call;
    }

    [GeneratedRegex(@"@(\d+)\b")]
    private static partial Regex Place();
}

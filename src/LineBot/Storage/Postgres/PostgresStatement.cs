using System.Text.RegularExpressions;
using Npgsql;

namespace LineBot.Storage.Postgres;

/// <summary>The driver keeps what runs more than once compiled on its connection, also from one session to the next.</summary>
internal sealed partial class PostgresStatement(NpgsqlConnection connection, string sql) : PreparedStatement
{
    private readonly NpgsqlCommand _command = new(Place().Replace(sql, "$$$1"), connection);

    public override PreparedStatement With(params ReadOnlySpan<object?> values)
    {
        _command.Parameters.Clear();
        foreach (var value in values)
            _command.Parameters.Add(new NpgsqlParameter { Value = PostgresCommand.Suited(value) });
        return this;
    }

    public override int Execute() => _command.ExecuteNonQuery();

    public override PreparedRows Read()
    {
        using var rows = new PostgresDataReader(_command.ExecuteReader());
        return new PostgresRows(rows);
    }

    public override void Dispose() => _command.Dispose();

    [GeneratedRegex(@"@(\d+)\b")]
    private static partial Regex Place();
}

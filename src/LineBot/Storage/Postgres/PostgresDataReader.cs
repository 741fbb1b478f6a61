using System.Collections;
using System.Data.Common;
using Npgsql;

namespace LineBot.Storage.Postgres;

/// <summary>Rows in which every whole number, sum, count and truth is a long, as SQLite gives them.</summary>
internal sealed class PostgresDataReader(NpgsqlDataReader inner) : DbDataReader
{
    public override int Depth => inner.Depth;

    public override int FieldCount => inner.FieldCount;

    public override bool HasRows => inner.HasRows;

    public override bool IsClosed => inner.IsClosed;

    public override int RecordsAffected => inner.RecordsAffected;

    public override object this[int ordinal] => GetValue(ordinal);

    public override object this[string name] => GetValue(GetOrdinal(name));

    public override bool Read() => inner.Read();

    public override bool NextResult() => inner.NextResult();

    public override string GetName(int ordinal) => inner.GetName(ordinal);

    public override int GetOrdinal(string name) => inner.GetOrdinal(name);

    public override string GetDataTypeName(int ordinal) => inner.GetDataTypeName(ordinal);

    public override Type GetFieldType(int ordinal) => IsWhole(inner.GetFieldType(ordinal)) ? typeof(long) : inner.GetFieldType(ordinal);

    public override bool IsDBNull(int ordinal) => inner.IsDBNull(ordinal);

    public override object GetValue(int ordinal) => inner.GetValue(ordinal) switch
    {
        bool truth => truth ? 1L : 0L,
        short number => (long)number,
        int number => (long)number,
        decimal sum => Whole(sum),
        var other => other,
    };

    public override int GetValues(object[] values)
    {
        var count = Math.Min(values.Length, FieldCount);
        for (var ordinal = 0; ordinal < count; ordinal++)
            values[ordinal] = GetValue(ordinal);
        return count;
    }

    public override long GetInt64(int ordinal) =>
        inner.GetFieldType(ordinal) == typeof(long) ? inner.GetInt64(ordinal) : (long)GetValue(ordinal);

    public override int GetInt32(int ordinal) => checked((int)GetInt64(ordinal));

    public override short GetInt16(int ordinal) => checked((short)GetInt64(ordinal));

    public override byte GetByte(int ordinal) => checked((byte)GetInt64(ordinal));

    public override bool GetBoolean(int ordinal) => GetInt64(ordinal) != 0;

    public override string GetString(int ordinal) => inner.GetString(ordinal);

    public override char GetChar(int ordinal) => inner.GetChar(ordinal);

    public override double GetDouble(int ordinal) => inner.GetDouble(ordinal);

    public override float GetFloat(int ordinal) => inner.GetFloat(ordinal);

    public override decimal GetDecimal(int ordinal) => GetInt64(ordinal);

    public override Guid GetGuid(int ordinal) => inner.GetGuid(ordinal);

    public override DateTime GetDateTime(int ordinal) => inner.GetDateTime(ordinal);

    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) =>
        inner.GetBytes(ordinal, dataOffset, buffer, bufferOffset, length);

    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) =>
        inner.GetChars(ordinal, dataOffset, buffer, bufferOffset, length);

    public override IEnumerator GetEnumerator() => new DbEnumerator(this, closeReader: false);

    public override void Close() => inner.Close();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }

    private static bool IsWhole(Type type) =>
        type == typeof(bool) || type == typeof(short) || type == typeof(int) || type == typeof(decimal);

    private static long Whole(decimal sum) =>
        decimal.IsInteger(sum) ? checked((long)sum) : throw new InvalidCastException($"{sum} is no whole number.");
}

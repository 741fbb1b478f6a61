using System.Data;
using System.Globalization;
using System.Runtime.CompilerServices;
using Dapper;

namespace LineBot.Storage;

/// <summary>How the common types stand in columns: an instant as milliseconds since 1970, a Japanese day as <c>2026-11-30</c>.</summary>
internal static class ColumnTypes
{
    [ModuleInitializer]
    internal static void Register()
    {
        // Dapper has ideas of its own of these; as long as they are mapped, a handler is not asked.
        foreach (var type in (Type[])[typeof(DateTimeOffset), typeof(DateTimeOffset?), typeof(DateOnly), typeof(DateOnly?)])
            SqlMapper.RemoveTypeMap(type);
        SqlMapper.AddTypeHandler(typeof(DateTimeOffset), new Instant());
        SqlMapper.AddTypeHandler(typeof(DateOnly), new Day());
    }

    private sealed class Instant : SqlMapper.ITypeHandler
    {
        public object? Parse(Type destinationType, object value) =>
            value is DBNull ? null : DateTimeOffset.FromUnixTimeMilliseconds((long)value);

        public void SetValue(IDbDataParameter parameter, object value)
        {
            parameter.DbType = DbType.Int64;
            parameter.Value = value is DateTimeOffset instant ? instant.ToUnixTimeMilliseconds() : DBNull.Value;
        }
    }

    private sealed class Day : SqlMapper.ITypeHandler
    {
        private const string Format = "yyyy-MM-dd";

        public object? Parse(Type destinationType, object value) =>
            value is DBNull ? null : DateOnly.ParseExact((string)value, Format, CultureInfo.InvariantCulture);

        public void SetValue(IDbDataParameter parameter, object value)
        {
            parameter.DbType = DbType.String;
            parameter.Value = value is DateOnly day ? day.ToString(Format, CultureInfo.InvariantCulture) : DBNull.Value;
        }
    }
}

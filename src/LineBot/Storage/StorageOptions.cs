namespace LineBot.Storage;

public sealed class StorageOptions
{
    public const string Section = "Storage";
    public const string Sqlite = "Sqlite";
    public const string Postgres = "Postgres";

    /// <summary>Which engine keeps the data: <c>Sqlite</c>, which is built in, or <c>Postgres</c>.</summary>
    public string Provider { get; set; } = Sqlite;

    public string ConnectionString { get; set; } = "Data Source=data/linebot.db";
}

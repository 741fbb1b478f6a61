namespace LineBot.Storage;

public sealed class StorageOptions
{
    public const string Section = "Storage";

    /// <summary>Which engine keeps the data. <c>Sqlite</c> is built in.</summary>
    public string Provider { get; set; } = "Sqlite";

    public string ConnectionString { get; set; } = "Data Source=data/linebot.db";
}

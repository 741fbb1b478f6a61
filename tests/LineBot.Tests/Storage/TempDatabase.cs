using LineBot.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace LineBot.Tests.Storage;

/// <summary>A store of one test, with every table, in a file of its own that goes away with it.</summary>
public sealed class TempDatabase : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("linebot-");

    public TempDatabase()
    {
        ConnectionString = $"Data Source={Path.Combine(_folder.FullName, "test.db")}";
        Database = new Database(Options.Create(new StorageOptions { ConnectionString = ConnectionString }), NullLogger<Database>.Instance);
    }

    public string ConnectionString { get; }

    public Database Database { get; }

    public Task<T> WriteAsync<T>(Func<Transaction, T> work) => Database.WriteAsync(work);

    public Task WriteAsync(Action<Transaction> work) => Database.WriteAsync(work);

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}

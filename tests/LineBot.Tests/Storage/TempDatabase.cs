using LineBot.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace LineBot.Tests.Storage;

/// <summary>A store of one test, with every table, which goes away with it.</summary>
public sealed class TempDatabase : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("linebot-");

    /// <param name="isFile">A file whatever engine these tests run on.</param>
    public TempDatabase(bool isFile = false)
    {
        var file = Path.Combine(_folder.FullName, "test.db");
        Store = isFile ? TestStore.OfFile(file) : TestStore.At(file);
        Database = new Database(Options.Create(Store.Options), NullLogger<Database>.Instance);
    }

    public TestStore Store { get; }

    public string ConnectionString => Store.ConnectionString;

    public Database Database { get; }

    public Task<T> WriteAsync<T>(Func<Transaction, T> work) => Database.WriteAsync(work);

    public Task WriteAsync(Action<Transaction> work) => Database.WriteAsync(work);

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        Store.Dispose();
        _folder.Delete(recursive: true);
    }
}

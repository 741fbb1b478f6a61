using LineBot.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace LineBot.Tests.Storage;

/// <summary>A folder of one test that goes away with it.</summary>
public sealed class TempFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("linebot-");

    public string Path => _folder.FullName;

    /// <summary>Of all files in it.</summary>
    public IEnumerable<string> Names => _folder.EnumerateFileSystemInfos().Select(file => file.Name).Order(StringComparer.Ordinal);

    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Reads a store as the service would, after a start on it.</summary>
    public async Task<T> ReadAsync<T>(StoreFile store, Func<Transaction, T> work)
    {
        await using var database = new Database(
            Options.Create(new StorageOptions { ConnectionString = $"Data Source={store.Path}" }), NullLogger<Database>.Instance);
        return await database.ReadAsync(work);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}

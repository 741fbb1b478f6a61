using System.Data.Common;
using LineBot.Language;

namespace LineBot.Storage;

/// <summary>What differs between the engines that can keep the store.</summary>
internal interface IStoreEngine : IDisposable
{
    /// <summary>This process among those that share the store; it takes part once it is told to join.</summary>
    Node CreateNode(ILogger log);

    /// <summary>A session that writes; there is one at a time in a process.</summary>
    StoreWriter OpenWriter();

    /// <summary>A session on one consistent snapshot, which cannot write.</summary>
    StoreSession OpenReader();

    /// <summary>The scripts that the store has, oldest first, found without changing it; none where there is no store yet.</summary>
    /// <exception cref="DbException">It could not be read.</exception>
    IReadOnlyList<AppliedMigration> Applied();

    /// <summary>Whether the store has a table of that name, found without changing it.</summary>
    /// <exception cref="DbException">It could not be read.</exception>
    bool Has(string table);

    /// <summary>A script, which is written as SQLite takes it, in this engine's own words.</summary>
    string Translate(string script);
}

internal static class StoreEngines
{
    /// <exception cref="SettingException">There is no such engine, or it cannot keep a store in what the connection string names.</exception>
    public static IStoreEngine Of(StorageOptions options) => options.Provider switch
    {
        StorageOptions.Sqlite => new Sqlite.SqliteEngine(options.ConnectionString),
        StorageOptions.Postgres => new Postgres.PostgresEngine(options.ConnectionString),
        _ => throw new SettingException(Tongue.OfProcess.Say(
            $"Storage:Provider が '{options.Provider}' です。'{StorageOptions.Sqlite}' か '{StorageOptions.Postgres}' にしてください。",
            $"Storage:Provider is '{options.Provider}'. This build knows '{StorageOptions.Sqlite}' and '{StorageOptions.Postgres}'.")),
    };

    /// <summary>Looks at a store without changing it.</summary>
    /// <exception cref="StoreUnavailableException">It could not be read.</exception>
    public static T Look<T>(StorageOptions options, Func<IStoreEngine, T> look)
    {
        using var engine = Of(options);
        return Look(engine, look);
    }

    /// <inheritdoc cref="Look{T}(StorageOptions, Func{IStoreEngine, T})"/>
    public static T Look<T>(IStoreEngine engine, Func<IStoreEngine, T> look)
    {
        try
        {
            return look(engine);
        }
        catch (DbException e)
        {
            throw new StoreUnavailableException("The store could not be read.", e);
        }
    }

    /// <summary>Reads a connection string with its engine's own library, which names a word that it cannot read and not its value.</summary>
    internal static T Read<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (ArgumentException e)
        {
            throw new SettingException(Tongue.OfProcess.Say(
                $"Storage:ConnectionString を読み取れません。{e.Message}", $"Storage:ConnectionString cannot be read. {e.Message}"));
        }
    }
}

using System.Data.Common;
using Dapper;
using LineBot.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LineBot.Tests.Storage;

/// <summary>A store whose connection breaks after a commit has been kept and before anybody hears of it.</summary>
internal sealed class LosingEngine : IStoreEngine
{
    private IStoreEngine? _inner;
    private volatile string? _when;

    /// <summary>How often that has happened.</summary>
    public int Lost { get; private set; }

    /// <summary>Loses the answer to the next commit that makes <paramref name="count"/>, an SQL statement, more than nothing.</summary>
    public void LoseOnce(string count) => _when = count;

    /// <summary>Puts it between the service and its store.</summary>
    public void Configure(WebApplicationBuilder builder) => builder.Services.AddSingleton(services =>
    {
        _inner = StoreEngines.Of(services.GetRequiredService<IOptions<StorageOptions>>().Value);
        return new Database(this, services.GetRequiredService<ILogger<Database>>());
    });

    public Node CreateNode(ILogger log) => _inner!.CreateNode(log);

    public StoreWriter OpenWriter() => new Writer(this, _inner!.OpenWriter());

    public StoreSession OpenReader() => _inner!.OpenReader();

    public IReadOnlyList<AppliedMigration> Applied() => _inner!.Applied();

    public bool Has(string table) => _inner!.Has(table);

    public string Translate(string script) => _inner!.Translate(script);

    public void Dispose() => _inner?.Dispose();

    private sealed class Writer(LosingEngine engine, StoreWriter inner) : StoreWriter
    {
        public override DbConnection Connection => inner.Connection;

        public override bool IsInTransaction => inner.IsInTransaction;

        public override bool IsOfTheStore(Exception e) => inner.IsOfTheStore(e);

        public override void Begin(ManualResetEventSlim closing) => inner.Begin(closing);

        public override void Commit()
        {
            var isLost = engine._when is { } count && Connection.ExecuteScalar<long>(count) > 0;
            inner.Commit();
            if (!isLost)
                return;
            engine._when = null;
            engine.Lost++;
            throw new IOException("The connection broke.");
        }

        public override void Announce(long? sender, string topic, long value) => inner.Announce(sender, topic, value);

        public override void Rollback() => inner.Rollback();

        protected override PreparedStatement Compile(string sql) => inner.Prepared(sql);
    }
}

using System.Data.Common;
using LineBot.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LineBot.Tests.Storage;

/// <summary>Stands between a service and its store, to have something happen there.</summary>
internal abstract class EngineBetween : IStoreEngine
{
    private IStoreEngine? _inner;

    /// <summary>Puts it there.</summary>
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

    public virtual void Dispose() => _inner?.Dispose();

    protected virtual void Begin(StoreWriter writer, ManualResetEventSlim closing) => writer.Begin(closing);

    protected virtual void Commit(StoreWriter writer) => writer.Commit();

    private sealed class Writer(EngineBetween engine, StoreWriter inner) : StoreWriter
    {
        public override DbConnection Connection => inner.Connection;

        public override bool IsInTransaction => inner.IsInTransaction;

        public override bool IsOfTheStore(Exception e) => inner.IsOfTheStore(e);

        public override void Begin(ManualResetEventSlim closing) => engine.Begin(inner, closing);

        public override void Commit() => engine.Commit(inner);

        public override void Announce(long? sender, string topic, long value) => inner.Announce(sender, topic, value);

        public override void Rollback() => inner.Rollback();

        public override void BeginPiece() => inner.BeginPiece();

        public override void KeepPiece() => inner.KeepPiece();

        public override void UndoPiece() => inner.UndoPiece();

        protected override PreparedStatement Compile(string sql) => inner.Prepared(sql);
    }
}

namespace LineBot.Storage.Sqlite;

/// <summary>The only process on its store.</summary>
internal sealed class LoneNode : Node
{
    public override bool IsShared => false;

    public override long? Id => null;

    public override bool IsAlive => true;

    public override bool DoesChores => true;

    public override int Nodes => 1;

    public override bool Has(long? owner) => true;

    public override void Join()
    {
    }

    public override void Leave()
    {
    }

    internal override IReadOnlyList<long> FindOwners(Transaction tx, string table, long? owner) => [];
}

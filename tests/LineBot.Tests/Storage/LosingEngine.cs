using Dapper;
using LineBot.Storage;

namespace LineBot.Tests.Storage;

/// <summary>A store whose connection breaks after a commit has been kept and before anybody hears of it.</summary>
internal sealed class LosingEngine : EngineBetween
{
    private volatile string? _when;

    /// <summary>How often that has happened.</summary>
    public int Lost { get; private set; }

    /// <summary>Loses the answer to the next commit that makes <paramref name="count"/>, an SQL statement, more than nothing.</summary>
    public void LoseOnce(string count) => _when = count;

    protected override void Commit(StoreWriter writer)
    {
        var isLost = _when is { } count && writer.Connection.ExecuteScalar<long>(count) > 0;
        writer.Commit();
        if (!isLost)
            return;
        _when = null;
        Lost++;
        throw new IOException("The connection broke.");
    }
}

using LineBot.Cli.Stores;
using LineBot.Storage;

namespace LineBot.Cli.Doctor;

/// <summary>Whether the disk under the store has room, and is one.</summary>
internal sealed class DiskCheck(Examination on) : Check(on, "disk")
{
    private const long Megabyte = 1_000_000;

    /// <summary>Below it the next busy hour may be the last.</summary>
    private const long Least = 100 * Megabyte;

    private const long Comfortable = 1_000 * Megabyte;

    public override async IAsyncEnumerable<Finding> LookAsync()
    {
        await Task.CompletedTask;
        if (Settings.Storage.Provider != StorageOptions.Sqlite)
        {
            yield return Ok(Say("データベースサーバーのもので、そこで見張ります。", "It is the database server's, and watched there."));
            yield break;
        }
        if (Place() is not { } place)
        {
            yield return Unknown("store");
            yield break;
        }
        var (drive, file) = place;
        var (free, stored) = (drive.AvailableFreeSpace, file.Exists ? file.Length : 0);
        if (drive.DriveType == DriveType.Network)
        {
            yield return Wrong(
                Say($"データベースがネットワーク上の共有 ({drive.DriveFormat}) にあります: {drive.Name}", $"The store stands on a network share ({drive.DriveFormat}): {drive.Name}"),
                Say("SQLite のロックが働かず、データベースが壊れることがあります。", "SQLite's locks do not hold there, and the store can be damaged."),
                Say("サービスを止め、ローカルディスクかボリュームに移してください (linebot backup、linebot restore)。",
                    "Stop the service and move it to a disk or a volume, with: linebot backup, linebot restore"));
        }
        var left = Say($"空き {free / Megabyte:#,0} MB、データベース {stored / Megabyte:#,0} MB", $"{free / Megabyte:#,0} MB free, the store has {stored / Megabyte:#,0} MB");
        var mend = Say("空きを増やしてください。増えるもの: docs/operations.md", "Make room. What grows: docs/operations.md");
        yield return StateOf(free, stored) switch
        {
            FindingState.Wrong => Wrong(left, Say("一杯になると、webhook に 503 を返します。", "When it is full, webhooks are answered with 503."), mend),
            FindingState.Advice => Advice(left, Say("バックアップと忙しい日に足りません。", "It is too little for a backup and a busy day."), mend),
            _ => Ok(left),
        };
    }

    internal static FindingState StateOf(long free, long stored) =>
        free < Least ? FindingState.Wrong : free < Math.Max(Comfortable, stored) ? FindingState.Advice : FindingState.Ok;

    private (DriveInfo Drive, FileInfo File)? Place()
    {
        try
        {
            var file = new FileInfo(new Store(Settings, On.Shell).File().Path);
            return (new DriveInfo(file.DirectoryName!), file);
        }
        catch (Exception e) when (e is TroubleException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}

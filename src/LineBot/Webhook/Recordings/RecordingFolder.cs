using System.Globalization;

namespace LineBot.Webhook.Recordings;

/// <summary>Where the service's recordings lie: one file after the other, the oldest removed so that all together stay below a size.</summary>
/// <param name="most">Bytes of all files together.</param>
/// <param name="open">Makes a new file; fails where there is one by that name.</param>
internal sealed class RecordingFolder(string path, long most, Func<string, Stream>? open = null)
{
    private const int Files = 8;

    private readonly Func<string, Stream> _open = open ?? Open;

    /// <summary>Bytes at which a file is ended and the next one begun.</summary>
    public long FullAt => most / Files;

    /// <summary>Begins a file, and makes the room that it may need.</summary>
    public RecordingWriter Begin(RecordingMask mask, DateTimeOffset now)
    {
        Directory.CreateDirectory(path);
        var files = new DirectoryInfo(path).GetFiles("recording-*.jsonl").OrderBy(file => file.Name, StringComparer.Ordinal).ToList();
        var total = files.Sum(file => file.Length);
        foreach (var oldest in files.TakeWhile(_ => total + FullAt > most))
        {
            total -= oldest.Length;
            oldest.Delete();
        }
        var name = "recording-" + now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss.fff'Z'", CultureInfo.InvariantCulture);
        for (var number = 1; ; number++)
        {
            var file = Path.Combine(path, number == 1 ? $"{name}.jsonl" : $"{name}-{number}.jsonl");
            if (!File.Exists(file))
                return new RecordingWriter(_open(file), mask, now);
        }
    }

    private static FileStream Open(string file)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.Read };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(file, options);
    }
}

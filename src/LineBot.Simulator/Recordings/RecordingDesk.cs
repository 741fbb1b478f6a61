using System.Globalization;
using LineBot.Language;
using LineBot.Simulator.Platform;

namespace LineBot.Simulator.Recordings;

/// <summary>The bench's one recorder, and the folder of what it has recorded.</summary>
/// <param name="words">The people's names and the like, as they are known when a recording ends.</param>
internal sealed class RecordingDesk(LinePlatform platform, string folder, Func<Task<IReadOnlyList<string>>> words) : IDisposable
{
    private readonly Lock _gate = new();
    private TalkRecorder? _recorder;

    public bool IsRecording => _recorder is not null;

    /// <summary>The file that was recorded last; null before the first.</summary>
    public string? Newest { get; private set; }

    public void Start()
    {
        lock (_gate)
            _recorder ??= new TalkRecorder(platform);
    }

    /// <summary>Ends the recording and keeps it.</summary>
    /// <returns>Its file; null where nothing was being recorded.</returns>
    public async Task<string?> StopAsync()
    {
        TalkRecorder? recorder;
        lock (_gate)
            (recorder, _recorder) = (_recorder, null);
        if (recorder is null)
            return null;
        using (recorder)
        {
            Directory.CreateDirectory(folder);
            var file = NewFile();
            recorder.Write(file, await words());
            return Newest = Path.GetFileName(file.Name);
        }
    }

    /// <summary>The path of a recording by its file's name; null where there is none.</summary>
    public string? Find(string name) =>
        name == Path.GetFileName(name) && Path.Combine(folder, name) is var path && File.Exists(path) ? path : null;

    public void Dispose() => _recorder?.Dispose();

    /// <summary>Named by the day and minute in Japan; a second one of that minute gets a number.</summary>
    private FileStream NewFile()
    {
        var name = "talk-" + JapanTime.In(platform.Clock.GetUtcNow()).ToString("yyyyMMdd-HHmm", CultureInfo.InvariantCulture);
        for (var number = 1; ; number++)
        {
            var path = Path.Combine(folder, number == 1 ? $"{name}.jsonl" : $"{name}-{number}.jsonl");
            if (!File.Exists(path))
                return new FileStream(path, FileMode.CreateNew);
        }
    }
}

using System.Text.Json;
using LineBot.Simulator.Platform;

namespace LineBot.Simulator;

/// <summary>
/// Where a simulation keeps what it must find again: the service's store, and which LINE users and which channel that store speaks of.
/// </summary>
internal sealed class SimulationFolder : IDisposable
{
    private readonly bool _isFleeting;

    /// <param name="path">Null is a folder that goes with this run.</param>
    public SimulationFolder(string? path)
    {
        _isFleeting = path is null;
        Path = path is null ? Directory.CreateTempSubdirectory("linebot-simulator-").FullName : Directory.CreateDirectory(path).FullName;
        Saved = File.Exists(SavedFile) ? JsonSerializer.Deserialize<SavedSimulation>(File.ReadAllBytes(SavedFile)) : null;
    }

    public string Path { get; }

    /// <summary>What an earlier run left; null on the first.</summary>
    public SavedSimulation? Saved { get; private set; }

    private string SavedFile => System.IO.Path.Combine(Path, "simulator.json");

    public void Save(SavedSimulation simulation)
    {
        Saved = simulation;
        File.WriteAllBytes(SavedFile, JsonSerializer.SerializeToUtf8Bytes(simulation));
    }

    /// <summary>Removes the service's store, and nothing else that may lie here.</summary>
    public void EmptyStore()
    {
        foreach (var file in Directory.GetFiles(Path, "linebot.db*"))
            File.Delete(file);
    }

    public void Dispose()
    {
        if (_isFleeting)
            Directory.Delete(Path, recursive: true);
    }
}

/// <param name="UserIds">The LINE users, in the order of their phones.</param>
/// <param name="Turned">How far the clock stood from real time.</param>
internal sealed record SavedSimulation(Channel Channel, IReadOnlyList<string> UserIds, TimeSpan Turned);

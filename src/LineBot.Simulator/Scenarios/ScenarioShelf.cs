using System.Reflection;

namespace LineBot.Simulator.Scenarios;

/// <summary>The scenarios that travel with the simulator, in the order of their files.</summary>
internal static class ScenarioShelf
{
    private const string Prefix = "scenario/";

    private static readonly Lazy<IReadOnlyList<(string Name, Scenario Scenario)>> Shelf = new(Read);

    public static IReadOnlyList<(string Name, Scenario Scenario)> All => Shelf.Value;

    public static Scenario? Find(string? name) => All.FirstOrDefault(one => one.Name == name).Scenario;

    private static List<(string, Scenario)> Read()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return [.. assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .Select(name =>
            {
                using var text = new StreamReader(assembly.GetManifestResourceStream(name)!);
                return (Path.GetFileNameWithoutExtension(name[Prefix.Length..]), Scenario.Read(text.ReadToEnd()));
            })];
    }
}

using System.Globalization;
using System.Text.Json;
using LineBot.Benchmarks.Load;

namespace LineBot.Benchmarks.Scale;

/// <summary>Figures, said as soon as they are known, so that a run that is broken off leaves what it has.</summary>
internal sealed class Report
{
    private readonly Dictionary<string, Dictionary<string, double>> _figures = [];

    /// <param name="figures">Each with its unit.</param>
    public void Add(string what, params (string Unit, double Value)[] figures)
    {
        _figures[what] = figures.ToDictionary(figure => figure.Unit, figure => Math.Round(figure.Value, 2));
        System.Console.WriteLine($"{what,-34}" + string.Join("  ", figures.Select(figure =>
            string.Create(CultureInfo.InvariantCulture, $"{figure.Value,10:#,0.0} {figure.Unit}"))));
    }

    public void AddTimes(string what, IEnumerable<TimeSpan> times)
    {
        var sorted = times.Order().ToList();
        if (sorted.Count > 0)
            Add(what, ("p50 ms", Percentiles.At(sorted, 0.5)), ("p99 ms", Percentiles.At(sorted, 0.99)), ("most ms", sorted[^1].TotalMilliseconds));
    }

    public void Write(string file) => File.WriteAllText(file, JsonSerializer.Serialize(_figures));
}

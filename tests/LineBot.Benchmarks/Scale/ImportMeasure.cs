using System.Diagnostics;
using LineBot.Benchmarks.Load;
using LineBot.Language;

namespace LineBot.Benchmarks.Scale;

/// <summary>A day of usage, brought in by the command line beside the running service and its taps.</summary>
internal sealed class ImportMeasure(ScaleOptions options, TapsMeanwhile taps, Report report)
{
    private const int Taps = 50;

    public async Task RunAsync(ServiceProcess service)
    {
        var folder = Directory.CreateTempSubdirectory("linebot-scale-");
        try
        {
            var file = Path.Combine(folder.FullName, "usage.csv");
            await taps.DuringAsync(service, "import", Taps, () => ImportAsync(file));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task ImportAsync(string file)
    {
        var now = TimeProvider.System.GetUtcNow();
        await using (var rows = new StreamWriter(file))
        {
            await rows.WriteLineAsync("subscription,day,sequence,used_kb");
            // The sequence is another one each time, so that a store can be measured twice.
            for (var row = 0; row < options.Work; row++)
            {
                var n = row * 7919L % options.Customers;
                await rows.WriteLineAsync($"070-{n / 10_000:0000}-{n % 10_000:0000},{JapanTime.FirstOfMonth(JapanTime.DayOf(now)):O},{now.ToUnixTimeSeconds()},{n * 31 % 100_000}");
            }
        }
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "LineBot.Cli.dll"), "usage", "import", file, "--json"]);
        start.Environment["Line__ChannelSecret"] = Webhooks.Secret;
        start.Environment["Line__ChannelAccessToken"] = "token";
        start.Environment["Storage__Provider"] = options.Storage.Provider;
        start.Environment["Storage__ConnectionString"] = options.Storage.ConnectionString;
        start.Environment["Logging__LogLevel__Default"] = "Error";
        var begun = TimeProvider.System.GetTimestamp();
        using var import = Process.Start(start)!;
        await import.WaitForExitAsync();
        if (import.ExitCode != 0)
            throw new InvalidOperationException($"The import ended with {import.ExitCode}.");
        var took = TimeProvider.System.GetElapsedTime(begun);
        report.Add("import", ("rows", options.Work), ("s", took.TotalSeconds), ("a second", options.Work / took.TotalSeconds));
    }
}

using System.Text.Json;
using LineBot.Cli;

namespace LineBot.Tests.Cli;

/// <summary>What one run of <c>linebot</c> came to.</summary>
public sealed record CliRun(int ExitCode, string Output, string Error)
{
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    /// <summary>Runs it in this process, in English unless the arguments say otherwise.</summary>
    public static Task<CliRun> OfAsync(params string[] args) => OfAsync(new Dictionary<string, string>(), args);

    /// <summary>Runs it with a settings file of its own.</summary>
    public static Task<CliRun> OfAsync(IReadOnlyDictionary<string, string> settings, params string[] args) =>
        OfAsync(settings, TimeProvider.System, args);

    public static Task<CliRun> OfAsync(IReadOnlyDictionary<string, string> settings, TimeProvider clock, params string[] args) =>
        OfAsync(settings, clock, TextReader.Null, args);

    /// <param name="input">What is typed.</param>
    public static async Task<CliRun> OfAsync(IReadOnlyDictionary<string, string> settings, TimeProvider clock, TextReader input, params string[] args)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, JsonSerializer.Serialize(settings));
            using var output = new StringWriter();
            using var error = new StringWriter();
            string[] all = [.. args, "--settings", file, .. args.Contains("--lang") ? (string[])[] : ["--lang", "en"]];
            var code = await CommandLine.RunAsync(all, output, error, clock, input);
            return new CliRun(code, output.ToString().ReplaceLineEndings("\n"), error.ToString().ReplaceLineEndings("\n"));
        }
        finally
        {
            File.Delete(file);
        }
    }
}

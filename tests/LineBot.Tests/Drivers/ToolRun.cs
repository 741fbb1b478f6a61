using System.Diagnostics;

namespace LineBot.Tests.Drivers;

/// <summary>What a program of the machine said.</summary>
internal sealed record ToolRun(int ExitCode, string Said)
{
    public static async Task<ToolRun> OfAsync(string tool, string input, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(ToolFactAttribute.Find(tool) ?? tool, arguments)
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return new ToolRun(process.ExitCode, await output + await error);
    }
}

using System.Diagnostics;
using LineBot.Simulator.Platform;
using LineBot.Tests.Drivers;

namespace LineBot.Tests.Simulator.Sdk;

/// <summary>The scripts with LINE's own SDK.</summary>
internal static class SdkScript
{
    public static string Folder { get; } = Path.Combine(Repository.Root, "tests", "line-bot-sdk");

    /// <summary>Runs a script to its end.</summary>
    public static Task<ToolRun> RunAsync(string script, string input) => ToolRun.OfAsync("node", input, Path.Combine(Folder, script));

    /// <summary>Starts a bot and waits until it says where it listens.</summary>
    public static async Task<SdkBot> StartBotAsync(Uri line, Channel channel)
    {
        var process = Process.Start(new ProcessStartInfo(ToolFactAttribute.Find("node") ?? "node", [Path.Combine(Folder, "bot.mjs")])
        {
            RedirectStandardOutput = true,
            Environment =
            {
                ["LINE_API"] = line.AbsoluteUri, ["LINE_CHANNEL_SECRET"] = channel.Secret, ["LINE_CHANNEL_ACCESS_TOKEN"] = channel.AccessToken,
            },
        })!;
        return new SdkBot(process, new Uri($"http://127.0.0.1:{await process.StandardOutput.ReadLineAsync()}/webhook"));
    }
}

/// <summary>A bot that is written with LINE's SDK, as a process of its own.</summary>
internal sealed class SdkBot(Process process, Uri webhook) : IAsyncDisposable
{
    public Uri Webhook => webhook;

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }
}

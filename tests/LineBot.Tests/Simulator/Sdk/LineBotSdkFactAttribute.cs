using LineBot.Tests.Drivers;

namespace LineBot.Tests.Simulator.Sdk;

/// <summary>
/// A test with LINE's own SDK for Node: skipped where Node or the SDK is missing, but never in CI, which has to have them.
/// The SDK comes with <c>npm ci</c> in its folder.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LineBotSdkFactAttribute : FactAttribute
{
    public LineBotSdkFactAttribute()
    {
        if (Environment.GetEnvironmentVariable("CI") == "true")
            return;
        if (ToolFactAttribute.Find("node") is null)
            Skip = "There is no node on this machine.";
        else if (!Directory.Exists(Path.Combine(SdkScript.Folder, "node_modules", "@line", "bot-sdk")))
            Skip = "LINE's SDK is not there. Run: npm ci --prefix tests/line-bot-sdk";
    }
}

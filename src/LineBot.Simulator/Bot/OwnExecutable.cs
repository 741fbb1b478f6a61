using System.Diagnostics;
using System.Runtime.InteropServices;

namespace LineBot.Simulator.Bot;

/// <summary>How this very program is started once more: from its own executable, by the dotnet host, or from a test's host.</summary>
public static class OwnExecutable
{
    public static ProcessStartInfo With(string argument)
    {
        var own = typeof(OwnExecutable).Assembly;
        var current = Environment.ProcessPath!;
        // No ending is cut off where there is none: the name itself has a dot.
        var start = Path.GetFileName(current) is var name && (name == own.GetName().Name || name == own.GetName().Name + ".exe")
            ? new ProcessStartInfo(current)
            : new ProcessStartInfo(DotnetHost(), [own.Location]);
        start.ArgumentList.Add(argument);
        return start;
    }

    /// <summary>The dotnet that runs this process, also where a test's host was started in its place.</summary>
    public static string DotnetHost()
    {
        var current = Environment.ProcessPath!;
        if (Path.GetFileNameWithoutExtension(current) == "dotnet")
            return current;
        // <root>/shared/Microsoft.NETCore.App/<version>/
        var root = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        return Path.Combine(root, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");
    }
}

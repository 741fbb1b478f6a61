using System.Diagnostics;
using System.Runtime.InteropServices;

namespace LineBot.Simulator.Bot;

internal static class ProcessSignal
{
    private const int SigTerm = 15;

    /// <summary>Asks a process to end. Where there are no signals, the end of its standard input says the same.</summary>
    public static void Terminate(Process process)
    {
        if (OperatingSystem.IsWindows())
            process.StandardInput.Close();
        else
            _ = Kill(process.Id, SigTerm);
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int Kill(int process, int signal);
}

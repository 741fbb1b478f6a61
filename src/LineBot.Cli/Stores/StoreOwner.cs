using System.ComponentModel;
using System.Diagnostics;

namespace LineBot.Cli.Stores;

/// <summary>The service runs as a user of its own, who could not write a file of root's.</summary>
internal static class StoreOwner
{
    /// <summary>Has <paramref name="file"/> belong to whom <paramref name="like"/> belongs to, where it is for root to say.</summary>
    /// <returns>False where it has to be said by hand.</returns>
    public static async Task<bool> GiveAsync(string file, string like)
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess)
            return true;
        try
        {
            using var process = Process.Start("chown", [$"--reference={like}", file]);
            await process.WaitForExitAsync();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    public static string ByHand(Shell shell, string file) =>
        shell.Say($"サービスのユーザーが書けるよう、{file} の所有者を変えてください。", $"Have {file} belong to the service's user.");
}

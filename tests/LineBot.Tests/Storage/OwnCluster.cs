using System.Diagnostics;
using Npgsql;

namespace LineBot.Tests.Storage;

/// <summary>A PostgreSQL server of one test's own, for what cannot be done to one that others use. It is reached through a socket in its folder.</summary>
internal sealed class OwnCluster : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pg-");

    public OwnCluster()
    {
        if (IsRoot)
            Run("chown", "postgres", _folder.FullName);
        Ctl("initdb", "-D", Data, "-U", "linebot", "-A", "trust", "-E", "UTF8", "--locale=C");
        File.AppendAllLines(
            Path.Combine(Data, "postgresql.conf"),
            ["listen_addresses = ''", $"unix_socket_directories = '{_folder.FullName}'", "fsync = off", "full_page_writes = off", "max_connections = 100"]);
        Start();
        using var connection = new NpgsqlConnection($"Host={_folder.FullName};Username=linebot;Database=postgres;Pooling=false");
        connection.Open();
        using var command = new NpgsqlCommand("CREATE DATABASE linebot", connection);
        command.ExecuteNonQuery();
    }

    public string ConnectionString => $"Host={_folder.FullName};Username=linebot;Database=linebot";

    private static bool IsRoot => Environment.UserName == "root";

    private string Data => Path.Combine(_folder.FullName, "data");

    /// <summary>Ends every session in the middle of whatever it does, and takes new ones again.</summary>
    public void Restart()
    {
        Stop();
        Start();
    }

    public void Stop() => Ctl("pg_ctl", "-D", Data, "-m", "fast", "-w", "stop");

    public void Start() => Ctl("pg_ctl", "-D", Data, "-l", Path.Combine(_folder.FullName, "log"), "-w", "start");

    public void Dispose()
    {
        Ctl("pg_ctl", "-D", Data, "-m", "immediate", "-w", "stop");
        _folder.Delete(recursive: true);
    }

    private static void Ctl(string program, params string[] arguments)
    {
        var path = Path.Combine(Directory.GetDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Last(), "bin", program);
        Run(IsRoot ? "runuser" : path, [.. IsRoot ? (string[])["-u", "postgres", "--", path] : [], .. arguments]);
    }

    /// <summary>Its output goes nowhere: the server would keep a pipe open for as long as it runs.</summary>
    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "exec \"$@\" >/dev/null 2>&1", "sh", program, .. arguments]))!;
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, $"{program} {string.Join(' ', arguments)}");
    }
}

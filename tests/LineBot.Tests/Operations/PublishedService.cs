using System.Diagnostics;
using System.Globalization;
using LineBot.Simulator.Bot;
using LineBot.Simulator.Platform;
using LineBot.Tests.Drivers;

namespace LineBot.Tests.Operations;

/// <summary>The published service in a root of its own that can only be read, as a normal user, with nginx and a certificate in front.</summary>
internal sealed class PublishedService : IAsyncDisposable
{
    /// <summary>Names the folder of the service that was published for a host with .NET.</summary>
    public const string Folder = "LINEBOT_PUBLISHED";

    /// <summary>Names the folder of the service that was published as one file with all that it needs.</summary>
    public const string OneFile = "LINEBOT_PUBLISHED_FILE";

    /// <summary>Nobody: who may do nothing on the machine that everybody may not.</summary>
    private const int User = 65534;

    /// <summary>Of the runtime that runs this test: a published service brings none of its own unless it is told to.</summary>
    private static readonly string DotnetRoot = Path.GetDirectoryName(Environment.ProcessPath)!;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("linebot-host-");
    private readonly int _inside = FreePort.Find();
    private readonly Process _wrapper;
    private readonly Process _nginx;

    /// <param name="variable">Names the folder of what is run.</param>
    public PublishedService(PlatformServer line, string variable)
    {
        Address = new Uri($"https://127.0.0.1:{FreePort.Find()}");
        var data = _folder.CreateSubdirectory("data");
        if (!OperatingSystem.IsWindows())
        {
            _folder.UnixFileMode = (UnixFileMode)0b111_101_101;
            data.UnixFileMode = (UnixFileMode)0b111_111_111;
        }
        string[] asNobody = Environment.IsPrivilegedProcess ? ["--reuid", $"{User}", "--regid", $"{User}", "--clear-groups"] : [];
        _wrapper = Start("setpriv", [.. asNobody, "bwrap", .. Root(Environment.GetEnvironmentVariable(variable)!, data.FullName), .. variable == Folder ? Runtime : Unpacking, .. Settings(line), "--remount-ro", "/", "/app/LineBot"]);
        File.WriteAllText(Path.Combine(_folder.FullName, "nginx.conf"), NginxSite());
        SelfMadeCertificate.Write(Path.Combine(_folder.FullName, "cert.pem"), Path.Combine(_folder.FullName, "key.pem"));
        _nginx = Start("nginx", ["-p", _folder.FullName, "-c", "nginx.conf", "-e", "stderr"]);
    }

    public Uri Address { get; }

    public Task<string> Output => _wrapper.StandardOutput.ReadToEndAsync();

    public int ExitCode => _wrapper.ExitCode;

    /// <summary>The id of the user that the service runs as, seen from outside of its root.</summary>
    public int RunsAs => int.Parse(Status("Uid:"), CultureInfo.InvariantCulture);

    /// <summary>Tells the service to stop and waits until it has.</summary>
    public async Task StopAsync(TimeSpan patience)
    {
        using var service = Process.GetProcessById(Child);
        ProcessSignal.Terminate(service);
        await _wrapper.WaitForExitAsync().WaitAsync(patience);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in (Process[])[_nginx, _wrapper])
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            process.Dispose();
        }
        _folder.Delete(recursive: true);
    }

    private static IEnumerable<string> Runtime => ["--ro-bind", DotnetRoot, DotnetRoot, "--setenv", "DOTNET_ROOT", DotnetRoot];

    /// <summary>The one place beside the data that it has to be able to write: it unpacks itself there, as with the unit that is shipped.</summary>
    private static IEnumerable<string> Unpacking => ["--tmpfs", "/cache", "--setenv", "DOTNET_BUNDLE_EXTRACT_BASE_DIR", "/cache"];

    /// <summary>Without --die-with-parent: the parent would be the thread that started it, which a pool may end at any time.</summary>
    private static IEnumerable<string> Root(string published, string data) =>
    [
        "--ro-bind", "/usr", "/usr", "--symlink", "usr/lib", "/lib", "--symlink", "usr/lib64", "/lib64", "--symlink", "usr/bin", "/bin",
        "--proc", "/proc", "--dev", "/dev", "--tmpfs", "/tmp", "--ro-bind", published, "/app",
        "--bind", data, "/data", "--clearenv", "--chdir", "/app",
    ];

    private IEnumerable<string> Settings(PlatformServer line)
    {
        var settings = new Dictionary<string, string>(BotSettings.For(line.Platform.Channel, line.Address, new Uri($"http://127.0.0.1:{_inside}"), "/data"))
        {
            ["PublicBaseUrl"] = Address.GetLeftPart(UriPartial.Authority), ["Web:TrustedProxies:0"] = "127.0.0.1", ["DemoData"] = "false",
            ["Logging:Console:FormatterName"] = "json",
        };
        return settings.SelectMany(setting => (string[])["--setenv", setting.Key.Replace(":", "__", StringComparison.Ordinal), setting.Value]);
    }

    /// <summary>The site that is shipped, with its names and ports changed as an operator does.</summary>
    private string NginxSite()
    {
        var site = File.ReadAllText(Path.Combine(Repository.Root, "deploy", "nginx.conf"))
            .Replace("listen 443 ssl", $"listen 127.0.0.1:{Address.Port} ssl", StringComparison.Ordinal)
            .Replace("http://127.0.0.1:5000", $"http://127.0.0.1:{_inside}", StringComparison.Ordinal)
            .Replace("/etc/letsencrypt/live/bot.example.jp/fullchain.pem", "cert.pem", StringComparison.Ordinal)
            .Replace("/etc/letsencrypt/live/bot.example.jp/privkey.pem", "key.pem", StringComparison.Ordinal);
        var temporary = string.Concat(((string[])["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]).Select(kind => $"{kind}_temp_path {kind};\n"));
        return $"daemon off;\npid nginx.pid;\nevents {{}}\nhttp {{\naccess_log off;\n{temporary}{site}}}\n";
    }

    /// <summary>bwrap starts the service as its child.</summary>
    private int Child => int.Parse(File.ReadAllText($"/proc/{_wrapper.Id}/task/{_wrapper.Id}/children").Trim(), CultureInfo.InvariantCulture);

    private string Status(string field) =>
        File.ReadLines($"/proc/{Child}/status").Single(line => line.StartsWith(field, StringComparison.Ordinal)).Split('\t')[1];

    private static Process Start(string tool, IEnumerable<string> arguments) =>
        Process.Start(new ProcessStartInfo(ToolFactAttribute.Find(tool)!, arguments) { RedirectStandardOutput = true })!;
}

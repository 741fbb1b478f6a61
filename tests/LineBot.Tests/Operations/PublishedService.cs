using System.Diagnostics;
using System.Globalization;
using LineBot.Simulator.Bot;
using LineBot.Simulator.Platform;
using LineBot.Tests.Drivers;

namespace LineBot.Tests.Operations;

/// <summary>The published service in a root of its own that can only be read, as a normal user, with nginx and a certificate in front.</summary>
internal sealed class PublishedService : IAsyncDisposable
{
    /// <summary>Names the folder of what an image would hold: the service and its command line, published for a host with .NET.</summary>
    public const string Image = "LINEBOT_PUBLISHED";

    /// <summary>Names the folder of the service that was published as one file with all that it needs.</summary>
    public const string OneFile = "LINEBOT_PUBLISHED_FILE";

    /// <summary>Nobody: who may do nothing on the machine that everybody may not.</summary>
    private const int User = 65534;

    /// <summary>Of the runtime that runs this test: a published service brings none of its own unless it is told to.</summary>
    private static readonly string DotnetRoot = Path.GetDirectoryName(Environment.ProcessPath)!;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("linebot-host-");
    private readonly int _inside = FreePort.Find();
    private readonly string[] _root;
    private readonly Process _wrapper;
    private readonly Process _nginx;

    /// <param name="variable">Names the folder of what is run.</param>
    /// <param name="disk">The bytes of a disk of its own for its data; null for a folder of this machine's.</param>
    public PublishedService(PlatformServer line, string variable, int? disk = null)
    {
        Address = new Uri($"https://127.0.0.1:{FreePort.Find()}");
        var data = _folder.CreateSubdirectory("data");
        if (!OperatingSystem.IsWindows())
        {
            _folder.UnixFileMode = (UnixFileMode)0b111_101_101;
            data.UnixFileMode = (UnixFileMode)0b111_111_111;
        }
        string[] kind = variable == Image ? [.. Runtime, .. Variables(ImageFile.Settings), "--chdir", ImageFile.WorkingFolder] : [.. Unpacking, "--chdir", "/app"];
        _root = ["bwrap", .. Root(Environment.GetEnvironmentVariable(variable)!), .. Data(data.FullName, disk), .. kind, .. Variables(Settings(line)), "--remount-ro", "/"];
        _wrapper = Start("setpriv", [.. AsNobody, .. _root, .. variable == Image ? ImageFile.Command("ENTRYPOINT") : ["/app/LineBot"]]);
        File.WriteAllText(Path.Combine(_folder.FullName, "nginx.conf"), NginxSite());
        SelfMadeCertificate.Write(Path.Combine(_folder.FullName, "cert.pem"), Path.Combine(_folder.FullName, "key.pem"));
        _nginx = Start("nginx", ["-p", _folder.FullName, "-c", "nginx.conf", "-e", "stderr"]);
    }

    public Uri Address { get; }

    public Task<string> Output => _wrapper.StandardOutput.ReadToEndAsync();

    public int ExitCode => _wrapper.ExitCode;

    /// <summary>The id of the user that the service runs as, seen from outside of its root.</summary>
    public int RunsAs => int.Parse(Status("Uid:"), CultureInfo.InvariantCulture);

    /// <summary>Fills the service's disk to the last byte.</summary>
    public Task FillDiskAsync() => AsNobodyAsync(["dd", "if=/dev/zero", $"of={Filler}", "bs=4096", "status=none"]);

    public Task MakeRoomAsync() => AsNobodyAsync(["rm", Filler]);

    /// <summary>Runs a command in a root like the service's, beside it.</summary>
    public Task<(int ExitCode, string Output)> RunAsync(IEnumerable<string> command) => AsNobodyAsync([.. _root, .. command]);

    private static async Task<(int ExitCode, string Output)> AsNobodyAsync(IEnumerable<string> command)
    {
        using var process = Start("setpriv", [.. AsNobody, .. command]);
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output);
    }

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

    private static string[] AsNobody => Environment.IsPrivilegedProcess ? ["--reuid", $"{User}", "--regid", $"{User}", "--clear-groups"] : [];

    /// <summary>A file on the service's own disk, from outside of its root.</summary>
    private string Filler => $"/proc/{Child}/root/data/filler";

    private static IEnumerable<string> Runtime => ["--ro-bind", DotnetRoot, DotnetRoot, "--setenv", "DOTNET_ROOT", DotnetRoot, "--symlink", $"{DotnetRoot}/dotnet", "/usr/bin/dotnet"];

    /// <summary>The one place beside the data that it has to be able to write: it unpacks itself there, as with the unit that is shipped.</summary>
    private static IEnumerable<string> Unpacking => ["--tmpfs", "/cache", "--setenv", "DOTNET_BUNDLE_EXTRACT_BASE_DIR", "/cache"];

    /// <summary>
    /// Libraries and time zones, and no program: there is no shell. Without --die-with-parent: the parent would be the thread that started it,
    /// which a pool may end at any time.
    /// </summary>
    private static IEnumerable<string> Root(string published) =>
    [
        "--ro-bind", "/usr/lib", "/usr/lib", "--ro-bind-try", "/usr/lib64", "/usr/lib64", "--ro-bind-try", "/usr/share/zoneinfo", "/usr/share/zoneinfo",
        "--symlink", "usr/lib", "/lib", "--symlink", "usr/lib64", "/lib64",
        "--proc", "/proc", "--dev", "/dev", "--tmpfs", "/tmp", "--ro-bind", published, "/app",
        "--clearenv", "--setenv", "PATH", "/usr/bin",
    ];

    private static IEnumerable<string> Data(string folder, int? disk) =>
        disk is { } bytes ? ["--size", bytes.ToString(CultureInfo.InvariantCulture), "--tmpfs", "/data"] : ["--bind", folder, "/data"];

    private static IEnumerable<string> Variables(IEnumerable<KeyValuePair<string, string>> settings) =>
        settings.SelectMany(setting => (string[])["--setenv", setting.Key.Replace(":", "__", StringComparison.Ordinal), setting.Value]);

    private Dictionary<string, string> Settings(PlatformServer line)
    {
        return new Dictionary<string, string>(BotSettings.For(line.Platform.Channel, line.Address, new Uri($"http://127.0.0.1:{_inside}"), "/data"))
        {
            ["PublicBaseUrl"] = Address.GetLeftPart(UriPartial.Authority), ["Web:TrustedProxies:0"] = "127.0.0.1", ["DemoData"] = "false",
            ["Logging:Console:FormatterName"] = "json",
        };
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

using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using LineBot.Storage;

namespace LineBot.Benchmarks.Load;

/// <summary>The service as an operator runs it, on a store of this run alone.</summary>
internal sealed class ServiceProcess : IDisposable
{
    private readonly Process _process;
    private readonly DirectoryInfo _folder;
    private readonly Timer _watch;

    private ServiceProcess(Process process, DirectoryInfo folder, Uri address)
    {
        (_process, _folder, Webhook) = (process, folder, new Uri(address, "/webhook"));
        _watch = new Timer(_ => Look(), null, TimeSpan.Zero, TimeSpan.FromMilliseconds(200));
    }

    public Uri Webhook { get; }

    public string ConnectionString => ConnectionStringIn(_folder);

    public long PeakMegabytes { get; private set; }

    /// <summary>From the start of the process to the first 200.</summary>
    public TimeSpan ReadyAfter { get; private set; }

    public static async Task<ServiceProcess> StartAsync(Uri line, string secret, StorageOptions? store = null)
    {
        var folder = Directory.CreateTempSubdirectory("linebot-load-");
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet", [typeof(LineBotService).Assembly.Location]) { RedirectStandardOutput = true };
        foreach (var (key, value) in new Dictionary<string, string>
        {
            ["Line__ChannelSecret"] = secret,
            ["Line__ChannelAccessToken"] = "token",
            ["Line__ApiBaseUrl"] = line.ToString(),
            ["Storage__Provider"] = store?.Provider ?? StorageOptions.Sqlite,
            ["Storage__ConnectionString"] = store?.ConnectionString ?? ConnectionStringIn(folder),
            ["PublicBaseUrl"] = address.ToString(),
            ["Urls"] = address.ToString(),
            ["Logging__LogLevel__Default"] = "Error",
        })
            start.Environment[key] = value;
        var begun = TimeProvider.System.GetTimestamp();
        var service = new ServiceProcess(Process.Start(start)!, folder, address);
        await service.UntilReadyAsync(new Uri(address, "/health/ready"));
        service.ReadyAfter = TimeProvider.System.GetElapsedTime(begun);
        return service;
    }

    public void Dispose()
    {
        _watch.Dispose();
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private static string ConnectionStringIn(DirectoryInfo folder) => $"Data Source={Path.Combine(folder.FullName, "linebot.db")}";

    private void Look()
    {
        _process.Refresh();
        if (!_process.HasExited)
            PeakMegabytes = Math.Max(PeakMegabytes, _process.WorkingSet64 / 1024 / 1024);
    }

    private async Task UntilReadyAsync(Uri ready)
    {
        using var http = new HttpClient();
        for (var patience = 0; patience < 1_500; patience++)
        {
            try
            {
                using var response = await http.GetAsync(ready);
                if (response.StatusCode == HttpStatusCode.OK)
                    return;
            }
            catch (HttpRequestException) when (!_process.HasExited)
            {
                // Not listening yet.
            }
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }
        throw new TimeoutException("The service was not ready in 30 s.");
    }

    private static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }
}

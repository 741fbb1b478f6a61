using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace LineBot.BrowserTests;

/// <summary>The whole simulator as the README starts it, and a Chromium that looks at it.</summary>
public sealed partial class SimulatorFixture : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ConcurrentQueue<string> _lines = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("linebot-browser-");
    private Process? _simulator;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort()}");

    /// <summary>What the simulator wrote.</summary>
    public string Output => string.Join('\n', _lines);

    public async Task InitializeAsync()
    {
        if (Chromium.IsMissing && !Chromium.IsRequired)
            return;
        _simulator = Start(Address.Port);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium.Path ?? throw new InvalidOperationException("There is no Chromium on this machine, and CI must have one."),
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        Assertions.SetDefaultExpectTimeout((float)Patience.TotalMilliseconds / 2);
        await UntilAnsweringAsync();
    }

    /// <summary>Opens the page in a window of its own, and waits until the service runs.</summary>
    public async Task<IPage> OpenAsync(string path = "/", int width = 1760, int height = 980)
    {
        var page = await _browser!.NewPageAsync(new() { ViewportSize = new() { Width = width, Height = height } });
        page.SetDefaultTimeout((float)Patience.TotalMilliseconds / 2);
        page.Dialog += (_, dialog) => _ = dialog.AcceptAsync();
        await page.GotoAsync(new Uri(Address, path).AbsoluteUri);
        if (path == "/")
            await page.Locator(".service.up").WaitForAsync();
        return page;
    }

    /// <summary>The operators' console and the first operator's password, as the simulator tells them when the service runs.</summary>
    public (string Address, string Password) Console
    {
        get
        {
            var told = _lines.Select(line => ConsoleLine().Match(line)).Last(match => match.Success);
            return (told.Groups[1].Value, told.Groups[2].Value);
        }
    }

    /// <summary>Opens a page in a window that shares no cookies with any other, as a colleague's browser.</summary>
    public async Task<IPage> OpenAloneAsync(string address, int width = 1280, int height = 800)
    {
        var window = await _browser!.NewContextAsync(new() { Locale = "ja-JP", ViewportSize = new() { Width = width, Height = height } });
        var page = await window.NewPageAsync();
        page.SetDefaultTimeout((float)Patience.TotalMilliseconds / 2);
        page.Dialog += (_, dialog) => _ = dialog.AcceptAsync();
        await page.GotoAsync(address);
        return page;
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_simulator is not null)
        {
            _simulator.Kill(entireProcessTree: true);
            await _simulator.WaitForExitAsync();
            _simulator.Dispose();
        }
        _folder.Delete(recursive: true);
    }

    private Process Start(int port)
    {
        var start = new ProcessStartInfo(DotnetHost())
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // Killed, it cannot tidy up: what it leaves goes with this folder.
            Environment = { ["TMPDIR"] = _folder.FullName, ["TEMP"] = _folder.FullName },
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "LineBot.Simulator.dll"), "--port", port.ToString(System.Globalization.CultureInfo.InvariantCulture) },
        };
        var simulator = new Process { StartInfo = start };
        simulator.OutputDataReceived += (_, line) => Keep(line.Data);
        simulator.ErrorDataReceived += (_, line) => Keep(line.Data);
        simulator.Start();
        simulator.BeginOutputReadLine();
        simulator.BeginErrorReadLine();
        return simulator;
    }

    private async Task UntilAnsweringAsync()
    {
        using var http = new HttpClient();
        var started = TimeProvider.System.GetTimestamp();
        while (!await AnswersAsync(http))
        {
            if (_simulator!.HasExited || TimeProvider.System.GetElapsedTime(started) > Patience)
                throw new InvalidOperationException($"The simulator did not start.\n{Output}");
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        }
    }

    private async Task<bool> AnswersAsync(HttpClient http)
    {
        try
        {
            return (await http.GetAsync(Address)).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private void Keep(string? line)
    {
        if (line is not null)
            _lines.Enqueue(line);
    }

    // <root>/shared/Microsoft.NETCore.App/<version>/
    private static string DotnetHost() => Path.GetFullPath(
        Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));

    [GeneratedRegex(@"console: (\S+)\s+\(operator / (\S+)\)")]
    private static partial Regex ConsoleLine();

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using LineBot.Simulator.Clock;

namespace LineBot.Simulator.Bot;

/// <summary>The real service as a process of its own, which can be stopped, killed and started again, and whose clock is turned from here.</summary>
public sealed class BotProcess : IAsyncDisposable
{
    private const int LinesKept = 500;
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(15);

    private readonly IReadOnlyDictionary<string, string> _settings;
    private readonly Func<ProcessStartInfo> _program;
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false }) { Timeout = TimeSpan.FromSeconds(5) };
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly SemaphoreSlim _oneAtATime = new(1);
    private readonly TurnableClock? _clock;
    private Process? _process;
    private volatile bool _isReady;

    /// <param name="settings">The service's configuration, by key; <see cref="BotSettings.For"/> has what it needs.</param>
    /// <param name="clock">The service's clock is turned whenever this one is; null leaves it at real time.</param>
    /// <param name="program">What is started; the service as it is, unless something else is to be tried in its place.</param>
    public BotProcess(IReadOnlyDictionary<string, string> settings, TurnableClock? clock = null, Func<ProcessStartInfo>? program = null)
    {
        (_settings, _clock) = (settings, clock);
        _program = program ?? (() => OwnExecutable.With(ServiceMode.Argument));
        Address = new Uri(settings["Urls"]);
        if (_clock is not null)
            _clock.HasTurned += Follow;
    }

    public Uri Address { get; }

    public Uri WebhookUrl => new(Address, "/webhook");

    public bool IsRunning => _process is { HasExited: false };

    /// <summary>Runs and takes events.</summary>
    public bool IsReady => IsRunning && _isReady;

    public int? ProcessId => IsRunning ? _process!.Id : null;

    /// <summary>The last lines that the service wrote.</summary>
    public IReadOnlyList<string> Lines => [.. _lines];

    /// <summary>The service started, stopped, died or wrote a line.</summary>
    public event EventHandler? Changed;

    /// <summary>Starts the service and waits until it is ready.</summary>
    /// <exception cref="InvalidOperationException">It ended instead, or was not ready in time; the message has its last lines.</exception>
    public Task StartAsync() => InTurnAsync(async () =>
    {
        if (IsRunning)
            return;
        // Not both at once: whoever asks meanwhile whether it runs would ask a process that is no more.
        var before = _process;
        _process = null;
        before?.Dispose();
        _isReady = false;
        _process = Launch();
        await UntilReadyAsync(_process);
    });

    /// <summary>Ends the service as a host does: it finishes what it has begun.</summary>
    public Task StopAsync() => InTurnAsync(async () =>
    {
        if (_process is not { HasExited: false } process)
            return;
        ProcessSignal.Terminate(process);
        using var patience = new CancellationTokenSource(StopPatience);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
        }
    });

    /// <summary>Ends the service at this very instant, as kill -9 and a power cut do.</summary>
    public Task KillAsync() => InTurnAsync(async () =>
    {
        if (_process is not { HasExited: false } process)
            return;
        process.Kill();
        await process.WaitForExitAsync();
    });

    public async Task RestartAsync()
    {
        await StopAsync();
        await StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_clock is not null)
            _clock.HasTurned -= Follow;
        await StopAsync();
        _process?.Dispose();
        _http.Dispose();
        _oneAtATime.Dispose();
    }

    private string Turned => ((long)(_clock?.Turned ?? TimeSpan.Zero).TotalMilliseconds).ToString(CultureInfo.InvariantCulture);

    private Process Launch()
    {
        var start = _program();
        start.UseShellExecute = false;
        (start.RedirectStandardInput, start.RedirectStandardOutput, start.RedirectStandardError) = (true, true, true);
        foreach (var (key, value) in _settings)
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        start.Environment[ServiceMode.TurnedVariable] = Turned;
        var process = new Process { StartInfo = start, EnableRaisingEvents = true };
        process.OutputDataReceived += (_, e) => Keep(e.Data);
        process.ErrorDataReceived += (_, e) => Keep(e.Data);
        process.Exited += (_, _) => Changed?.Invoke(this, EventArgs.Empty);
        process.Start();
        process.StandardInput.AutoFlush = true;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private void Follow(object? sender, EventArgs e)
    {
        if (!IsRunning)
            return;
        try
        {
            _process!.StandardInput.WriteLine(Turned);
        }
        catch (IOException)
        {
            // It died this instant. Started again, it learns how far the clock is turned from its environment.
        }
    }

    private async Task UntilReadyAsync(Process process)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!await IsReadyAsync())
        {
            if (process.HasExited)
                throw new InvalidOperationException($"The service ended with {process.ExitCode} while starting.\n{string.Join('\n', Lines)}");
            if (TimeProvider.System.GetElapsedTime(started) > StartPatience)
                throw new InvalidOperationException($"The service was not ready in {StartPatience.TotalSeconds} s.\n{string.Join('\n', Lines)}");
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        }
        _isReady = true;
        Changed?.Invoke(this, EventArgs.Empty);
    }

    private async Task<bool> IsReadyAsync()
    {
        try
        {
            using var response = await _http.GetAsync(new Uri(Address, "/health/ready"));
            return response.IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }

    private async Task InTurnAsync(Func<Task> work)
    {
        await _oneAtATime.WaitAsync();
        try
        {
            await work();
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    private void Keep(string? line)
    {
        if (line is null)
            return;
        _lines.Enqueue(line);
        while (_lines.Count > LinesKept)
            _lines.TryDequeue(out _);
        Changed?.Invoke(this, EventArgs.Empty);
    }
}

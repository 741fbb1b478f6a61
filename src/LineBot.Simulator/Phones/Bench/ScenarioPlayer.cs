using LineBot.Simulator.Journeys;
using LineBot.Simulator.Phones.Screens;
using LineBot.Simulator.Platform;
using LineBot.Simulator.Scenarios;

namespace LineBot.Simulator.Phones.Bench;

/// <summary>What the caption under the phones shows of a scenario.</summary>
/// <param name="Number">Of the step, from 1; 0 before the first.</param>
/// <param name="Trouble">Set where it went otherwise than told.</param>
public sealed record Playing(string Title, string Line, int Number, int Count, bool IsOver, string? Trouble = null);

/// <summary>Plays a scenario on the phones of the bench, slowly enough to be followed, with each step as a caption.</summary>
internal sealed partial class ScenarioPlayer(Simulation simulation, PhoneBench bench, ILoggerFactory loggers) : IAudience, IDisposable
{
    public static readonly IReadOnlyDictionary<string, TimeSpan> Paces = new Dictionary<string, TimeSpan>
    {
        ["slow"] = TimeSpan.FromSeconds(3), ["calm"] = TimeSpan.FromSeconds(1.6), ["fast"] = TimeSpan.FromSeconds(0.3),
    };

    private readonly ILogger _logger = loggers.CreateLogger<ScenarioPlayer>();
    private CancellationTokenSource? _playing;
    private int _count;

    /// <summary>Null where none was played, or its caption was closed.</summary>
    public Playing? Now { get; private set; }

    public string Pace { get; private set; } = "calm";

    public event EventHandler? Changed;

    public void SetPace(string? pace)
    {
        if (pace is not null && Paces.ContainsKey(pace))
            Pace = pace;
        Changed?.Invoke(this, EventArgs.Empty);
    }

    /// <summary>Begins anew and plays; what is played already is stopped.</summary>
    public async Task PlayAsync(Scenario scenario)
    {
        Stop();
        using var playing = _playing = new CancellationTokenSource();
        _count = scenario.Lines.Count;
        Show(new Playing(scenario.Title, "", 0, _count, IsOver: false));
        foreach (var phone in bench.Phones)
            phone.Clear();
        try
        {
            await simulation.BeginAnewAsync(loggers, linked: false, ScenarioStage.BeginningAfter);
            using var stage = new ScenarioStage(simulation.Platform, simulation.Clock, this);
            await stage.PlayAsync(scenario, playing.Token);
            Show(Now! with { IsOver = true });
        }
        catch (ScenarioException otherwise)
        {
            Log.WentOtherwise(_logger, otherwise);
            Show(Now! with { IsOver = true, Trouble = otherwise.InnerException?.Message ?? otherwise.Message });
        }
        catch (OperationCanceledException)
        {
            // Somebody closed the caption, or began another one: what the phones show stays.
        }
        finally
        {
            if (_playing == playing)
                _playing = null;
        }
    }

    /// <summary>Stops after the step that is under way and closes the caption.</summary>
    public void Stop()
    {
        _playing?.Cancel();
        Show(null);
    }

    public async Task HearAsync(ScenarioLine line, int number)
    {
        var stop = _playing?.Token ?? new CancellationToken(canceled: true);
        Show(Now! with { Line = line.Text, Number = number });
        await Task.Delay(Paces[Pace], TimeProvider.System, stop);
    }

    public Cookies CookiesOf(LinePhone phone) => ScreenOf(phone).Browser.Cookies;

    public async Task SeePageAsync(LinePhone phone, Uri page)
    {
        await ScreenOf(phone).Browser.OpenAsync(page);
        await Task.Delay(Paces[Pace], TimeProvider.System, _playing?.Token ?? CancellationToken.None);
    }

    public void SeeTalk(LinePhone phone)
    {
        if (ScreenOf(phone).Browser.Frame is not null)
            ScreenOf(phone).Browser.Close();
    }

    public void Dispose() => _playing?.Dispose();

    private PhoneScreen ScreenOf(LinePhone phone) => bench.Phones.First(screen => screen.Phone == phone);

    private void Show(Playing? playing)
    {
        Now = playing;
        Changed?.Invoke(this, EventArgs.Empty);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "A scenario went otherwise than it is told")]
        public static partial void WentOtherwise(ILogger logger, Exception exception);
    }
}

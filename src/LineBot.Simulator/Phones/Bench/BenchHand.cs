using System.Globalization;
using LineBot.Language;
using LineBot.Simulator.Journeys;
using LineBot.Simulator.Phones.Screens;
using LineBot.Simulator.Scenarios;
using LineBot.Storage;

namespace LineBot.Simulator.Phones.Bench;

/// <summary>Carries out what a hand does beside the phones: turns the clock, restarts or kills the service, begins anew, records; the rest is LINE's.</summary>
internal sealed partial class BenchHand(Simulation simulation, PhoneBench bench, LineHand line, BenchNote note, ScenarioPlayer player, ILoggerFactory loggers)
{
    private const int LastYear = 2099;

    private readonly ILogger _logger = loggers.CreateLogger<BenchHand>();

    public async Task DoAsync(Gesture gesture)
    {
        try
        {
            await (gesture.Do switch
            {
                "turn" => TurnAsync(After(gesture.Value, simulation.Clock.GetUtcNow())),
                "clock" => SetAsync(gesture.Value),
                "restart" => RestartAsync(),
                "kill" => KillAsync(),
                "reset" => BeginAnewAsync(linked: false),
                "linked" => BeginAnewAsync(linked: true),
                "record" => RecordAsync(),
                "add" => simulation.AddPhoneAsync(Tongue.Of(gesture.Value)),
                "play" when ScenarioShelf.Find(gesture.Value) is { } scenario => player.PlayAsync(scenario),
                "pace" => Do(() => player.SetPace(gesture.Value)),
                "stop" => Do(player.Stop),
                _ => line.DoAsync(gesture),
            });
        }
        catch (Exception trouble) when (trouble is InvalidOperationException or JourneyException or StoreUnavailableException or IOException)
        {
            Log.Failed(_logger, trouble);
            note.Say(trouble.Message, trouble.Message);
        }
    }

    /// <summary>Where the clock stands after a turn that the strip offers.</summary>
    public static DateTimeOffset After(string? turn, DateTimeOffset now)
    {
        var today = JapanTime.DayOf(now);
        return turn switch
        {
            "hour" => now.AddHours(1),
            "morning" => JapanTime.StartOf(today.AddDays(1)).AddHours(9),
            // Early enough to do the last things of a month, late enough to see it turn.
            "month" => MonthEnd(today) is var end && end > now ? end : MonthEnd(today.AddDays(1)),
            _ => now,
        };
    }

    private static DateTimeOffset MonthEnd(DateOnly day) => JapanTime.StartOf(JapanTime.FirstOfMonth(day).AddMonths(1)).AddMinutes(-5);

    private static Task Do(Action act)
    {
        act();
        return Task.CompletedTask;
    }

    private Task TurnAsync(DateTimeOffset instant)
    {
        simulation.Clock.TurnTo(instant);
        note.Clear();
        return Task.CompletedTask;
    }

    /// <param name="local">In Japan: <c>2026-11-30T09:00</c>.</param>
    private Task SetAsync(string? local)
    {
        if (!DateTime.TryParseExact(local, "yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) || time.Year > LastYear)
            note.Say($"{LastYear}年までの日付と時刻を入れてください。", $"Enter a date and a time, up to the year {LastYear}.");
        else if (JapanTime.StartOf(DateOnly.FromDateTime(time)).Add(time.TimeOfDay) is var instant && instant < simulation.Clock.GetUtcNow())
            note.Say("時計は進めることだけできます。「はじめから」で今の時刻に戻ります。", "The clock only goes forward. \"Begin anew\" brings back the present time.");
        else
            return TurnAsync(instant);
        return Task.CompletedTask;
    }

    private async Task RestartAsync()
    {
        note.Say("サービスを再起動しています…", "Restarting the service…");
        await simulation.Bot.RestartAsync();
        note.Clear();
    }

    private async Task KillAsync()
    {
        await simulation.Bot.KillAsync();
        note.Say("サービスを kill -9 しました。「再起動」で続きから動きます。", "The service was killed (kill -9). Restart it: it goes on where it was.");
    }

    private async Task BeginAnewAsync(bool linked)
    {
        if (linked)
            note.Say("はじめからやり直し、実際の手順で連携しています…", "Beginning anew, and linking everybody the way customers do…");
        else
            note.Say("はじめからやり直しています…", "Beginning anew…");
        player.Stop();
        foreach (var phone in bench.Phones)
            phone.Clear();
        await simulation.BeginAnewAsync(loggers, linked);
        note.Clear();
    }

    private async Task RecordAsync()
    {
        if (simulation.Recordings.IsRecording)
            await simulation.Recordings.StopAsync();
        else
            simulation.Recordings.Start();
        note.Clear();
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "The bench could not do that")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}

using System.Collections.Concurrent;
using System.Globalization;
using LineBot.Language;
using LineBot.Simulator.Phones.Live;
using LineBot.Simulator.Platform;
using LineBot.Web;

namespace LineBot.Simulator.Phones.Bench;

/// <summary>Draws what lies beside the phones: the strip, the wire log and LINE's settings.</summary>
internal sealed class BenchDrawing(Simulation simulation, LinePlatform platform, BenchNote note, ScenarioPlayer player, FragmentRenderer renderer)
{
    private const int MostLines = 150;

    // A line never changes once it is recorded; the numbers of those long gone are swept with it.
    private readonly ConcurrentDictionary<(long Number, Tongue Tongue), string> _drawn = [];

    public async Task<Fragment[]> StripAsync(Tongue tongue) =>
    [
        await OwnStripAsync(tongue),
        new("desk", (await renderer.RenderAsync<DeskKey>(tongue, (nameof(DeskKey.Password), simulation.Bot.IsReady ? simulation.ConsolePassword : null))).Trim()),
    ];

    public async Task<Fragment[]> LineAsync(Tongue tongue) =>
    [
        new("faults", await renderer.RenderAsync<FaultList>(tongue, (nameof(FaultList.Waiting), platform.Faults.Waiting))),
        new("switches", await renderer.RenderAsync<SwitchesView>(tongue, (nameof(SwitchesView.Platform), platform))),
    ];

    public async Task<Fragment> CaptionAsync(Tongue tongue) =>
        new("told", (await renderer.RenderAsync<CaptionView>(tongue, (nameof(CaptionView.Playing), player.Now))).Trim());

    public async Task<(FragmentList Wire, Fragment Refusals)> WireAsync(Tongue tongue)
    {
        var lines = WireLine.Newest(platform.Record, MostLines, id => platform.FindPhone(id)?.DisplayName);
        List<Fragment> rows = [];
        foreach (var line in lines)
            rows.Add(new($"wire-{line.Number}", await DrawAsync(line, tongue)));
        if (lines.Count > 0)
        {
            foreach (var drawn in _drawn.Keys.Where(drawn => drawn.Number < lines[^1].Number))
                _drawn.TryRemove(drawn, out _);
        }
        var refused = lines.Count(line => line.IsTrouble);
        return (new("wire", rows), new("refusals", refused == 0 ? "" : refused.ToString(CultureInfo.InvariantCulture)));
    }

    private async Task<Fragment> OwnStripAsync(Tongue tongue) => new("strip", await renderer.RenderAsync<StripView>(tongue,
        (nameof(StripView.Now), JapanTime.In(platform.Clock.GetUtcNow())),
        (nameof(StripView.HasBot), simulation.HasBot),
        (nameof(StripView.Elsewhere), simulation.Elsewhere),
        (nameof(StripView.IsUp), simulation.Bot.IsRunning),
        (nameof(StripView.IsReady), simulation.Bot.IsReady),
        (nameof(StripView.Console), simulation.Console),
        (nameof(StripView.IsRecording), simulation.Recordings.IsRecording),
        (nameof(StripView.Recorded), simulation.Recordings.Newest),
        (nameof(StripView.Note), note.Now)));

    private async Task<string> DrawAsync(WireLine line, Tongue tongue)
    {
        if (!_drawn.TryGetValue((line.Number, tongue), out var html))
            _drawn[(line.Number, tongue)] = html = await renderer.RenderAsync<WireLineView>(tongue, (nameof(WireLineView.Line), line));
        return html;
    }
}

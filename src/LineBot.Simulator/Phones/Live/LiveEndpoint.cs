using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using LineBot.Language;
using LineBot.Simulator.Phones.Bench;
using LineBot.Simulator.Phones.Screens;
using LineBot.Simulator.Platform;

namespace LineBot.Simulator.Phones.Live;

/// <summary>Keeps an open page up to date: a stream of patches to it, and the gestures back from it.</summary>
internal sealed class LiveEndpoint(PhoneBench bench, PageDrawing drawing, PhoneHand hand, BenchHand benchHand, BenchNote note, ScenarioPlayer player)
{
    /// <summary>The clocks on the page show minutes; nothing else changes by itself.</summary>
    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(1);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/live", (LiveEndpoint live, string? lang, CancellationToken gone) =>
            TypedResults.ServerSentEvents(live.WatchAsync(Tongue.Of(lang), gone)));
        routes.MapPost("/gesture", (LiveEndpoint live, Gesture gesture) => live.DoAsync(gesture)).AddEndpointFilter<OwnPageFilter>();
        routes.MapGet("/recordings/{name}", (Simulation simulation, string name) =>
            simulation.Recordings.Find(name) is { } path ? Results.File(path, "application/jsonl", name) : Results.NotFound());
        routes.MapGet("/wire/{number:long}", (LinePlatform platform, long number) =>
            WireLine.Details(platform.Record, number) is { } text ? Results.Text(text) : Results.NotFound());
    }

    private async Task<IResult> DoAsync(Gesture gesture)
    {
        if (gesture.Phone is null)
        {
            await benchHand.DoAsync(gesture);
            return Results.Json(new GestureAnswer());
        }
        return bench.Find(gesture.Phone) is { } phone ? Results.Json(await hand.DoAsync(phone, gesture)) : Results.NotFound();
    }

    private async IAsyncEnumerable<SseItem<PagePatch>> WatchAsync(Tongue tongue, [EnumeratorCancellation] CancellationToken gone)
    {
        var shown = new ShownPage();
        // One place is enough: however much changes while a patch is made, the next patch has it all.
        var changes = System.Threading.Channels.Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        void Note(object? sender, EventArgs e) => changes.Writer.TryWrite(true);
        bench.Changed += Note;
        note.Changed += Note;
        player.Changed += Note;
        try
        {
            while (!gone.IsCancellationRequested)
            {
                var patch = shown.Advance(await drawing.DrawAsync(tongue));
                if (!patch.IsEmpty)
                    yield return new SseItem<PagePatch>(patch);
                await WaitAsync(changes.Reader, gone);
            }
        }
        finally
        {
            bench.Changed -= Note;
            note.Changed -= Note;
            player.Changed -= Note;
        }
    }

    private static async Task WaitAsync(ChannelReader<bool> changes, CancellationToken gone)
    {
        using var glance = CancellationTokenSource.CreateLinkedTokenSource(gone);
        glance.CancelAfter(Glance);
        try
        {
            await changes.ReadAsync(glance.Token);
        }
        catch (OperationCanceledException)
        {
            // Time for another look, or the page was closed; the caller knows which.
        }
    }
}

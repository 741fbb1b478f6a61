using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using LineBot.Language;
using LineBot.Simulator.Phones.Screens;

namespace LineBot.Simulator.Phones.Live;

/// <summary>Keeps an open page up to date: a stream of patches to it, and the gestures back from it.</summary>
internal sealed class LiveEndpoint(PhoneBench bench, PageDrawing drawing, PhoneHand hand)
{
    /// <summary>The clocks on the page show minutes; nothing else changes by itself.</summary>
    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(1);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/live", (LiveEndpoint live, string? lang, CancellationToken gone) =>
            TypedResults.ServerSentEvents(live.WatchAsync(Tongue.Of(lang), gone)));
        routes.MapPost("/gesture", async (LiveEndpoint live, Gesture gesture) =>
            bench(live).Find(gesture.Phone) is { } phone ? Results.Json(await live.DoAsync(phone, gesture)) : Results.NotFound())
            .AddEndpointFilter<OwnPageFilter>();

        static PhoneBench bench(LiveEndpoint live) => live.Bench;
    }

    private PhoneBench Bench => bench;

    private Task<GestureAnswer> DoAsync(PhoneScreen phone, Gesture gesture) => hand.DoAsync(phone, gesture);

    private async IAsyncEnumerable<SseItem<PagePatch>> WatchAsync(Tongue tongue, [EnumeratorCancellation] CancellationToken gone)
    {
        var shown = new ShownPage();
        // One place is enough: however much changes while a patch is made, the next patch has it all.
        var changes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        void Note(object? sender, EventArgs e) => changes.Writer.TryWrite(true);
        bench.Changed += Note;
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

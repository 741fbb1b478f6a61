using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using LineBot.Console.Staff;
using LineBot.Console.Talks;
using LineBot.Storage;

namespace LineBot.Console.Live;

/// <summary>Keeps an open desk up to date: a stream of the parts that changed. Every one is preceded by a look whether its reader is still let in.</summary>
internal sealed class LiveEndpoint(Duties duties, DeskWatch watch, PageParts parts, BoardStore boards, TalkReader talks, OperatorStore operators, Database database) : IConsoleEndpoint
{
    private const string Bye = "bye";

    public void Map(IEndpointRouteBuilder pages) => pages.MapGet(ConsoleAddress.Live, OpenAsync).For(OperatorRole.Operator);

    private async Task<IResult> OpenAsync(HttpContext context, long? talk) =>
        await duties.StillIn(context) is null
            ? TypedResults.StatusCode(StatusCodes.Status401Unauthorized)
            : TypedResults.ServerSentEvents(StreamAsync(context, talk, context.RequestAborted));

    private async IAsyncEnumerable<SseItem<IReadOnlyList<PagePart>>> StreamAsync(
        HttpContext context, long? talk, [EnumeratorCancellation] CancellationToken gone)
    {
        // One place is enough for the newest board; which talks changed is kept until it was read.
        var sights = Channel.CreateUnbounded<Sight>();
        void See(Sight sight) => sights.Writer.TryWrite(sight);
        var shown = new Dictionary<string, string>();
        watch.Seen += See;
        using var watching = watch.Watch();
        try
        {
            // What changed between the page and its stream.
            var sight = await database.ReadAsync(tx => new Sight(boards.Read(tx, context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow()), null), gone);
            while (true)
            {
                if (await duties.StillIn(context) is not { } view)
                {
                    yield return new SseItem<IReadOnlyList<PagePart>>([], Bye);
                    yield break;
                }
                var changed = (await DrawAsync(sight, talk, view, gone)).Where(part => shown.GetValueOrDefault(part.Id) != part.Html).ToList();
                foreach (var part in changed)
                    shown[part.Id] = part.Html;
                if (changed.Count > 0)
                    yield return new SseItem<IReadOnlyList<PagePart>>(changed);
                sight = await NextAsync(sights.Reader, gone);
            }
        }
        finally
        {
            watch.Seen -= See;
        }
    }

    private async Task<IReadOnlyList<PagePart>> DrawAsync(Sight sight, long? talk, ConsoleView view, CancellationToken gone)
    {
        var lists = await parts.ListsAsync(sight.Board, view.Operator, view.Tongue);
        if (talk is not { } id || !sight.Concerns(id))
            return lists;
        var (found, active) = await database.ReadAsync(tx => (talks.Read(tx, id, view.Now), operators.Active(tx)), gone);
        return found is null ? lists : [.. lists, .. await parts.TalkAsync(found, view.Operator, active, view.Tongue)];
    }

    /// <summary>The newest sight, with all that changed since the last one that was drawn.</summary>
    private static async Task<Sight> NextAsync(ChannelReader<Sight> sights, CancellationToken gone)
    {
        var sight = await sights.ReadAsync(gone);
        while (sights.TryRead(out var newer))
            sight = new Sight(newer.Board, sight.Changed is null || newer.Changed is null ? null : sight.Changed.Union(newer.Changed).ToHashSet());
        return sight;
    }
}

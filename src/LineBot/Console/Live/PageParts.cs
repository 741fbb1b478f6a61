using LineBot.Console.Staff;
using LineBot.Console.Talks;
using LineBot.Language;
using LineBot.Web;

namespace LineBot.Console.Live;

/// <summary>A part of an open page that is replaced as a whole.</summary>
/// <param name="Id">The id of the element whose inside it is.</param>
internal sealed record PagePart(string Id, string Html);

/// <summary>Draws the parts of the desk that change while one looks.</summary>
internal sealed class PageParts(FragmentRenderer renderer)
{
    // The queue looks the same to everybody: drawn once for all who read one language.
    private readonly Lock _lock = new();
    private readonly Dictionary<string, (Board Board, Task<string> Html)> _waiting = [];

    public async Task<IReadOnlyList<PagePart>> ListsAsync(Board board, DeskOperator person, Tongue tongue) =>
    [
        new("waiting", await WaitingAsync(board, tongue)),
        new("mine", await renderer.RenderAsync<MinePane>(tongue, (nameof(MinePane.Board), board), (nameof(MinePane.Operator), person))),
    ];

    public async Task<IReadOnlyList<PagePart>> TalkAsync(Talk talk, DeskOperator person, IReadOnlySet<string> active, Tongue tongue) =>
    [
        new("head", await renderer.RenderAsync<TalkHead>(
            tongue, (nameof(TalkHead.Talk), talk), (nameof(TalkHead.Operator), person), (nameof(TalkHead.Active), active))),
        new("log", await renderer.RenderAsync<TalkLog>(tongue, (nameof(TalkLog.Talk), talk))),
        new("way", await renderer.RenderAsync<WayNow>(tongue, (nameof(WayNow.Talk), talk), (nameof(WayNow.Operator), person))),
    ];

    private Task<string> WaitingAsync(Board board, Tongue tongue)
    {
        lock (_lock)
        {
            if (_waiting.TryGetValue(tongue.Code, out var drawn) && ReferenceEquals(drawn.Board, board))
                return drawn.Html;
            var html = renderer.RenderAsync<WaitingPane>(tongue, (nameof(WaitingPane.Board), board));
            _waiting[tongue.Code] = (board, html);
            return html;
        }
    }
}

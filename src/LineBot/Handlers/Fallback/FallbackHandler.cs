using Line.Messaging;
using LineBot.RichMenu;

namespace LineBot.Handlers.Fallback;

/// <summary>Answers what nobody else does, so that nothing a customer does dead-ends.</summary>
public sealed class FallbackHandler(FallbackReplies replies)
{
    [Action(Tiles.NotUnderstood)]
    public Reply NotUnderstood(Turn turn) =>
        Reply.With((turn.Tap.Event as MessageEvent)?.Message switch
        {
            StickerContent => replies.Sticker(turn.Tongue),
            TextContent or null => replies.Text(turn.Tongue),
            _ => replies.Media(turn.Tongue),
        });

    [Action(Tiles.OldButton)]
    public Reply OldButton(Turn turn) => Reply.With(replies.OldButton(turn.Tongue));

    [Action(Tiles.TooMany)]
    public Reply TooMany(Turn turn) => Reply.With(replies.TooMany(turn.Tongue));

    [Action(Tiles.Apology)]
    public Reply Apologise(Turn turn) => Reply.With(replies.Apology(turn.Tongue));
}

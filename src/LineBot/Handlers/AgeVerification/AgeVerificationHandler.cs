using LineBot.RichMenu;
using LineBot.Web;

namespace LineBot.Handlers.AgeVerification;

/// <summary>年齢認証 from the talk: says what it costs, and leads to the page.</summary>
public sealed class AgeVerificationHandler(AgeLinkStore links, PublicAddress address, AgeVerificationReplies replies)
{
    [Action(Tiles.AgeVerification)]
    [Words("年齢認証", "年齢確認", "age verification", "verify my age")]
    public Reply Show(Turn turn)
    {
        var token = links.Issue(turn.Tx, turn.LineUserId, turn.Now);
        return Reply.With(replies.Start(turn.Tongue, address.Of(AgeVerificationEndpoint.Path, turn.Tongue, (AgeVerificationEndpoint.Link, token))));
    }
}

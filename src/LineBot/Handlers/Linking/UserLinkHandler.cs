using LineBot.Accounts;
using LineBot.Notices;
using LineBot.RichMenu;

namespace LineBot.Handlers.Linking;

/// <summary>利用者連携: asks for the user code in the talk and spends it.</summary>
public sealed class UserLinkHandler(
    UserCodeStore codes, SubscriptionStore subscriptions, LinkStore links, AttemptStore attempts, UserLinkNotices news, UserLinkReplies replies)
{
    public const string Code = "linking/user/code";
    public const string Replace = "linking/user/replace";
    public const string Stop = "linking/user/stop";
    public const string WithAge = "linking/user/with-age";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    [Action(Tiles.LinkUser)]
    public Reply Ask(Turn turn)
    {
        var present = turn.Customer.SubscriptionId is { } id ? subscriptions.Find(turn.Tx, id) : null;
        return Reply.With(replies.AskForCode(turn.Customer, present)).Expecting(Code, turn.Now + Patience);
    }

    /// <summary>年齢確認もする: the order in which one code after the other does both.</summary>
    [Action(WithAge)]
    public Reply ShowOrder(Turn turn) => Reply.With(replies.Order(turn.Customer)).ExpectingNothing();

    [Action(Stop)]
    public Reply GiveUp(Turn turn) => Reply.With(replies.Stopped(turn.Tongue)).ExpectingNothing();

    /// <summary>Gets the next typed text. A text that is no number is left to whoever understands it.</summary>
    [Action(Code)]
    public Reply Typed(Turn turn)
    {
        if (turn.Tap.Text is not { } text || UserCodeText.DigitsIn(text) is not { } digits)
            return Reply.Pass;
        return digits.Length == UserCode.Digits
            ? Try(turn, digits, mayReplace: false)
            : Reply.With(replies.WrongLength(turn.Tongue, digits.Length)).Expecting(Code, turn.Now + Patience);
    }

    /// <summary>The customer agreed to give up the subscription that their account has now.</summary>
    [Action(Replace)]
    public Reply AgreeToReplace(Turn turn) =>
        turn.Tap.Parameter("code") is { Length: UserCode.Digits } code ? Try(turn, code, mayReplace: true) : Ask(turn);

    private Reply Try(Turn turn, string digits, bool mayReplace)
    {
        var tryAgainAt = attempts.TakeAll(turn.Tx, turn.Now, (UserCodeLimits.PerAccount, turn.LineUserId), (UserCodeLimits.Overall, ""));
        if (tryAgainAt is not null)
            return Reply.With(replies.TooMany(turn.Tongue, tryAgainAt.Value)).ExpectingNothing();
        var code = codes.Find(turn.Tx, digits);
        if (code is not { IsValid: true })
            return Reply.With(replies.Refused(turn.Customer, code)).Expecting(Code, turn.Now + Patience);
        attempts.Clear(turn.Tx, UserCodeLimits.PerAccount, turn.LineUserId);
        attempts.Return(turn.Tx, UserCodeLimits.Overall, "");
        return turn.Customer.SubscriptionId is { } present && !mayReplace
            ? Reply.With(replies.ReplaceOrKeep(turn.Tongue, subscriptions.Find(turn.Tx, present), digits)).ExpectingNothing()
            : Link(turn, digits);
    }

    private Reply Link(Turn turn, string code)
    {
        var made = links.LinkUser(turn.Tx, code, turn.LineUserId, turn.Now)!;
        var subscription = subscriptions.Find(turn.Tx, made.SubscriptionId)!;
        var reply = Reply.With(replies.Linked(turn.Tongue, subscription)).SwitchingMenuOf(turn.LineUserId).ExpectingNothing();
        news.Made(turn.Tx, made, subscription, turn.LineUserId, turn.Tap.EventId, turn.Now);
        return made.Displaced is null ? reply : reply.SwitchingMenuOf(made.Displaced);
    }
}

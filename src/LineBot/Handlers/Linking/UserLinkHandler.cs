using LineBot.Accounts;
using LineBot.Language;
using LineBot.RichMenu;

namespace LineBot.Handlers.Linking;

/// <summary>利用者連携: asks for the user code in the talk and spends it.</summary>
public sealed class UserLinkHandler(
    UserCodeStore codes, SubscriptionStore subscriptions, AccountStore accounts, LinkStore links, AttemptStore attempts,
    UserLinkReplies replies)
{
    public const string Code = "linking/user/code";
    public const string Replace = "linking/user/replace";
    public const string Stop = "linking/user/stop";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    [Action(Tiles.LinkUser)]
    public Reply Ask(Turn turn)
    {
        var present = turn.Customer.SubscriptionId is { } id ? subscriptions.Find(turn.Tx, id) : null;
        return Reply.With(replies.AskForCode(turn.Customer, present)).Expecting(Code, turn.Now + Patience);
    }

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
        if (made.Displaced is not null)
            reply = reply.Telling(made.Displaced, replies.Displaced(TongueOf(turn, made.Displaced), subscription)).SwitchingMenuOf(made.Displaced);
        if (made.Left is { } id && subscriptions.Find(turn.Tx, id) is { } left && HolderOf(turn, left) is { } formerHolder)
            reply = reply.Telling(formerHolder, replies.EndedInYourContract(TongueOf(turn, formerHolder), left));
        return HolderOf(turn, subscription) is { } holder
            ? reply.Telling(holder, replies.LinkedInYourContract(TongueOf(turn, holder), subscription))
            : reply;
    }

    /// <summary>The holder of the subscription's contract, unless that is who tapped.</summary>
    private string? HolderOf(Turn turn, Subscription subscription) =>
        links.HolderOf(turn.Tx, subscription.ContractId) is { } holder && holder != turn.LineUserId ? holder : null;

    private Tongue TongueOf(Turn turn, string lineUserId) => accounts.CustomerOf(turn.Tx, lineUserId).Tongue;
}

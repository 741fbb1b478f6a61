using Line.Messaging;
using LineBot.Accounts;
using LineBot.RichMenu;
using LineBot.Webhook;

namespace LineBot.Handlers.Greeting;

/// <summary>Somebody comes, comes back or leaves.</summary>
public sealed class GreetingHandler(AccountStore accounts, Introductions introductions, GreetingReplies replies)
{
    public const string Hello = "greeting/hello";

    [On(typeof(FollowEvent))]
    public async Task<Decision> Welcome(Tap tap, CancellationToken cancel)
    {
        var met = await introductions.OfAsync(tap.LineUserId, cancel);
        return turn =>
        {
            // Without a profile, what was known of a returning customer stays.
            var tongue = met.DisplayName is null ? null : met.Tongue;
            accounts.Remember(turn.Tx, turn.LineUserId, met.DisplayName, tongue, isFriend: true, turn.Now);
            var customer = accounts.CustomerOf(turn.Tx, turn.LineUserId);
            var greeting = turn.Customer.IsKnown ? replies.WelcomeBack(customer) : replies.Welcome(customer);
            // Whether a menu survives a block is LINE's secret, so it is set each time.
            return Reply.With(greeting).SwitchingMenuOf(turn.LineUserId);
        };
    }

    /// <summary>Whoever greets before asking is greeted back, and shown the way.</summary>
    [Action(Hello)]
    [Words(
        "こんにちは", "こんにちわ", "こんばんは", "こんばんわ", "おはよう", "おはようございます", "はじめまして", "よろしく", "よろしくお願いします",
        "hello", "hi", "hi there", "hello there", "good morning", "good afternoon", "good evening", OnlyAlone = true)]
    public Reply GreetBack(Turn turn) => Reply.With(replies.GreetBack(turn.Customer));

    [On(typeof(UnfollowEvent))]
    public Reply Leave(Turn turn)
    {
        accounts.Remember(turn.Tx, turn.LineUserId, null, null, isFriend: false, turn.Now);
        return Reply.Nothing.ExpectingNothing();
    }

    [On(typeof(JoinEvent))]
    public Reply Join(Turn turn) => Reply.With(replies.OneToOneOnly());
}

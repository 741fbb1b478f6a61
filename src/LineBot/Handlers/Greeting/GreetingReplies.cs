using Line.Messaging;
using LineBot.Accounts;
using LineBot.Language;
using LineBot.RichMenu;

namespace LineBot.Handlers.Greeting;

public sealed class GreetingReplies
{
    public Message Welcome(Customer customer)
    {
        var tongue = customer.Tongue;
        var title = customer.DisplayName is { Length: > 0 } name
            ? tongue.Say($"{name}さん、はじめまして", $"Hello {name}")
            : tongue.Say("はじめまして", "Hello");
        return Greet(customer, title, [
            Card.Text(tongue.Say(
                "友だち追加ありがとうございます。データ残量の確認、データプレゼント、マイページ、お問い合わせを、メニューのタップだけでご利用いただけます。",
                "Thank you for adding us. Your remaining data, data presents, My Page and inquiries are one tap away in the menu below.")),
            .. TwoLinks(tongue),
        ]);
    }

    public Message WelcomeBack(Customer customer)
    {
        var tongue = customer.Tongue;
        var title = customer.DisplayName is { Length: > 0 } name
            ? tongue.Say($"{name}さん、おかえりなさい", $"Welcome back, {name}")
            : tongue.Say("おかえりなさい", "Welcome back");
        return Greet(customer, title, customer.LinkState == LinkState.None ? TwoLinks(tongue) : [Card.Text(Kept(customer))]);
    }

    /// <summary>Nobody's language is known in a group, so both stand in the one sentence.</summary>
    public Message OneToOneOnly() =>
        new TextMessage(
            "お招きいただきありがとうございます。恐れ入りますが、このアカウントは1対1のトークでのみご利用いただけます。"
            + " (Thank you for inviting me; this account works in one-to-one chats only.)");

    private static IReadOnlyList<FlexComponent> TwoLinks(Tongue tongue) =>
    [
        Card.Text(tongue.Say(
            "契約者連携：ご契約者さまの連携です。マイページに、IDとパスワードの入力なしで入れます。",
            "Contractor link: for contract holders. Opens My Page without typing an ID or a password.")),
        Card.Text(tongue.Say(
            "利用者連携：回線をお使いの方の連携です。データ残量の確認とデータプレゼントが使えます。",
            "User link: for whoever uses a subscription. Shows its remaining data and allows data presents.")),
        Card.Note(tongue.Say("どちらの連携も、いつでも解除できます。", "Either link can be undone at any time.")),
    ];

    private static string Kept(Customer customer) => customer.LinkState switch
    {
        LinkState.Contractor => customer.Tongue.Say("契約者連携は、これまでどおりお使いいただけます。", "Your contractor link is as you left it."),
        LinkState.User => customer.Tongue.Say("利用者連携は、これまでどおりお使いいただけます。", "Your user link is as you left it."),
        _ => customer.Tongue.Say("契約者連携と利用者連携は、これまでどおりお使いいただけます。", "Your contractor link and user link are as you left them."),
    };

    /// <summary>With the links that are still missing as buttons.</summary>
    private static FlexMessage Greet(Customer customer, string title, IReadOnlyList<FlexComponent> body)
    {
        var tongue = customer.Tongue;
        var buttons = new List<FlexButton>();
        if (!customer.IsContractHolder)
            buttons.Add(Card.Primary(LockedTile.StartContractorLink(tongue)));
        if (customer.SubscriptionId is null)
            buttons.Add(Card.Primary(LockedTile.StartUserLink(tongue)));
        buttons.Add(Card.Other(Card.Tap(tongue.Say("トークで問い合わせ", "Talk inquiry"), Postback.To(Tiles.TalkInquiry))));
        return Card.Message(title, body, [.. buttons]) with { QuickReply = TileQuickReplies.In(tongue) };
    }
}

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
                "友だち追加ありがとうございます。ご用件は、下のメニューのタップだけで済みます。",
                "Thank you for adding us. Everything is one tap away in the menu below.")),
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

    public Message GreetBack(Customer customer)
    {
        var tongue = customer.Tongue;
        var hello = customer.DisplayName is { Length: > 0 } name
            ? tongue.Say($"{name}さん、こんにちは😊", $"Hello {name} 😊")
            : tongue.Say("こんにちは😊", "Hello 😊");
        return new TextMessage(hello + tongue.Say(
            "\nご用件を、下のボタンかメニューからお選びください。「あと何ギガ？」のように、そのまま送っていただくこともできます。",
            "\nPlease choose from the buttons or the menu below, or just write, such as “data left”."))
        {
            QuickReply = TileQuickReplies.In(tongue),
        };
    }

    /// <summary>Nobody's language is known in a group, so both stand in the one sentence.</summary>
    public Message OneToOneOnly() =>
        new TextMessage(
            "お招きいただきありがとうございます。恐れ入りますが、このアカウントは1対1のトークでのみご利用いただけます。"
            + " (Thank you for inviting me; this account works in one-to-one chats only.)");

    private static IReadOnlyList<FlexComponent> TwoLinks(Tongue tongue) =>
    [
        Card.Note(tongue.Say(
            "契約者連携：マイページに、IDとパスワードの入力なしで入れます。",
            "Contractor link, for contract holders: My Page without an ID or a password.")),
        Card.Note(tongue.Say(
            "利用者連携：回線をお使いの方が、データ残量の確認とデータプレゼントを使えます。",
            "User link, for whoever uses a subscription: data remaining and data presents.")),
        Card.Note(tongue.Say("どちらも、いつでも解除できます。", "Either can be undone at any time.")),
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
            buttons.Add(Low(LockedTile.StartContractorLink(tongue)));
        if (customer.SubscriptionId is null)
            buttons.Add(Low(LockedTile.StartUserLink(tongue)));
        var message = Card.Message(title, body, [.. buttons]) with { QuickReply = TileQuickReplies.In(tongue) };
        return message is { Contents: FlexBubble { Footer: { } footer } bubble }
            ? message with { Contents = bubble with { Footer = footer with { Spacing = "lg" } } }
            : message;
    }

    /// <summary>Both links are as good a start: two buttons of one kind, lower and farther apart so that a thumb hits the one it means.</summary>
    private static FlexButton Low(LineAction action) => Card.Primary(action) with { Height = FlexButtonHeight.Small };
}

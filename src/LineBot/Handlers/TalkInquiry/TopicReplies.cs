using Line.Messaging;
using LineBot.Accounts;
using LineBot.Data;
using LineBot.Language;
using LineBot.RichMenu;
using Microsoft.Extensions.Options;

namespace LineBot.Handlers.TalkInquiry;

/// <summary>What can be answered at once, from what the catalogue and the configuration say at this moment.</summary>
public sealed class TopicReplies(PlanStore plans, TalkInquiryReplies inquiry, IOptions<DataPolicy> policy)
{
    private const string Plans = "plans";
    private const string Present = "data-present";
    private const string Links = "linking";
    private const string Hours = "hours";

    /// <summary>The topics that a customer may read: prices are the contract holder's business, not their child's.</summary>
    public static IEnumerable<LineAction> ChoicesFor(Customer customer)
    {
        var tongue = customer.Tongue;
        if (MayReadPrices(customer))
            yield return Choice(tongue.Say("料金プラン", "Plans and prices"), Plans);
        yield return Choice(tongue.Say("データプレゼントのルール", "Rules of data presents"), Present);
        yield return Choice(tongue.Say("契約者連携・利用者連携とは", "What the two links are"), Links);
        yield return Choice(tongue.Say("担当者の受付時間", "When people answer"), Hours);
    }

    public Message About(Turn turn, string? topic) => topic switch
    {
        Plans when MayReadPrices(turn.Customer) => AboutPlans(turn),
        Plans => Answer(turn, turn.Tongue.Say("料金プラン", "Plans and prices"), [turn.Tongue.Say(
            "料金のご案内は、ご契約者さまにお伝えしています。ご契約者さまにお尋ねください。",
            "Prices are for the contract holder to see. Please ask them.")]),
        Present => AboutPresents(turn),
        Links => AboutLinks(turn),
        Hours => Answer(turn, turn.Tongue.Say("担当者の受付時間", "When people answer"), [inquiry.WhenPeopleAreThere(turn.Tongue, turn.Now)]),
        _ => inquiry.Topics(turn.Customer),
    };

    private FlexMessage AboutPlans(Turn turn)
    {
        var tongue = turn.Tongue;
        var offered = plans.Offered(turn.Tx);
        var title = tongue.Say("料金プラン", "Plans and prices");
        if (offered.Count == 0)
            return Answer(turn, title, [tongue.Say("ただいまお申し込みいただけるプランはありません。", "No plan is on sale at the moment.")]);
        return Answer(turn, title, [
            string.Join('\n', offered.Select(plan => tongue.Say($"{plan.NameJa}　", $"{plan.NameEn}: ") + tongue.Yen(plan.MonthlyYen))),
            tongue.Say("月額・税込です。", "Per month, tax included."),
        ]);
    }

    private FlexMessage AboutPresents(Turn turn)
    {
        var (tongue, rules) = (turn.Tongue, policy.Value);
        var (close, open) = (DayWords.TimeOf(rules.PresentsCloseAt), DayWords.TimeOf(rules.PresentsOpenAt));
        return Answer(turn, tongue.Say("データプレゼントのルール", "Rules of data presents"), [
            tongue.Say(
                $"今月の基本データの残りを、{tongue.Data(rules.PresentUnitKb)}単位でほかの回線に贈れます。",
                $"What is left of this month's plan data can be given to another subscription in steps of {tongue.Data(rules.PresentUnitKb)}."),
            tongue.Say("贈る方と受け取る方の、両方の利用者連携が必要です。", "Both giver and receiver need the user link."),
            tongue.Say(
                $"お一人に贈れるのは、1か月に贈る方のプラン容量の{rules.PresentLimitPercent}%までです。",
                $"One receiver can be given at most {rules.PresentLimitPercent}% of the giver's plan volume in a month."),
            tongue.Say(
                $"月末の{close}から翌月1日の{open}までは贈れません。",
                $"Presents rest from {close} on the last day of the month until {open} on the 1st (JST)."),
        ]);
    }

    private static FlexMessage AboutLinks(Turn turn)
    {
        var tongue = turn.Tongue;
        return Card.Message(
            tongue.Say("契約者連携・利用者連携とは", "What the two links are"),
            [
                Card.Text(tongue.Say(
                    "契約者連携：ログインIDとパスワードで一度だけ連携します。そのあとは、マイページに入力なしで入れます。",
                    "Contractor link: made once with the login ID and password. My Page then opens without typing either.")),
                Card.Text(tongue.Say(
                    "利用者連携：マイページにある回線ごとの利用コードで連携します。データ残量の確認とデータプレゼントが使えます。",
                    "User link: made with the subscription's user code, which is in My Page. Shows the remaining data and allows data presents.")),
                Card.Note(tongue.Say("どちらの連携も、いつでも解除できます。", "Either link can be undone at any time.")),
            ],
            [Card.Primary(Card.Tap(tongue.Say("契約者連携・利用者連携へ", "Go to the links"), Postback.To(Tiles.Linking))), .. WaysOn(tongue)]);
    }

    private static FlexMessage Answer(Turn turn, string title, IReadOnlyList<string> paragraphs) =>
        Card.Message(title, [.. paragraphs.Select(Card.Text)], [.. WaysOn(turn.Tongue)]);

    private static IEnumerable<FlexButton> WaysOn(Tongue tongue) =>
    [
        Card.Other(Card.Tap(tongue.Say("ほかの質問を見る", "Other topics"), Postback.To("talk-inquiry/start"))),
        Card.Other(TalkInquiryReplies.WriteAction(tongue)),
    ];

    private static PostbackAction Choice(string label, string topic) => Card.Tap(label, Postback.To("talk-inquiry/topic", ("id", topic)));

    private static bool MayReadPrices(Customer customer) => customer.LinkState != LinkState.User;
}

using Line.Messaging;
using LineBot.Accounts;
using LineBot.Campaigns;
using LineBot.Language;
using LineBot.RichMenu;

namespace LineBot.Handlers.AddInvite;

public sealed class InvitationReplies(InvitationAddresses addresses, ApplyAddresses applications)
{
    /// <param name="reward">What both get; null when there is nothing at present.</param>
    public Message Invitation(Customer inviter, Invitation invitation, Campaign? reward, DateTimeOffset expiresAt)
    {
        var tongue = inviter.Tongue;
        return Card.Message(
            tongue.Say("あなたの招待リンク", "Your invitation link"),
            [
                Card.Text(reward is null
                    ? tongue.Say("LINEの友だちに送って、お申し込みに招待できます。", "Send it to a friend in LINE to invite them.")
                    : tongue.Say(
                        $"お友だちがこのリンクからご契約になると、お二人に{reward.Worth(tongue)}の特典があります。",
                        $"When a friend signs through this link, you both get {reward.Worth(tongue)}.")),
                Card.Fact(tongue.Say("招待コード", "Invitation code"), invitation.Code),
                Card.Fact(tongue.Say("有効期限", "Good until"), tongue.DayAndTime(expiresAt)),
                Card.Fact(tongue.Say("ページのお名前", "Name on its page"), NameOn(tongue, inviter, invitation)),
                Card.Note(tongue.Say(
                    "1つのリンクで1人がご契約いただけます。新しいリンクは1日に1つ発行できます。",
                    "One link is good for one friend; you can have one new link a day.")),
            ],
            Card.Primary(new UriAction(tongue.Say("友だちに送る", "Send to a friend"), addresses.ShareScreen(tongue, invitation.Code))),
            Card.Other(new ClipboardAction(tongue.Say("リンクをコピー", "Copy the link"), addresses.Page(invitation.Code))),
            Card.Other(Card.Tap(
                invitation.ShowsName ? tongue.Say("名前を表示しない", "Hide my name") : tongue.Say("名前を表示する", "Show my name"),
                Postback.To(InvitationHandler.Name, ("code", invitation.Code), ("shows", invitation.ShowsName ? "no" : "yes")))),
            StatusButton(tongue));
    }

    public Message UsedToday(Tongue tongue) => Card.Message(
        tongue.Say("今日の招待リンクは使われました", "Today's link has been used"),
        [
            Card.Text(tongue.Say(
                "今日の招待リンクで、お友だちがお申し込みになりました。新しいリンクは、明日またここから発行できます。",
                "A friend has applied with today's invitation link. You can have a new one here tomorrow.")),
        ],
        StatusButton(tongue));

    public Message Status(Tongue tongue, IReadOnlyList<(InvitationStatus Invitation, InvitationStage Stage)> invitations, IReadOnlyList<Reward> own) => Card.Message(
        tongue.Say("招待と特典の状況", "Invitations and rewards"),
        [
            .. invitations.Count == 0
                ? [Card.Text(tongue.Say("招待リンクは、まだ発行されていません。", "You have issued no invitation yet."))]
                : (IEnumerable<FlexComponent>)
                [
                    Card.Text(tongue.Say("発行した招待リンク", "Links you issued")),
                    .. invitations.Select(one => Line(tongue.Day(JapanTime.DayOf(one.Invitation.IssuedAt)), tongue.Stage(one.Invitation, one.Stage))),
                ],
            .. own.Count == 0
                ? []
                : (IEnumerable<FlexComponent>)
                [
                    new FlexSeparator { Margin = "lg" },
                    Card.Text(tongue.Say("あなたの特典", "Your rewards")),
                    .. own.Select(reward => Line($"{reward.Name(tongue)} {reward.Worth(tongue)}", tongue.Standing(reward.State, reward.GrantOn))),
                ],
        ],
        Card.Other(Card.Tap(tongue.Say("友だちを招待する", "Invite a friend"), Postback.To(InvitationHandler.Invite))));

    /// <param name="link">The token by which the application page knows the account.</param>
    public Message Accepted(Tongue tongue, string code, string link, Campaign? reward) => Card.Message(
        tongue.Say("招待コードを確認しました", "Your invitation is good"),
        [
            Card.Text(tongue.Say("下のボタンから、プランを選んでお申し込みいただけます。", "Choose a plan and apply with the button below.")),
            .. reward is null
                ? []
                : (IEnumerable<FlexComponent>)
                [
                    Card.Fact(reward.Name(tongue), reward.Worth(tongue)),
                    Card.Note(tongue.Say(
                        "特典の受け取りには、ご契約のあとの契約者連携が必要です。",
                        "The reward needs the contractor link, which you make once the contract has begun.")),
                ],
        ],
        Card.Primary(new UriAction(tongue.Say("申し込む", "Apply"), applications.Apply(tongue, link, code))));

    public Message Refused(Tongue tongue, CodeFault fault) => Card.Message(
        tongue.Say("この招待コードは使えません", "This invitation cannot be used"),
        tongue.WhyRefused(fault),
        Card.Other(Card.Tap(tongue.Say("追加申込・招待", "Sign up & invite"), Postback.To(Tiles.AddInvite))));

    public Message TooMany(Tongue tongue, DateTimeOffset tryAgainAt) => Card.Message(
        tongue.Say("しばらくお待ちください", "Please wait a little"),
        tongue.Say(
            $"コードのまちがいが続きました。{tongue.DayAndTime(tryAgainAt)} からもう一度お試しください。",
            $"There were too many wrong codes. Please try again from {tongue.DayAndTime(tryAgainAt)}."));

    private static string NameOn(Tongue tongue, Customer inviter, Invitation invitation) =>
        invitation.ShowsName && inviter.DisplayName is { Length: > 0 } name ? name : tongue.Say("表示しない", "not shown");

    /// <summary>A name with what became of it below: both are too long to stand side by side.</summary>
    private static FlexBox Line(string name, string state) =>
        FlexBox.Vertical(Card.Note(name), new FlexText(state) { Size = "sm", Color = Card.Ink, Wrap = true });

    private static FlexButton StatusButton(Tongue tongue) =>
        Card.Other(Card.Tap(tongue.Say("招待の状況を見る", "See how they stand"), Postback.To(InvitationHandler.Status)));
}

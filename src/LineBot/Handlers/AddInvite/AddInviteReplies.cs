using Line.Messaging;
using LineBot.Accounts;
using LineBot.Language;
using LineBot.RichMenu;

namespace LineBot.Handlers.AddInvite;

public sealed class AddInviteReplies(ApplyAddresses addresses)
{
    public Message Choice(Customer customer, WayToApply way)
    {
        var tongue = customer.Tongue;
        var title = tongue.Say("追加申込・招待", "Sign up & invite");
        return new FlexMessage(title, new FlexCarousel([Apply(customer, way), Invite(tongue)]));
    }

    private FlexBubble Apply(Customer customer, WayToApply way)
    {
        var tongue = customer.Tongue;
        var title = tongue.Say("追加申込", "Sign up");
        if (way.AskHolder)
        {
            return Card.Of(title, [Card.Text(tongue.Say(
                "お申し込みは、ご契約者さまに承っています。ご契約者さまは、契約者連携をするとここからお申し込みいただけます。",
                "Applications are made by contract holders. If you are one, make the contractor link first; then you can apply here."))],
                Card.Primary(LockedTile.StartContractorLink(tongue)));
        }
        if (way.FullAt is { } most)
        {
            return Card.Of(title, [Card.Text(tongue.Say(
                $"ご契約の回線は、上限の{most}回線に達しています。", $"Your contract already has {most} subscriptions, which is the most it can have."))],
                Button(tongue.Say("トークで問い合わせ", "Talk inquiry"), Tiles.TalkInquiry));
        }
        var (text, label) = customer.IsContractHolder
            ? (tongue.Say("いまのご契約に、回線を追加できます。ご家族の分もここからどうぞ。", "Add a subscription to your contract, for yourself or your family."),
                tongue.Say("回線を追加する", "Add a subscription"))
            : (tongue.Say("新しくご契約いただけます。すでにご契約の方は、先に契約者連携をすると回線の追加になります。", "Sign a new contract. If you already have one, make the contractor link first to add a subscription to it."),
                tongue.Say("申し込む", "Apply"));
        return Card.Of(title, [Card.Text(text)], Card.Primary(new UriAction(label, addresses.Apply(tongue, way.Link!))));
    }

    private static FlexBubble Invite(Tongue tongue) => Card.Of(
        tongue.Say("招待", "Invite"),
        [Card.Text(tongue.Say("招待リンクを発行して、LINEの友だちに送れます。", "Get an invitation link and send it to a friend in LINE."))],
        Button(tongue.Say("友だちを招待する", "Invite a friend"), InvitationHandler.Invite));

    private static FlexButton Button(string label, string action) => Card.Primary(Card.Tap(label, Postback.To(action)));
}

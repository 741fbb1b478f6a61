using Line.Messaging;
using LineBot.Accounts;
using LineBot.Inquiries;
using LineBot.Knowledge;
using LineBot.Language;
using LineBot.RichMenu;

namespace LineBot.Handlers.TalkInquiry;

/// <summary>The buttons below an article, without those that lead its reader nowhere.</summary>
internal static class WaysOn
{
    public static IEnumerable<LineAction> Of(Customer customer, Article article) =>
        article.Links.Where(link => Leads(customer, link)).Select(link => Action(customer.Tongue, link));

    private static bool Leads(Customer customer, string link) => link switch
    {
        Tiles.MyPage or Tiles.LinkContractor when customer.LinkState == LinkState.User => false,
        Tiles.MyPage => customer.IsContractHolder,
        Tiles.LinkContractor => !customer.IsContractHolder,
        Tiles.LinkUser => customer.SubscriptionId is null,
        Tiles.FamilyBoard => customer.IsContractHolder,
        _ => true,
    };

    private static PostbackAction Action(Tongue tongue, string link) => link switch
    {
        Tiles.LinkContractor => LockedTile.StartContractorLink(tongue),
        Tiles.LinkUser => LockedTile.StartUserLink(tongue),
        TalkActions.Connect => DeskReplies.ConnectAction(tongue),
        _ => Card.Tap(Label(tongue, link), Postback.To(link)),
    };

    private static string Label(Tongue tongue, string link) => link switch
    {
        Tiles.DataRemaining => tongue.Say("データ残量確認", "Data remaining"),
        Tiles.FamilyBoard => tongue.Say("ご家族の回線の残量", "Family's data remaining"),
        Tiles.DataPresent => tongue.Say("データプレゼント", "Data present"),
        Tiles.MyPage => tongue.Say("マイページログイン", "My Page sign-in"),
        Tiles.Linking => tongue.Say("契約者連携・利用者連携", "Contractor/user link"),
        Tiles.AddInvite => tongue.Say("追加申込・招待", "Sign up & invite"),
        Tiles.NoticeSettings => tongue.Say("お知らせの設定", "Notice settings"),
        Tiles.AgeVerification => tongue.Say("年齢認証をする", "Verify my age"),
        _ => throw new ArgumentException($"No article's button is called for '{link}'."),
    };
}

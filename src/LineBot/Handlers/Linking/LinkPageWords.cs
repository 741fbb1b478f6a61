using LineBot.Language;
using LineBot.Web;

namespace LineBot.Handlers.Linking;

internal static class LinkPageWords
{
    public static Problem Expired(Tongue tongue) => new(
        StatusCodes.Status410Gone,
        tongue.Say("この連携画面は使えません", "This link has run out"),
        tongue.Say("連携画面は、開いてから10分間、1回だけ使えます。まだ何も変更されていません。", "The sign-in page works for ten minutes, once. Nothing was changed."),
        tongue.Say(
            "LINEのトークに戻り、メニューの「契約者連携・利用者連携」からもう一度「契約者連携をする」をタップしてください。",
            "Go back to the talk in LINE, choose Linking in the menu and start the contract holder's link again."));
}

using LineBot.Accounts;
using LineBot.Language;

namespace LineBot.Web;

internal static class SignInProblems
{
    /// <summary>To whoever was signed in until the link ended, as by a second tap on the button that undid it.</summary>
    public static Problem Unlinked(Tongue tongue) => new(
        StatusCodes.Status401Unauthorized,
        tongue.Say("連携は解除されています", "The link is undone"),
        tongue.Say(
            "サインインのあとで、この画面に必要な連携が解除または変更されました。そのため、この画面は使えません。",
            "The link that this page needs was undone or moved since you signed in, so the page has closed."),
        tongue.Say(
            "いまの連携は、LINEのトークのメニュー「契約者連携・利用者連携」で確認できます。",
            "See your links under Linking in the menu of the talk in LINE."));

    /// <param name="path">The door that was tried: it tells which button to look for.</param>
    public static Problem Of(SignInLinkState state, string? path, Tongue tongue) => new(
        StatusCodes.Status410Gone,
        tongue.Say("このログインボタンは使えません", "This button has run out"),
        state switch
        {
            SignInLinkState.Spent => tongue.Say(
                "このボタンは、すでに使われています。ログインボタンは1回だけ使えます。",
                "It was used already. Each button works once."),
            SignInLinkState.Unlinked => tongue.Say(
                "このボタンが作られたあとで、LINEアカウントの連携が解除されています。",
                "The link of this LINE account was undone since the button was made."),
            _ => tongue.Say(
                "時間がたったため、このボタンは使えなくなりました。ログインボタンは5分間使えます。",
                "It is too old. Each button works for five minutes."),
        },
        path == SignInEndpoint.PathTo(Destination.Data)
            ? tongue.Say(
                "LINEのトークに戻り、メニューの「データ残量確認」から新しいボタンを表示してください。",
                "Go back to the talk in LINE and choose Data remaining from the menu to get a new one.")
            : tongue.Say(
                "LINEのトークに戻り、メニューの「マイページログイン」から新しいボタンを表示してください。",
                "Go back to the talk in LINE and choose My Page from the menu to get a new one."));
}

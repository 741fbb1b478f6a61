using LineBot.Accounts;
using LineBot.Language;

namespace LineBot.Web;

internal static class SignInProblems
{
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

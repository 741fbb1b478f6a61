using LineBot.Language;
using LineBot.Web;

namespace LineBot.Handlers.MyPage;

internal static class MyPageProblems
{
    public static Problem Of(SignInLinkState state, Tongue tongue) => new(
        StatusCodes.Status410Gone,
        tongue.Say("このログインボタンは使えません", "This button has run out"),
        state switch
        {
            SignInLinkState.Spent => tongue.Say(
                "このボタンは、すでに使われています。ログインボタンは1回だけ使えます。",
                "It was used already. Each button works once."),
            SignInLinkState.Unlinked => tongue.Say(
                "この契約とLINEアカウントの連携は、解除されています。",
                "The contract is no longer linked to this LINE account."),
            _ => tongue.Say(
                "時間がたったため、このボタンは使えなくなりました。ログインボタンは5分間使えます。",
                "It is too old. Each button works for five minutes."),
        },
        tongue.Say(
            "LINEのトークに戻り、メニューの「マイページログイン」から新しいボタンを表示してください。",
            "Go back to the talk in LINE and choose My Page from the menu to get a new one."));
}

using LineBot.Language;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LineBot.Web;

/// <summary>Something that kept a page from being shown: what happened, and what to do next.</summary>
public sealed record Problem(int Status, string Title, string WhatHappened, string NextStep)
{
    public RazorComponentResult<ProblemPage> ToPage() => new(new { Problem = this }) { StatusCode = Status };

    public static Problem Of(int status, Tongue tongue) => status switch
    {
        StatusCodes.Status401Unauthorized => new(
            status,
            tongue.Say("サインインが必要です", "Please sign in"),
            tongue.Say("サインインしていないか、時間がたったためサインアウトしました。", "You are not signed in, or were signed out after a while."),
            tongue.Say(
                "LINEのトークに戻り、メニューの「マイページログイン」からもう一度お入りください。",
                "Go back to the talk in LINE and choose My Page from the menu again.")),
        StatusCodes.Status403Forbidden => new(
            status,
            tongue.Say("このページは表示できません", "This page is not open to you"),
            tongue.Say("お使いのLINEアカウントでは、このページをご利用いただけません。", "It is not available to your LINE account."),
            tongue.Say(
                "LINEのトークに戻り、メニューの「契約者連携・利用者連携」で連携の状態をご確認ください。",
                "Go back to the talk in LINE and see your links under Linking in the menu.")),
        StatusCodes.Status404NotFound => new(
            status,
            tongue.Say("ページが見つかりません", "Page not found"),
            tongue.Say("アドレスが変わったか、まちがっている可能性があります。", "Its address may have changed or be mistyped."),
            tongue.Say("LINEのトークに戻り、メニューからお選びください。", "Go back to the talk in LINE and choose from the menu.")),
        StatusCodes.Status413PayloadTooLarge => new(
            status,
            tongue.Say("送信内容が大きすぎます", "That was too large"),
            tongue.Say("送られた内容が大きすぎて、受け取れませんでした。", "What was sent is too large to be taken."),
            tongue.Say("内容を短くして、もう一度お試しください。", "Make it shorter and try again.")),
        StatusCodes.Status429TooManyRequests => new(
            status,
            tongue.Say("しばらくお待ちください", "Please wait a little"),
            tongue.Say("短い間に操作がくり返されました。", "There were too many requests in a short time."),
            tongue.Say("数分おいてから、もう一度お試しください。", "Try again in a few minutes.")),
        StatusCodes.Status503ServiceUnavailable => new(
            status,
            tongue.Say("ただいま混み合っています", "We are busy right now"),
            tongue.Say("一時的にご利用いただけません。送信の途中だったときは、受け付けられていないことがあります。",
                "The service is not available for the moment. What you were sending may not have been taken."),
            tongue.Say("数分おいてから、同じ画面でもう一度お試しください。お申し込みやご購入が二重になることはありません。",
                "Try again from the same page in a few minutes. Nothing is ordered or bought twice by that.")),
        >= 500 => new(
            status,
            tongue.Say("エラーが発生しました", "Something went wrong"),
            tongue.Say("こちらの不具合で、ページを表示できませんでした。", "The page could not be shown because of a fault on our side."),
            tongue.Say(
                "少しおいてもう一度お試しください。続くときは、トークのメニューの「トークで問い合わせ」からお知らせください。",
                "Try again in a while. If it goes on, tell us through Talk inquiry in the menu.")),
        _ => StaleForm(tongue) with { Status = status },
    };

    /// <summary>A form that was open too long, was sent twice after signing out, or did not come from our page.</summary>
    public static Problem StaleForm(Tongue tongue) => new(
        StatusCodes.Status400BadRequest,
        tongue.Say("画面の有効期限が切れました", "This screen has expired"),
        tongue.Say("時間がたったため、送信を受け付けられませんでした。何も変更されていません。", "It was open for too long, so what you sent was not taken. Nothing was changed."),
        tongue.Say("LINEのトークに戻り、メニューからもう一度お試しください。", "Go back to the talk in LINE and start again from the menu."));
}

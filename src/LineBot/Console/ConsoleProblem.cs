using LineBot.Language;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LineBot.Console;

/// <summary>What kept a page of the console from being shown, for those who work with it.</summary>
public sealed record ConsoleProblem(string Title, string WhatHappened, string NextStep)
{
    public static IResult Page(int status, Tongue tongue) =>
        new RazorComponentResult<ConsoleProblemPage>(new { Problem = Of(status, tongue), Tongue = tongue, Status = status }) { StatusCode = status };

    private static ConsoleProblem Of(int status, Tongue tongue) => status switch
    {
        StatusCodes.Status401Unauthorized => new(
            tongue.Say("サインインが必要です", "Please sign in"),
            tongue.Say("サインインしていないか、時間がたったためサインアウトしました。送信した内容は反映されていません。", "You are not signed in, or were signed out after a while. What you sent was not taken."),
            tongue.Say("サインインしてから、もう一度行ってください。", "Sign in and do it again.")),
        StatusCodes.Status403Forbidden => new(
            tongue.Say("権限がありません", "Not within your role"),
            tongue.Say("この画面は、あなたの役割では利用できません。", "Your role does not include this page."),
            tongue.Say("必要なときは、管理者に役割の変更を依頼してください。", "If you need it, ask an administrator for another role.")),
        StatusCodes.Status404NotFound => new(
            tongue.Say("見つかりません", "Not found"),
            tongue.Say("その番号のものがないか、アドレスがまちがっています。", "There is nothing of that number, or the address is mistyped."),
            tongue.Say("一覧から選び直してください。", "Choose it from its list.")),
        StatusCodes.Status413PayloadTooLarge => new(
            tongue.Say("送信内容が大きすぎます", "That was too large"),
            tongue.Say("大きすぎて受け取れませんでした。", "It is too large to be taken."),
            tongue.Say("短くして、もう一度送ってください。", "Make it shorter and send it again.")),
        StatusCodes.Status503ServiceUnavailable => new(
            tongue.Say("データベースが応答しません", "The store does not answer"),
            tongue.Say("一時的に利用できません。直前の操作は、保存されていないことがあります。",
                "It is not available for the moment. What you have just done may not have been kept."),
            tongue.Say("少しおいて再読み込みし、直前の操作が済んでいるかを確かめてください。続くときは、サービスのログとディスクの空き容量を確認してください。",
                "Reload in a while, and look whether it is done before you do it again. If it goes on, look at the service's log and the free disk space.")),
        >= 500 => new(
            tongue.Say("エラーが発生しました", "Something went wrong"),
            tongue.Say("サービスの不具合で、画面を表示できませんでした。", "The page could not be shown because of a fault in the service."),
            tongue.Say("もう一度お試しください。詳しくはサービスのログにあります。", "Try again. The service's log has the details.")),
        _ => new(
            tongue.Say("画面の有効期限が切れました", "This screen has expired"),
            tongue.Say("時間がたったか、別の画面でサインインし直したため、送信を受け付けませんでした。何も変更されていません。", "It was open for too long, or you signed in anew elsewhere, so what you sent was not taken. Nothing was changed."),
            tongue.Say("画面を開き直して、もう一度行ってください。", "Open the page again and repeat it.")),
    };
}

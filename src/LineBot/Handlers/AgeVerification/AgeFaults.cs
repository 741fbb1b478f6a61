using LineBot.Accounts;
using LineBot.Language;

namespace LineBot.Handlers.AgeVerification;

/// <summary>Why the page is shown again: of each field, or of the whole.</summary>
public sealed record AgeFaults(int Status, string? Whole = null, string? UserCode = null, string? BirthDate = null)
{
    public static readonly AgeFaults None = new(StatusCodes.Status200OK);

    /// <summary>What was typed, as far as it can be told without asking the store; null where it can be asked.</summary>
    public static AgeFaults? InWhatWasTyped(Tongue tongue, string? digits, DateOnly? birth)
    {
        var code = digits?.Length == Accounts.UserCode.Digits
            ? null
            : tongue.Say("利用コードは16けたの数字です。", "A user code has 16 digits.");
        var date = birth is not null
            ? null
            : tongue.Say("生年月日を「1990/01/31」や「1990年1月31日」のように、西暦でご入力ください。", "Type the date of birth as year, month and day: 1990/01/31.");
        return code is null && date is null ? null : new AgeFaults(StatusCodes.Status422UnprocessableEntity, null, code, date);
    }

    public static AgeFaults Of(AgeVerdict verdict, Tongue tongue) => verdict.Result switch
    {
        AgeResult.TooManyTries => new(
            StatusCodes.Status429TooManyRequests,
            tongue.Say(
                $"入力の誤りが続いたため、一時的に受け付けを止めています。{tongue.DayAndTime(verdict.TryAgainAt!.Value)}以降にもう一度お試しください。",
                $"Too many entries were wrong, so we have paused for a while. Try again from {tongue.DayAndTime(verdict.TryAgainAt!.Value)}.")),
        AgeResult.TooYoung => new(
            StatusCodes.Status422UnprocessableEntity,
            tongue.Say(
                "18歳未満の方は、年齢確認済みにできません。利用コードは使用していないので、利用者連携にお使いいただけます。",
                "Whoever is under 18 cannot be confirmed. The user code was not used, so it still works for a user link.")),
        _ => new(StatusCodes.Status422UnprocessableEntity, UserCode: Refusal(verdict.Code, tongue)),
    };

    private static string Refusal(UserCode? code, Tongue tongue) => code switch
    {
        null => tongue.Say(
            "この利用コードは見つかりませんでした。数字をご確認ください。",
            "There is no such user code. Please check the digits."),
        { IsEnded: true } => tongue.Say(
            "この利用コードの回線は、ご解約済みのため利用できません。",
            "The subscription of this user code has ended."),
        { ReplacedAt: not null } => tongue.Say(
            "この利用コードは、新しい利用コードに変わったため使えません。最新の利用コードは、契約者の方がマイページで確認できます。",
            "This user code was replaced by a newer one. The contract holder finds the newest on My Page."),
        _ => tongue.Say(
            "この利用コードは、利用者連携で使用済みです。年齢認証には、契約者の方がマイページの「利用コードの再設定」で発行する新しい利用コードが必要です。再設定すると、いまの利用者連携は解除されます。",
            "This user code was used for a user link. Age verification needs a new one, which the contract holder gets under Re-issue user code on My Page. Re-issuing ends the present user link."),
    };
}

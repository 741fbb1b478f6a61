using LineBot.Accounts;
using LineBot.Applications;
using LineBot.Language;
using LineBot.Web;

namespace LineBot.Handlers.AddInvite;

/// <summary>The sentences of the application pages that depend on what went wrong.</summary>
internal static class ApplyWords
{
    public static Problem LateLink(Tongue tongue) => new(
        StatusCodes.Status410Gone,
        tongue.Say("このリンクはもう使えません", "This link no longer works"),
        tongue.Say("お申し込みに使用済みか、有効期限が過ぎています。", "It was used for an application, or has run out."),
        tongue.Say(
            "LINEのトークに戻り、メニューの「追加申込・招待」からもう一度お開きください。",
            "Go back to the talk in LINE and open it again from Sign up & invite in the menu."));

    public static Problem AskHolder(Tongue tongue) => new(
        StatusCodes.Status403Forbidden,
        tongue.Say("お申し込みはご契約者さまから", "Applications are made by contract holders"),
        tongue.Say("このLINEアカウントでは、利用者連携だけをされています。", "Your LINE account has the user link alone."),
        tongue.Say(
            "ご契約者さまは、LINEのトークで契約者連携をしてからお申し込みください。",
            "If you are a contract holder, make the contractor link in LINE first."));

    public static string Of(ApplicationField field, Fault fault, Tongue tongue, int lowestAge) => (field, fault) switch
    {
        (ApplicationField.Plan, _) => tongue.Say("プランをお選びください。", "Choose a plan."),
        (ApplicationField.Contract, Fault.Full) => tongue.Say(
            "このご契約の回線は上限に達しているため、追加できません。", "This contract has all the subscriptions it can have."),
        (ApplicationField.Contract, _) => tongue.Say("ご契約をお選びください。", "Choose a contract."),
        (ApplicationField.LoginId, Fault.Taken) => tongue.Say(
            "このログインIDはお使いいただけません。別のものをご入力ください。", "This login ID cannot be had. Please choose another."),
        (ApplicationField.LoginId, Fault.TooShort or Fault.TooLong) => tongue.Say(
            $"{TypedField.ShortestLoginId}〜{TypedField.LongestLoginId}文字でご入力ください。",
            $"Use {TypedField.ShortestLoginId} to {TypedField.LongestLoginId} characters."),
        (ApplicationField.LoginId, Fault.HasForbiddenCharacters) => tongue.Say(
            "英字・数字と . _ - + @ だけお使いいただけます。", "Use letters, digits and . _ - + @ only."),
        (ApplicationField.Password, Fault.TooShort) => PasswordWords.Of(PasswordFault.TooShort, tongue),
        (ApplicationField.Password, Fault.TooSimple) => PasswordWords.Of(PasswordFault.TooSimple, tongue),
        (ApplicationField.CampaignCode, Fault.NotNow) => tongue.Say("このキャンペーンは、ただいま受け付けていません。", "This campaign is not open at present."),
        (ApplicationField.CampaignCode, Fault.Full) => tongue.Say(
            "このキャンペーンは、定員に達したため受け付けを終了しました。", "This campaign has taken as many as it can."),
        (ApplicationField.CampaignCode, _) => tongue.Say("このキャンペーンコードは見つかりません。", "There is no such campaign code."),
        (ApplicationField.InvitationCode, Fault.Own) => tongue.Say("ご自分の招待コードはお使いいただけません。", "You cannot use an invitation of your own."),
        (ApplicationField.InvitationCode, Fault.Used) => tongue.Say(
            "この招待コードは、ほかのお申し込みで使われています。", "This invitation has been used for another application."),
        (ApplicationField.InvitationCode, Fault.Late) => tongue.Say(
            "この招待コードは有効期限が切れています。招待した方に、新しいリンクをお願いしてください。",
            "This invitation has run out. Ask your friend for a new one."),
        (ApplicationField.InvitationCode, Fault.IsCustomer) => tongue.Say(
            "招待コードは、はじめてご契約の方だけお使いいただけます。空欄にすると、お申し込みを続けられます。",
            "Invitations are for those who sign with us for the first time. Leave this empty to go on."),
        (ApplicationField.InvitationCode, _) => tongue.Say("この招待コードは見つかりません。", "There is no such invitation code."),
        (_, Fault.Missing) => tongue.Say("ご入力ください。", "Please fill this in."),
        (_, Fault.TooLong) => tongue.Say("長すぎます。短くしてください。", "This is too long."),
        (_, Fault.TooShort) => tongue.Say("短すぎます。省略せずにご入力ください。", "This is too short. Please write it in full."),
        (_, Fault.NotKana) => tongue.Say("カタカナでご入力ください。", "Please use katakana."),
        (_, Fault.NotADate) => tongue.Say("1990/01/31 のように、西暦でご入力ください。", "Write it like 1990/01/31."),
        (_, Fault.TooYoung) => tongue.Say($"ご契約は満{lowestAge}歳からです。", $"Contract holders are at least {lowestAge} years old."),
        (_, Fault.NotAPostalCode) => tongue.Say("7けたの数字でご入力ください。", "Write its seven digits."),
        _ => tongue.Say("使えない文字が入っています。", "There are characters in this that cannot be used."),
    };
}

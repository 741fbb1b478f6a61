using LineBot.Language;

namespace LineBot.Console.Record;

/// <summary>The record's actions in words. One without words of its own is shown by its name.</summary>
internal static class AuditWords
{
    private static readonly Dictionary<string, (string Japanese, string English)> Words = new()
    {
        ["contractor-link-made"] = ("契約者連携", "Contractor link made"),
        ["contractor-link-undone"] = ("契約者連携を解除", "Contractor link undone"),
        ["contractor-link-taken-over"] = ("契約者連携を引き継ぎ", "Contractor link taken over"),
        ["user-link-made"] = ("利用者連携", "User link made"),
        ["user-link-undone"] = ("利用者連携を解除", "User link undone"),
        ["user-link-left"] = ("利用者連携を別の回線へ変更", "User link moved"),
        ["phone-lost"] = ("端末紛失で連携を解除", "Links undone, phone lost"),
        ["user-code-reissued"] = ("利用コードを再設定", "User code re-issued"),
        ["signed-in"] = ("マイページにログイン", "Entered My Page"),
        ["data-bought"] = ("データを追加購入", "Data bought"),
        ["application-received"] = ("申込を受付", "Application received"),
        ["application-activated"] = ("申込を承認・開通", "Application activated"),
        ["application-declined"] = ("申込をお断り", "Application declined"),
        ["application-viewed"] = ("申込を閲覧", "Application viewed"),
        ["applications-viewed"] = ("申込一覧を閲覧", "Applications listed"),
        ["inquiry-viewed"] = ("お問い合わせを閲覧", "Inquiry viewed"),
        ["inquiry-taken"] = ("対応を開始", "Inquiry taken"),
        ["inquiry-handed-on"] = ("引き継ぎ", "Inquiry handed on"),
        ["inquiry-put-back"] = ("待ち列に戻す", "Inquiry put back"),
        ["inquiry-answered"] = ("返信", "Inquiry answered"),
        ["inquiry-noted"] = ("メモを記入", "Note written"),
        ["inquiry-closed"] = ("お問い合わせを終了", "Inquiry closed"),
        ["inquiry-content-viewed"] = ("画像・ファイルを閲覧", "Picture or file viewed"),
        ["inquiries-searched"] = ("履歴を検索", "Inquiries searched"),
        ["act-proposed"] = ("手続きを提案", "Act proposed"),
        ["act-agreed"] = ("提案を実行", "Act agreed to"),
        ["act-declined"] = ("提案を辞退", "Act declined"),
        ["customer-viewed"] = ("お客さま情報を閲覧", "Customer's card viewed"),
        ["customer-looked-for"] = ("お客さまを検索", "Customer looked for"),
        ["customer-exported"] = ("お客さまのデータを書き出し", "Customer's data exported"),
        ["customer-erased"] = ("お客さまのデータを消去", "Customer erased"),
        ["event-retried"] = ("イベントを再実行", "Event run again"),
        ["event-discarded"] = ("イベントを破棄", "Event discarded"),
        ["audit-viewed"] = ("操作記録を閲覧", "Record viewed"),
        ["gaps-viewed"] = ("未回答の質問を閲覧", "Gaps viewed"),
        ["canned-answer-changed"] = ("定型文を変更", "Canned answer changed"),
        ["canned-answer-removed"] = ("定型文を削除", "Canned answer removed"),
        ["console-signed-in"] = ("サインイン", "Signed in"),
        ["console-signed-out"] = ("サインアウト", "Signed out"),
        ["operator-added"] = ("担当者を追加", "Operator added"),
        ["operator-disabled"] = ("担当者を停止", "Operator disabled"),
        ["operator-enabled"] = ("担当者を再開", "Operator enabled"),
        ["operator-role-changed"] = ("役割を変更", "Role changed"),
        ["operator-password-reset"] = ("パスワードを再発行", "Password reset"),
        ["operator-password-changed"] = ("パスワードを変更", "Password changed"),
    };

    public static string Of(string action, Tongue tongue) =>
        Words.TryGetValue(action, out var words) ? tongue.Say(words.Japanese, words.English) : action;
}

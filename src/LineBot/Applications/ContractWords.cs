using LineBot.Language;

namespace LineBot.Applications;

/// <summary>What became of a row of contracts, for the operator.</summary>
public static class ContractWords
{
    /// <summary>A word that programs can rely on, or null where the row was taken.</summary>
    public static string? ReasonOf(ContractVerdict verdict) => verdict switch
    {
        ContractVerdict.Contract or ContractVerdict.Subscription or ContractVerdict.Unchanged => null,
        ContractVerdict.Differs => "differs",
        ContractVerdict.NumberTaken => "number-taken",
        ContractVerdict.LoginIdTaken => "login-id-taken",
        ContractVerdict.UnknownPlan => "unknown-plan",
        ContractVerdict.UnknownOption => "unknown-option",
        ContractVerdict.Full => "full",
        _ => "unreadable",
    };

    /// <summary>The reason as a sentence.</summary>
    /// <param name="column">The column at fault, where one is.</param>
    public static string Explain(Tongue tongue, ContractVerdict verdict, string? column) => verdict switch
    {
        ContractVerdict.Differs => tongue.Say(
            $"登録済みですが {column} が違います。登録済みの内容は変わりません。", $"It is known with another {column}. What is known stays as it is."),
        ContractVerdict.NumberTaken => tongue.Say("ほかの契約の電話番号です。", "Another contract has, or had, this number."),
        ContractVerdict.LoginIdTaken => tongue.Say(
            "審査中の申し込みか、終了した契約のログインIDです。", "An application that waits, or a contract that has ended, has this login ID."),
        ContractVerdict.UnknownPlan => tongue.Say("このIDのプランはありません。linebot catalogue show で確認できます。", "There is no such plan. See: linebot catalogue show"),
        ContractVerdict.UnknownOption => tongue.Say(
            "このIDのオプションはありません。linebot catalogue show で確認できます。", "There is no such option. See: linebot catalogue show"),
        ContractVerdict.Full => tongue.Say("この契約の回線は上限に達しています。", "This contract has all the subscriptions it can have."),
        ContractVerdict.Unreadable => column is null
            ? tongue.Say("行を読めません。", "The row cannot be read.")
            : tongue.Say($"{column} を読めません。{Form(tongue, column)}", $"{column} cannot be read. {Form(tongue, column)}"),
        _ => "",
    };

    private static string Form(Tongue tongue, string column) => column switch
    {
        "login_id" => tongue.Say("6〜64文字の英数字と . _ - + @ です。", "It has 6 to 64 letters, digits and . _ - + @."),
        "holder_kana" => tongue.Say("カタカナで書いてください。", "Write it in katakana."),
        "birth_date" => tongue.Say("1990-01-31 の形で書いてください。", "Write it like 1990-01-31."),
        "activated_on" or "age_verified_on" => tongue.Say("今日までの日を 2020-04-01 の形で書いてください。", "Write a day up to today like 2020-04-01."),
        "contracted_on" => tongue.Say("activated_on までの日を 2020-04-01 の形で書いてください。", "Write a day up to activated_on like 2020-04-01."),
        "phone_number" => tongue.Say("080-0000-0001 の形で書いてください。", "Write it like 080-0000-0001."),
        "postal_code" => tongue.Say("7けたの数字で書いてください。", "Write its seven digits."),
        "address" => tongue.Say("5〜200文字で書いてください。", "It has 5 to 200 letters."),
        "carry_over_kb" => tongue.Say($"0 から {ContractRow.MostCarryOverKb} までの整数 (KB) です。", $"Write a whole number of KB from 0 to {ContractRow.MostCarryOverKb}."),
        "password_hash" => tongue.Say("ASP.NET Core Identity (V3) のハッシュだけを受け付けます。", "Only a hash of ASP.NET Core Identity (V3) can be taken."),
        "plan" => tongue.Say("プランのIDを書いてください。", "Write the plan's id."),
        _ => tongue.Say("空でない60文字までの名前です。", "It is a name of 1 to 60 letters."),
    };
}

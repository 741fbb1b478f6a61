using LineBot.Accounts;
using LineBot.Language;

namespace LineBot.Web;

/// <summary>What pages say of a new password.</summary>
internal static class PasswordWords
{
    public static string Hint(Tongue tongue) => tongue.Say($"{PasswordRule.Shortest}文字以上", $"At least {PasswordRule.Shortest} characters");

    public static string Of(PasswordFault fault, Tongue tongue) => fault switch
    {
        PasswordFault.Missing => tongue.Say("ご入力ください。", "Please fill this in."),
        PasswordFault.TooShort => tongue.Say($"{PasswordRule.Shortest}文字以上でご入力ください。", $"Use at least {PasswordRule.Shortest} characters."),
        PasswordFault.TooLong => tongue.Say($"{PasswordRule.Longest}文字以内でご入力ください。", $"Use at most {PasswordRule.Longest} characters."),
        PasswordFault.HasForbiddenCharacters => tongue.Say("お使いいただけない文字が入っています。", "It has characters that cannot be used."),
        _ => tongue.Say("推測されやすいパスワードです。ログインIDやよくある言葉を避けてください。", "This is easy to guess. Avoid your login ID and common words."),
    };
}

using LineBot.Inquiries;
using LineBot.Language;

namespace LineBot.Handlers.TalkInquiry;

/// <summary>What a customer has to know about how a message was kept, in sentences; none where it was kept as it was.</summary>
internal static class KeepingWords
{
    public static IEnumerable<string> Of(Tongue tongue, KeepingNote note)
    {
        if (note.Covered != Secret.None)
        {
            var what = string.Join(tongue.Say("・", ", "), NamesOf(tongue, note.Covered));
            yield return tongue.Say(
                $"{what}と思われる部分は、安全のため「●」に置き換え、保存していません。",
                $"What looks like a {what} was replaced by ● for your safety and not kept.");
        }
        if (note.CutAfter is { } longest)
        {
            yield return tongue.Say(
                $"長いため、はじめの{Amounts.Number(longest)}文字までを受け付けました。続きは分けてお送りください。",
                $"The first {Amounts.Number(longest)} characters were taken. Please send the rest separately.");
        }
    }

    private static IEnumerable<string> NamesOf(Tongue tongue, Secret found)
    {
        if (found.HasFlag(Secret.CardNumber))
            yield return tongue.Say("カード番号", "card number");
        if (found.HasFlag(Secret.UserCode))
            yield return tongue.Say("利用コード", "user code");
        if (found.HasFlag(Secret.Password))
            yield return tongue.Say("パスワード", "password");
    }
}

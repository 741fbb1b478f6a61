using System.Globalization;
using LineBot.Data;
using LineBot.Language;

namespace LineBot.Handlers.DataPresent;

/// <summary>How a person is spoken of. Only those of one contract know each other's numbers.</summary>
internal static class Called
{
    /// <summary>So that a name, an amount and a number fit one button.</summary>
    private const int Longest = 16;

    public static string By(Tongue tongue, Partner? partner) => partner switch
    {
        { Name: { Length: > 0 } name } => Named(tongue, name),
        null => tongue.Say("お相手", "the other person"),
        { IsOfSameContract: false } => tongue.Say("お友だち", "your friend"),
        _ => tongue.Say($"番号の末尾が{partner.PhoneNumber[^4..]}の方", $"the number ending in {partner.PhoneNumber[^4..]}"),
    };

    public static string Named(Tongue tongue, string name) => tongue.Say($"{Short(name)}さん", Short(name));

    private static string Short(string name)
    {
        var text = new StringInfo(name);
        return text.LengthInTextElements <= Longest ? name : text.SubstringByTextElements(0, Longest - 1) + "…";
    }
}

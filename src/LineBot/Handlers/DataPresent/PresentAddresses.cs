using LineBot.Language;
using LineBot.RichMenu;
using LineBot.Web;

namespace LineBot.Handlers.DataPresent;

/// <summary>The addresses by which a present reaches somebody, and by which that somebody reaches the talk.</summary>
public sealed class PresentAddresses(PublicAddress address)
{
    public const string Path = "/data/present";

    /// <summary>What a link types into the talk, before the code.</summary>
    public const string ClaimJa = "プレゼントを受け取る";

    /// <inheritdoc cref="ClaimJa"/>
    public const string ClaimEn = "receive present";

    /// <summary>The page of a present. Whoever opens it is not known to the giver, and reads what their browser reads.</summary>
    public string Page(string code) => address.WithoutLanguage($"{Path}/{code}");

    /// <summary>LINE's share screen with a short message and the link. LINE takes addresses of up to 1,000 characters.</summary>
    public string ShareScreen(Tongue tongue, string code, long kb, DateTimeOffset expiresAt)
    {
        var text = tongue.Say(
            $"データプレゼント {tongue.Data(kb)} を贈ります。{tongue.DayAndTime(expiresAt)} までに受け取ってください。",
            $"A data present of {tongue.Data(kb)} for you. Take it by {tongue.DayAndTime(expiresAt)}:");
        return Share($"{text}\n{Page(code)}");
    }

    public static string Share(string text) => $"https://line.me/R/share?text={Uri.EscapeDataString(text)}";

    /// <summary>What claims a present when it is sent in the talk.</summary>
    public static string ClaimText(Tongue tongue, string code) => $"{tongue.Say(ClaimJa, ClaimEn)} {code}";

    /// <summary>The account's talk with the claim typed in already: who sends it there is known for sure.</summary>
    /// <param name="basicId">The account's, with its @.</param>
    public static string ClaimInTalk(Tongue tongue, string basicId, string code) =>
        $"https://line.me/R/oaMessage/{Uri.EscapeDataString(basicId)}/?{Uri.EscapeDataString(ClaimText(tongue, code))}";

    /// <summary>What follows the claim's words in a text; null where it does not begin with them. In the one form of <see cref="TypedWords"/>.</summary>
    public static string? AfterClaim(string text)
    {
        var typed = TypedWords.Normalise(text);
        foreach (var words in (string[])[TypedWords.Normalise(ClaimJa), TypedWords.Normalise(ClaimEn)])
        {
            if (typed.StartsWith(words, StringComparison.Ordinal))
                return typed[words.Length..];
        }
        return null;
    }
}

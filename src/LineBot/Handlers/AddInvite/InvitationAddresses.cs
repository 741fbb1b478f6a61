using LineBot.Campaigns;
using LineBot.Language;
using LineBot.RichMenu;
using LineBot.Web;
using Microsoft.Extensions.Options;

namespace LineBot.Handlers.AddInvite;

/// <summary>The addresses by which an invitation reaches somebody, and by which that somebody reaches the talk.</summary>
public sealed class InvitationAddresses(PublicAddress address, IOptions<WebOptions> web)
{
    public const string Path = "/apply/invited";

    /// <summary>What the page types into the talk, before the code.</summary>
    public const string AcceptJa = "招待コード";

    /// <inheritdoc cref="AcceptJa"/>
    public const string AcceptEn = "invitation code";

    /// <summary>The page of an invitation. The invited read what their browser reads.</summary>
    public string Page(string code) => address.WithoutLanguage($"{Path}/{code}");

    /// <summary>LINE's share screen with a short invitation. LINE takes addresses of up to 1,000 characters.</summary>
    public string ShareScreen(Tongue tongue, string code)
    {
        var name = web.Value.ServiceName;
        var text = tongue.Say($"{name}への招待です。プランと特典はこちら。", $"An invitation to {name}. Plans and the reward:");
        return $"https://line.me/R/share?text={Uri.EscapeDataString($"{text}\n{Page(code)}")}";
    }

    /// <summary>What accepts an invitation when it is sent in the talk.</summary>
    public static string AcceptText(Tongue tongue, string code) => $"{tongue.Say(AcceptJa, AcceptEn)} {code}";

    /// <summary>The account's talk with the acceptance typed in already: who sends it there is known for sure.</summary>
    /// <param name="basicId">The account's, with its @.</param>
    public static string AcceptInTalk(Tongue tongue, string basicId, string code) =>
        $"https://line.me/R/oaMessage/{Uri.EscapeDataString(basicId)}/?{Uri.EscapeDataString(AcceptText(tongue, code))}";

    /// <summary>The code of a text that accepts; null where it is no such text.</summary>
    public static string? CodeIn(string text)
    {
        var typed = TypedWords.Normalise(text);
        foreach (var words in (string[])[TypedWords.Normalise(AcceptJa), TypedWords.Normalise(AcceptEn)])
        {
            if (typed.StartsWith(words, StringComparison.Ordinal) && typed[words.Length..].ToUpperInvariant() is var code && InvitationStore.IsWritten(code))
                return code;
        }
        return null;
    }
}

using LineBot.Language;
using LineBot.Web;
using Microsoft.Extensions.Options;

namespace LineBot.Handlers.AddInvite;

/// <summary>The addresses that this room gives to customers.</summary>
public sealed class ApplyAddresses(PublicAddress address, IOptions<WebOptions> web)
{
    /// <summary>The application page for the account that has the link's token.</summary>
    public string Apply(Tongue tongue, string link) => address.Of("/apply", tongue, ("link", link));

    /// <summary>The application page for whoever was invited.</summary>
    public string Invited(Tongue tongue, string code) => address.Of("/apply", tongue, ("invite", code));

    /// <summary>LINE's share screen with a short invitation. LINE takes addresses of up to 1,000 characters.</summary>
    public string Share(Tongue tongue, string code)
    {
        var name = web.Value.ServiceName;
        var text = tongue.Say($"{name}への招待です。ここからお申し込みいただけます。", $"An invitation to {name}. You can apply here:");
        return "https://line.me/R/share?text=" + Uri.EscapeDataString($"{text}\n{Invited(tongue, code)}");
    }
}

using LineBot.Language;
using LineBot.Web;

namespace LineBot.Handlers.AddInvite;

/// <summary>The addresses of the application page.</summary>
public sealed class ApplyAddresses(PublicAddress address)
{
    /// <summary>The page for the account that has the link's token.</summary>
    /// <param name="invitation">The code that it is filled in with, or null.</param>
    public string Apply(Tongue tongue, string link, string? invitation = null) =>
        invitation is null ? address.Of("/apply", tongue, ("link", link)) : address.Of("/apply", tongue, ("link", link), ("invite", invitation));

    /// <summary>A step of it, from within the pages.</summary>
    internal static string Step(ApplyStep step, string link, Tongue tongue)
    {
        var address = $"/apply?step={step.Word()}&{PageTongue.Parameter}={tongue.Code}";
        return link.Length == 0 ? address : $"{address}&link={Uri.EscapeDataString(link)}";
    }
}

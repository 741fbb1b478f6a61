using LineBot.Language;

namespace LineBot.Web;

/// <summary>The language of a page: what its link says, else what the signed-in customer reads, else what the browser asks for.</summary>
public static class PageTongue
{
    /// <summary>The query parameter that the bot's buttons carry, so that a page speaks like the talk it was opened from.</summary>
    public const string Parameter = "lang";

    /// <summary>The claim of a signed-in customer.</summary>
    public const string Claim = "lang";

    public static Tongue Of(HttpContext context)
    {
        var said = context.Request.Query[Parameter].ToString();
        if (said.Length == 0)
            said = context.User.FindFirst(Claim)?.Value ?? FirstChoice(context.Request.Headers.AcceptLanguage.ToString());
        return Tongue.Of(said);
    }

    private static string FirstChoice(string acceptLanguage) =>
        acceptLanguage.Split([',', ';'], 2)[0].Trim();
}

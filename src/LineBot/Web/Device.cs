namespace LineBot.Web;

/// <summary>What a browser says it runs on, roughly: enough for its owner to recognise, too little to tell people apart.</summary>
internal static class Device
{
    // The first that fits: an iPad calls itself a Mac as well, LINE's browser calls itself Safari or Chrome as well.
    private static readonly (string Mark, string Name)[] Systems =
        [("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("CrOS", "ChromeOS"), ("Macintosh", "Mac"), ("Linux", "Linux")];

    private static readonly (string Mark, string Name)[] Browsers =
        [(" Line/", "LINE"), ("Edg", "Edge"), ("SamsungBrowser/", "Samsung Internet"), ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"),
            ("CriOS/", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];

    /// <summary>"iPhone (LINE)"; empty when the browser says nothing that is known.</summary>
    public static string Of(HttpContext context)
    {
        var agent = context.Request.Headers.UserAgent.ToString();
        return (NameIn(Systems, agent), NameIn(Browsers, agent)) switch
        {
            (null, var browser) => browser ?? "",
            (var system, null) => system,
            var (system, browser) => $"{system} ({browser})",
        };
    }

    private static string? NameIn((string Mark, string Name)[] known, string agent) =>
        Array.Find(known, one => agent.Contains(one.Mark, StringComparison.Ordinal)).Name;
}

using System.Text;

namespace LineBot.Simulator.Browser;

/// <summary>The real site's answer, changed so that it stays in the phone's frame.</summary>
internal static class MirrorResponse
{
    private const int LargestPage = 8 * 1024 * 1024;

    private static readonly HashSet<string> Dropped = new(StringComparer.OrdinalIgnoreCase)
    {
        "Set-Cookie", "X-Frame-Options", "Strict-Transport-Security", "Connection", "Keep-Alive", "Transfer-Encoding", "Content-Length", "Location",
        "Content-Security-Policy", "Cross-Origin-Opener-Policy", "Cross-Origin-Embedder-Policy", "Cross-Origin-Resource-Policy",
    };

    public static async Task CopyAsync(HttpResponseMessage response, HttpContext context, InAppBrowser browser)
    {
        var page = response.RequestMessage!.RequestUri!;
        var to = context.Response;
        to.StatusCode = (int)response.StatusCode;
        foreach (var (name, values) in response.Headers.Concat(response.Content.Headers))
        {
            if (!Dropped.Contains(name))
                to.Headers.Append(name, values.ToArray());
        }
        foreach (var cookie in Values(response, "Set-Cookie"))
            browser.Cookies.Keep(page, cookie);
        foreach (var policy in Values(response, "Content-Security-Policy"))
            to.Headers.Append("Content-Security-Policy", await LocalPolicyAsync(PageText.WithoutFrameBan(policy), browser));
        if (response.Headers.Location is { } location)
            to.Headers.Location = (await browser.LocalAsync(new Uri(page, location))).AbsoluteUri;
        await CopyBodyAsync(response, context, browser, page);
    }

    private static async Task CopyBodyAsync(HttpResponseMessage response, HttpContext context, InAppBrowser browser, Uri page)
    {
        var isShown = MirrorRequest.IsNavigation(context.Request) && (int)response.StatusCode is not (>= 300 and < 400 or 204);
        if (response.Content.Headers.ContentType?.MediaType != "text/html" || response.Content.Headers.ContentLength > LargestPage)
        {
            if (isShown)
                browser.Reached(page, null);
            await response.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
            return;
        }
        var html = await response.Content.ReadAsStringAsync(context.RequestAborted);
        if (isShown)
            browser.Reached(page, PageText.TitleOf(html));
        var local = new Dictionary<Uri, string>();
        foreach (var address in PageText.Addresses(html))
            local[address] = (await browser.LocalAsync(address)).AbsoluteUri;
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(PageText.Rewrite(html, local.GetValueOrDefault)), context.RequestAborted);
    }

    /// <summary>A policy names sites; on the phone they have other addresses.</summary>
    private static async Task<string> LocalPolicyAsync(string policy, InAppBrowser browser)
    {
        var words = policy.Split(' ');
        for (var index = 0; index < words.Length; index++)
        {
            if (Uri.TryCreate(words[index].TrimEnd(';'), UriKind.Absolute, out var site) && site.IsLoopback && site.Scheme == "http")
                words[index] = (await browser.LocalAsync(site)).GetLeftPart(UriPartial.Authority) + (words[index].EndsWith(';') ? ";" : "");
        }
        return string.Join(' ', words);
    }

    private static IEnumerable<string> Values(HttpResponseMessage response, string header) =>
        response.Headers.TryGetValues(header, out var values) ? values : [];
}

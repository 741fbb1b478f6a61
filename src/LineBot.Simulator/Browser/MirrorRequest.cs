using System.Net.Http.Headers;
using LineBot.Simulator.Platform;

namespace LineBot.Simulator.Browser;

/// <summary>The request of a phone's frame as the phone itself would send it to the real site.</summary>
internal static class MirrorRequest
{
    private static readonly HashSet<string> Dropped = new(StringComparer.OrdinalIgnoreCase)
    {
        "Host", "Cookie", "Connection", "Keep-Alive", "Upgrade", "Transfer-Encoding", "Accept-Encoding", "Accept-Language", "User-Agent",
        "If-None-Match", "If-Modified-Since", LinePlatform.OpenedByHeader,
    };

    /// <summary>Whether a page is asked for, and not a part of one.</summary>
    public static bool IsNavigation(HttpRequest request) => request.Headers["Sec-Fetch-Mode"] == "navigate";

    public static HttpRequestMessage Of(HttpRequest original, Uri address, InAppBrowser browser)
    {
        var request = new HttpRequestMessage(new HttpMethod(original.Method), address);
        if (original.ContentLength > 0 || original.Headers.TransferEncoding.Count > 0)
            request.Content = new StreamContent(original.Body);
        foreach (var (name, values) in original.Headers)
        {
            if (Dropped.Contains(name) || name.StartsWith("Sec-", StringComparison.OrdinalIgnoreCase))
                continue;
            var header = name is "Origin" or "Referer" ? [Real(values.ToString(), name, browser)] : values.ToArray();
            if (!request.Headers.TryAddWithoutValidation(name, header))
                request.Content?.Headers.TryAddWithoutValidation(name, header);
        }
        if (browser.Cookies.For(address) is { } cookies)
            request.Headers.Add("Cookie", cookies);
        request.Headers.TryAddWithoutValidation("User-Agent", "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Safari Line/15.20.0");
        request.Headers.AcceptLanguage.Add(new StringWithQualityHeaderValue(browser.Identity.Language));
        if (address.Authority == browser.Identity.Home.Authority)
            request.Headers.Add(LinePlatform.OpenedByHeader, browser.Identity.LineUserId);
        return request;
    }

    private static string Real(string value, string name, InAppBrowser browser) =>
        !Uri.TryCreate(value, UriKind.Absolute, out var local) ? value
        : name == "Origin" ? browser.Real(local).GetLeftPart(UriPartial.Authority)
        : browser.Real(local).AbsoluteUri;
}

using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace LineBot.Simulator.Platform;

/// <summary>
/// Fetches the pages that texts link to, as LINE does for the small preview under a message: before anybody has opened the link,
/// without cookies, as nobody. A link that does its work when it is fetched has done it by then. Only pages of this machine are fetched.
/// </summary>
internal sealed partial class LinkPreviews(LinePlatform platform) : IDisposable
{
    public const string UserAgent = "facebookexternalhit/1.1;line-poker/1.0";

    private const int MostLinks = 5;
    private const int MostHops = 4;
    private const int LargestPage = 64 * 1024;

    private readonly CancellationTokenSource _stopping = new();
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false })
    {
        Timeout = TimeSpan.FromSeconds(5),
    };

    /// <summary>Looks at the links of a text that was sent, in the background.</summary>
    public void Look(string? text)
    {
        if (text is null || platform.Faults.NoNetwork)
            return;
        foreach (var link in Link().Matches(text).Select(match => match.Value).Distinct().Take(MostLinks))
        {
            if (Uri.TryCreate(link, UriKind.Absolute, out var address) && address.IsLoopback)
                _ = FetchAsync(address);
        }
    }

    public void Dispose()
    {
        _stopping.Cancel();
        _http.Dispose();
        _stopping.Dispose();
    }

    private async Task FetchAsync(Uri link)
    {
        var stopping = _stopping.Token;
        var at = platform.Clock.GetUtcNow();
        // Off the caller's thread, which holds the platform's lock.
        await Task.Yield();
        var (status, title) = await ReadAsync(link, stopping);
        platform.Record.Add(number => new LinkPreview(number, at, link, status, title));
    }

    private async Task<(int? Status, string? Title)> ReadAsync(Uri link, CancellationToken stopping)
    {
        try
        {
            for (var (address, hops) = (link, 1); ; hops++)
            {
                using var response = await GetAsync(address, stopping);
                if ((int)response.StatusCode is < 300 or >= 400 || response.Headers.Location is not { } location || hops == MostHops)
                    return ((int)response.StatusCode, await TitleAsync(response, stopping));
                address = new Uri(address, location);
                if (!address.IsLoopback)
                    return ((int)response.StatusCode, null);
            }
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
        {
            return (null, null);
        }
    }

    private Task<HttpResponseMessage> GetAsync(Uri address, CancellationToken stopping)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("User-Agent", UserAgent);
        return _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stopping);
    }

    /// <summary>What the preview would say: the page's title for it, else its own.</summary>
    private static async Task<string?> TitleAsync(HttpResponseMessage response, CancellationToken stopping)
    {
        if (response.Content.Headers.ContentType?.MediaType != "text/html")
            return null;
        var page = new byte[LargestPage];
        await using var stream = await response.Content.ReadAsStreamAsync(stopping);
        var length = await stream.ReadAtLeastAsync(page, page.Length, throwOnEndOfStream: false, stopping);
        var html = Encoding.UTF8.GetString(page.AsSpan(0, length));
        var title = OwnTitle().Match(html) is { Success: true } own ? own : Title().Match(html);
        return title.Success ? WebUtility.HtmlDecode(title.Groups[1].Value).Trim() : null;
    }

    // Japanese text goes on behind an address without a space.
    [GeneratedRegex("https?://[!-~]+")]
    private static partial Regex Link();

    [GeneratedRegex("<meta property=\"og:title\" content=\"([^\"]*)\"")]
    private static partial Regex OwnTitle();

    [GeneratedRegex("<title>([^<]*)</title>")]
    private static partial Regex Title();
}

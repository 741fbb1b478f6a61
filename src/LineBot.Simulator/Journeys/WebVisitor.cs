using LineBot.Simulator.Platform;

namespace LineBot.Simulator.Journeys;

/// <summary>Walks through web pages as the in-app browser of one phone does, with that phone's cookies, but without a screen.</summary>
public sealed class WebVisitor : IDisposable
{
    private const int MostRedirects = 10;

    private readonly LinePhone _phone;
    private readonly Cookies _cookies;
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false });

    public WebVisitor(LinePlatform platform, LinePhone phone) : this(phone, new Cookies(platform.Clock))
    {
    }

    /// <param name="cookies">Those of a browser that is there already.</param>
    internal WebVisitor(LinePhone phone, Cookies cookies) => (_phone, _cookies) = (phone, cookies);

    /// <summary>Called for every page that is reached by opening it, so that it can be shown.</summary>
    internal Func<Uri, Task>? Reached { get; init; }

    public Task<WebPage> OpenAsync(Uri address) => GoAsync(address, null);

    /// <param name="button">What the pressed button says; null presses the first.</param>
    public async Task<WebPage> SubmitAsync(WebForm form, string? button = null)
    {
        using var content = new FormUrlEncodedContent(form.Values(button));
        return form.IsPost
            ? await GoAsync(form.Action, content)
            : await GoAsync(new UriBuilder(form.Action) { Query = await content.ReadAsStringAsync() }.Uri, null);
    }

    public void Dispose() => _http.Dispose();

    private async Task<WebPage> GoAsync(Uri address, HttpContent? content)
    {
        for (var redirects = 0; redirects <= MostRedirects; redirects++)
        {
            using var response = await SendAsync(address, content);
            var status = (int)response.StatusCode;
            if (status is not (301 or 302 or 303 or 307 or 308) || response.Headers.Location is not { } location)
            {
                // What a form answers at once cannot be opened again, and LINE's own pages do something when they are.
                if (content is null && Reached is { } reached && !LinePlatform.IsOwnPage(address))
                    await reached(address);
                return new WebPage(address, status, await response.Content.ReadAsStringAsync());
            }
            address = new Uri(address, location);
            content = status is 307 or 308 ? content : null;
        }
        throw new JourneyException($"More than {MostRedirects} redirects, the last to {address.GetLeftPart(UriPartial.Path)}.");
    }

    private async Task<HttpResponseMessage> SendAsync(Uri address, HttpContent? content)
    {
        using var request = new HttpRequestMessage(content is null ? HttpMethod.Get : HttpMethod.Post, address) { Content = content };
        // The LINE app tells LINE's own pages who looks at them, and nobody else.
        if (LinePlatform.IsOwnPage(address))
            request.Headers.Add(LinePlatform.OpenedByHeader, _phone.UserId);
        request.Headers.UserAgent.ParseAdd("Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Safari Line/15.1.0");
        request.Headers.AcceptLanguage.ParseAdd(_phone.Language ?? "ja");
        if (content is not null)
            request.Headers.Add("Origin", address.GetLeftPart(UriPartial.Authority));
        if (_cookies.For(address) is { } cookies)
            request.Headers.Add("Cookie", cookies);
        var response = await _http.SendAsync(request);
        if (response.Headers.TryGetValues("Set-Cookie", out var kept))
        {
            foreach (var cookie in kept)
                _cookies.Keep(address, cookie);
        }
        return response;
    }
}

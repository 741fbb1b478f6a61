using System.Net;
using LineBot.Simulator.Browser;
using LineBot.Simulator.Platform;

namespace LineBot.Tests.Simulator.Browser;

public sealed class InAppBrowserTests : IAsyncDisposable
{
    private static readonly HttpMessageInvoker Network = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    private readonly HttpClient _frame = new(new SocketsHttpHandler { UseCookies = false });
    private readonly List<InAppBrowser> _browsers = [];

    public InAppBrowserTests() => _frame.DefaultRequestHeaders.Add("Sec-Fetch-Mode", "navigate");

    [Fact]
    public async Task Shows_a_page_that_refuses_frames_and_tells_its_title()
    {
        await using var site = await Website.StartAsync();
        var browser = Phone(site.Address);

        await browser.OpenAsync(site.Address);
        using var answer = await _frame.GetAsync(browser.Frame);

        answer.Headers.Contains("X-Frame-Options").ShouldBeFalse();
        string.Join(' ', answer.Headers.GetValues("Content-Security-Policy")).ShouldNotContain("frame-ancestors");
        (browser.Address, browser.Title).ShouldBe((site.Address, "Home"));
        (await answer.Content.ReadAsStringAsync()).ShouldContain("http://127.0.0.1:1/words");
    }

    [Fact]
    public async Task Keeps_the_cookies_of_each_phone_to_itself_and_from_the_frame()
    {
        await using var site = await Website.StartAsync();
        var (parent, child) = (Phone(site.Address), Phone(site.Address));

        await SignInAsync(parent, site.Address, "parent");
        await SignInAsync(child, site.Address, "child");

        (await ReadAsync(parent, new Uri(site.Address, "/me"))).ShouldContain("parent");
        (await ReadAsync(child, new Uri(site.Address, "/me"))).ShouldContain("child");
        using var answer = await _frame.GetAsync(await parent.LocalAsync(new Uri(site.Address, "/me")));
        answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
    }

    [Fact]
    public async Task A_redirect_to_another_site_stays_on_the_phone_and_the_policy_lets_it()
    {
        await using var other = await Website.StartAsync();
        await using var site = await Website.StartAsync(other.Address);
        var browser = Phone(site.Address);

        await browser.OpenAsync(site.Address);
        using var page = await _frame.GetAsync(browser.Frame);
        await SignInAsync(browser, site.Address, "me");

        browser.Address!.Authority.ShouldBe(other.Address.Authority);
        var mirrored = (await browser.LocalAsync(other.Address)).GetLeftPart(UriPartial.Authority);
        string.Join(' ', page.Headers.GetValues("Content-Security-Policy")).ShouldContain(mirrored);
    }

    [Fact]
    public async Task LINEs_own_pages_are_told_who_opens_them_and_other_sites_are_not()
    {
        await using var line = await Website.StartAsync();
        await using var site = await Website.StartAsync();
        var browser = Phone(line.Address, "U123");

        await ReadAsync(browser, line.Address);
        await ReadAsync(browser, site.Address);

        line.Seen[LinePlatform.OpenedByHeader].ToString().ShouldBe("U123");
        site.Seen.ContainsKey(LinePlatform.OpenedByHeader).ShouldBeFalse();
        site.Seen.AcceptLanguage.ToString().ShouldBe("ja");
        site.Seen.UserAgent.ToString().ShouldContain("Line/");
    }

    [Fact]
    public async Task The_site_sees_a_form_come_from_itself()
    {
        await using var site = await Website.StartAsync();
        var browser = Phone(site.Address);
        var local = await browser.LocalAsync(new Uri(site.Address, "/sign-in"));
        using var request = new HttpRequestMessage(HttpMethod.Post, local) { Content = new FormUrlEncodedContent([new("who", "me")]) };
        request.Headers.Add("Origin", local.GetLeftPart(UriPartial.Authority));
        request.Headers.Referrer = local;

        using var answer = await _frame.SendAsync(request);

        site.Seen.Referer.ToString().ShouldStartWith(site.Address.AbsoluteUri);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_link_of_LINEs_own_opens_a_screen_and_leaves_the_page_where_it_is()
    {
        await using var site = await Website.StartAsync();
        var browser = Phone(site.Address);
        var opened = new List<LineLink>();
        browser.LineLinkOpened += (_, link) => opened.Add(link);
        await browser.OpenAsync(site.Address);
        var html = await _frame.GetStringAsync(browser.Frame);

        using var answer = await _frame.GetAsync(PageText.Addresses(html).Single());

        answer.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        opened.ShouldBe([new LineLink.Share("hi")]);
        browser.Address.ShouldBe(site.Address);
    }

    [Fact]
    public async Task A_page_elsewhere_is_named_and_not_fetched()
    {
        await using var line = await Website.StartAsync();
        var browser = Phone(line.Address);

        await browser.OpenAsync(new Uri("https://example.com/plans"));
        var html = await _frame.GetStringAsync(browser.Frame);

        html.ShouldContain("https://example.com/plans");
        browser.Address.ShouldBe(new Uri("https://example.com/plans"));
        line.Seen.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_site_that_does_not_answer_gets_a_page_that_says_so()
    {
        var site = await Website.StartAsync();
        var address = site.Address;
        await site.DisposeAsync();
        var browser = Phone(address);

        await browser.OpenAsync(address);
        using var answer = await _frame.GetAsync(browser.Frame);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadGateway);
        (await answer.Content.ReadAsStringAsync()).ShouldContain(address.Authority);
    }

    [Fact]
    public async Task Nobody_gets_in_under_another_name()
    {
        await using var site = await Website.StartAsync();
        var browser = Phone(site.Address);
        using var request = new HttpRequestMessage(HttpMethod.Get, await browser.LocalAsync(site.Address)) { Headers = { Host = "attacker.example" } };

        using var answer = await _frame.SendAsync(request);

        answer.StatusCode.ShouldBe(HttpStatusCode.MisdirectedRequest);
        site.Seen.ShouldBeEmpty();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var browser in _browsers)
            await browser.DisposeAsync();
        _frame.Dispose();
    }

    private InAppBrowser Phone(Uri line, string lineUserId = "U0")
    {
        var browser = new InAppBrowser(new BrowserIdentity(lineUserId, "ja", line), Network, TimeProvider.System);
        _browsers.Add(browser);
        return browser;
    }

    private async Task<string> ReadAsync(InAppBrowser browser, Uri page) => await _frame.GetStringAsync(await browser.LocalAsync(page));

    private async Task SignInAsync(InAppBrowser browser, Uri site, string who)
    {
        await browser.OpenAsync(site);
        using var form = new FormUrlEncodedContent([new("who", who)]);
        using var answer = await _frame.PostAsync(await browser.LocalAsync(new Uri(site, "/sign-in")), form);
        answer.EnsureSuccessStatusCode();
    }
}

using System.Text.RegularExpressions;
using LineBot.RichMenu;
using LineBot.Tests.Drivers;
using LineBot.Tests.Handlers;

namespace LineBot.Tests.Web;

public sealed partial class SessionCookieTests
{
    [Fact]
    public async Task On_loopback_scripts_cannot_read_it_and_other_sites_cannot_post_with_it()
    {
        await using var line = await LineTalk.StartAsync();

        var cookie = await SignInAsync(line, isHttps: false);

        cookie.ShouldStartWith("session=");
        cookie.ShouldContain("; httponly");
        cookie.ShouldContain("; samesite=lax");
        cookie.ShouldNotContain("; secure");
        cookie.ShouldNotContain("; domain");
    }

    [Fact]
    public async Task Behind_TLS_it_travels_by_TLS_alone_and_belongs_to_this_host()
    {
        await using var line = await LineTalk.StartAsync(new()
        {
            Settings = new Dictionary<string, string> { ["PublicBaseUrl"] = "https://bot.example.jp", ["Web:TrustedProxies:0"] = "127.0.0.1" },
        });

        var cookie = await SignInAsync(line, isHttps: true);

        cookie.ShouldStartWith("__Host-session=");
        foreach (var attribute in (string[])["; secure", "; httponly", "; samesite=lax", "; path=/"])
            cookie.ShouldContain(attribute);
    }

    [Fact]
    public async Task Each_sign_in_has_a_new_one_and_ends_the_one_before()
    {
        await using var line = await LineTalk.StartAsync();
        var phone = await line.PhoneAsync(LinkState.Contractor);

        var first = await SignInAsync(line, isHttps: false, phone);
        var second = await SignInAsync(line, isHttps: false, phone, carrying: first.Split(';')[0]);

        second.Split(';')[0].ShouldNotBe(first.Split(';')[0]);
        (await StatusAsync(line, first.Split(';')[0])).ShouldBe(401);
        (await StatusAsync(line, second.Split(';')[0])).ShouldBe(200);
    }

    [Fact]
    public async Task A_cookie_that_was_made_up_or_changed_opens_nothing()
    {
        await using var line = await LineTalk.StartAsync();
        var cookie = (await SignInAsync(line, isHttps: false)).Split(';')[0];

        (await StatusAsync(line, cookie)).ShouldBe(200);
        (await StatusAsync(line, cookie[..^8] + "AAAAAAAA")).ShouldBe(401);
        (await StatusAsync(line, "session=made-up")).ShouldBe(401);
    }

    private static async Task<int> StatusAsync(LineTalk line, string cookie)
    {
        using var http = new HttpClient(new HttpClientHandler { UseCookies = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(line.Address, "/my-page"));
        request.Headers.Add("Cookie", cookie);
        return (int)(await http.SendAsync(request)).StatusCode;
    }

    /// <summary>By hand, so that what the browser is told is seen as it is told.</summary>
    private static async Task<string> SignInAsync(LineTalk line, bool isHttps, PhoneDriver? phone = null, string? carrying = null)
    {
        phone ??= await line.PhoneAsync(LinkState.Contractor);
        using var http = new HttpClient(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false });
        if (isHttps)
            http.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        var button = (await phone.AskTapAsync("my-page@1")).Link("マイページを開く");
        var page = await http.GetAsync(new Uri(line.Address, button.PathAndQuery));
        var fields = Hidden().Matches(await page.Content.ReadAsStringAsync()).ToDictionary(field => field.Groups[1].Value, field => field.Groups[2].Value);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(line.Address, button.AbsolutePath)) { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Add("Cookie", string.Join("; ", page.Headers.GetValues("Set-Cookie").Select(one => one.Split(';')[0]).Append(carrying).OfType<string>()));
        var entered = await http.SendAsync(request);
        return entered.Headers.GetValues("Set-Cookie").Single(one => one.Contains("session=", StringComparison.Ordinal));
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]+)\"")]
    private static partial Regex Hidden();
}

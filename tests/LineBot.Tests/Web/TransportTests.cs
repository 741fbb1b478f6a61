using System.Net;
using LineBot.Tests.Drivers;
using LineBot.Tests.Handlers;
using LineBot.RichMenu;
using LineBot.Web;
using Microsoft.Extensions.Configuration;

namespace LineBot.Tests.Web;

/// <summary>What the pages tell a browser that comes by TLS, which ends at a proxy in front.</summary>
public sealed class TransportTests
{
    private static readonly LineTalkOptions BehindTls = new()
    {
        Settings = new Dictionary<string, string>
        {
            ["environment"] = "Staging", ["PublicBaseUrl"] = "https://bot.example.jp", ["Web:TrustedProxies:0"] = "127.0.0.1",
        },
    };

    [Theory]
    [InlineData("https", "max-age=31536000")]
    [InlineData("http", null)]
    public async Task Tells_browsers_to_come_by_TLS_for_a_year(string scheme, string? said)
    {
        await using var line = await LineTalk.StartAsync(BehindTls);
        using var http = Browser(line, scheme);

        var response = await http.GetAsync("/my-page");

        (response.Headers.TryGetValues("Strict-Transport-Security", out var values) ? values.Single() : null).ShouldBe(said);
    }

    [Fact]
    public async Task A_form_for_whoever_seems_to_come_without_TLS_is_a_page_that_says_it_failed()
    {
        await using var line = await LineTalk.StartAsync(BehindTls);
        line.Log.Expect("An unhandled exception has occurred");
        using var http = Browser(line, "http");

        var response = await http.GetAsync("/age-verification");

        response.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        (await response.Content.ReadAsStringAsync()).ShouldContain("<html");
    }

    [Fact]
    public async Task The_session_cookie_is_for_this_host_alone_by_TLS_alone_and_out_of_reach_of_scripts()
    {
        await using var line = await LineTalk.StartAsync(BehindTls);
        var mother = await line.PhoneAsync(LinkState.Contractor);
        var button = (await mother.AskTapAsync("my-page@1")).Link("マイページを開く");
        button.Scheme.ShouldBe("https");
        using var http = Browser(line, "https");
        var enter = await http.GetAsync(button.PathAndQuery);
        var form = enter.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("__Host-form=", StringComparison.Ordinal));
        var html = await enter.Content.ReadAsStringAsync();

        using var request = new HttpRequestMessage(HttpMethod.Post, button.AbsolutePath)
        {
            Content = new FormUrlEncodedContent([new("ticket", Field(html, "ticket")), new("__RequestVerificationToken", Field(html, "__RequestVerificationToken"))]),
        };
        request.Headers.Add("Cookie", form.Split(';')[0]);
        var entered = await http.SendAsync(request);

        entered.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var session = entered.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("__Host-session=", StringComparison.Ordinal));
        var attributes = session.Split("; ").Skip(1).Select(attribute => attribute.ToLowerInvariant()).ToList();
        attributes.ShouldBe(["path=/", "secure", "samesite=lax", "httponly"], ignoreOrder: true);
        form.ToLowerInvariant().ShouldContain("secure");
        form.ToLowerInvariant().ShouldContain("samesite=strict");
        form.ToLowerInvariant().ShouldContain("httponly");
    }

    [Theory]
    [InlineData("https://bot.example.jp", true)]
    [InlineData("http://127.0.0.1:5000", false)]
    [InlineData("http://localhost:5000", false)]
    public void Cookies_travel_by_TLS_alone_everywhere_but_on_loopback(string address, bool isSecure) =>
        AddressOf(address).IsSecure.ShouldBe(isSecure);

    [Theory]
    [InlineData("http://bot.example.jp")]
    [InlineData("bot.example.jp")]
    [InlineData("ftp://bot.example.jp")]
    public void Elsewhere_there_is_no_going_without_TLS(string address) =>
        Should.Throw<InvalidOperationException>(() => AddressOf(address).IsSecure).Message.ShouldContain($"PublicBaseUrl is '{address}'");

    private static HttpClient Browser(LineTalk line, string scheme)
    {
        var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = line.Address };
        http.DefaultRequestHeaders.Host = "bot.example.jp";
        http.DefaultRequestHeaders.Add("X-Forwarded-Proto", scheme);
        http.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.9");
        return http;
    }

    private static string Field(string html, string name)
    {
        var from = html.IndexOf($"name=\"{name}\" value=\"", StringComparison.Ordinal) + $"name=\"{name}\" value=\"".Length;
        return html[from..html.IndexOf('"', from)];
    }

    private static PublicAddress AddressOf(string address) =>
        new(new ConfigurationBuilder().AddInMemoryCollection([new(PublicAddress.Key, address)]).Build());
}

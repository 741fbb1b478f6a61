using System.Net;
using LineBot.Storage;
using LineBot.Tests.Drivers;
using LineBot.Tests.Handlers.Linking;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace LineBot.Tests.Web;

public sealed class PagesTests
{
    private static readonly string[] NotPages = ["/webhook", "/health", "/metrics", "/api"];

    [Fact]
    public async Task Every_page_forbids_script_frames_caching_and_indexing()
    {
        await using var line = await LineTalk.StartAsync();
        using var http = new HttpClient { BaseAddress = line.Address };

        foreach (var path in new[] { "/link?linkToken=x", "/my-page", "/my-page/sign-in?ticket=x", "/nowhere" })
        {
            var headers = (await http.GetAsync(path)).Headers;
            var policy = headers.GetValues("Content-Security-Policy").Single();
            policy.ShouldContain("default-src 'none'; script-src 'self'; ");
            policy.ShouldContain("frame-ancestors 'none'");
            policy.ShouldNotContain("unsafe");
            headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
            headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
            headers.GetValues("X-Frame-Options").ShouldBe(["DENY"]);
            headers.GetValues("X-Robots-Tag").ShouldBe(["noindex, nofollow"]);
            headers.CacheControl!.ToString().ShouldBe("no-store");
        }
    }

    [Fact]
    public async Task Nothing_on_a_page_is_inline_or_from_elsewhere()
    {
        await using var line = await LineTalk.StartAsync();
        var mother = line.Phone("Mother");
        await mother.LinkContractorAsync();

        var page = await mother.OpenMyPageAsync();

        page.Html.Split("<script").Skip(1).ShouldAllBe(script => script.StartsWith(" src=\"/assets/", StringComparison.Ordinal) && script.Contains("defer></script>"));
        page.Html.ShouldNotContain("<style");
        page.Html.ShouldNotContain("style=");
        page.Html.ShouldNotContain("://");
    }

    [Fact]
    public async Task Styles_come_from_the_assembly_and_are_kept_for_good()
    {
        await using var line = await LineTalk.StartAsync();
        using var http = new HttpClient { BaseAddress = line.Address };
        var html = await (await http.GetAsync("/nowhere")).Content.ReadAsStringAsync();
        var address = html.Split('"').Single(part => part.StartsWith("/assets/site.", StringComparison.Ordinal));

        var css = await http.GetAsync(address);

        css.Content.Headers.ContentType!.MediaType.ShouldBe("text/css");
        css.Headers.CacheControl!.ToString().ShouldContain("immutable");
        (await css.Content.ReadAsStringAsync()).ShouldContain("--green");
    }

    [Theory]
    [InlineData("ja-JP,ja;q=0.9,en;q=0.8", "ja", "ページが見つかりません")]
    [InlineData("en-GB,en;q=0.9", "en", "Page not found")]
    [InlineData("fr", "ja", "ページが見つかりません")]
    public async Task An_unknown_page_says_so_in_the_customers_language(string accepts, string language, string title)
    {
        await using var line = await LineTalk.StartAsync();
        using var http = new HttpClient { BaseAddress = line.Address };
        http.DefaultRequestHeaders.AcceptLanguage.ParseAdd(accepts);

        var response = await http.GetAsync("/nowhere");
        var html = await ReadAsync(response);

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        html.ShouldContain($"<html lang=\"{language}\">");
        html.ShouldContain(title);
    }

    [Fact]
    public async Task A_form_that_is_not_ours_or_too_old_is_refused_with_a_page()
    {
        await using var line = await LineTalk.StartAsync();
        using var http = new HttpClient { BaseAddress = line.Address };

        foreach (var path in new[] { "/link", "/link/agree", "/my-page/sign-in" })
        {
            using var form = new FormUrlEncodedContent([new("ticket", "x"), new("linkToken", "x")]);
            var response = await http.PostAsync(path, form);
            response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
            (await ReadAsync(response)).ShouldContain("画面の有効期限が切れました");
        }
    }

    [Fact]
    public async Task A_form_of_more_than_a_mebibyte_is_refused_with_a_page()
    {
        await using var line = await LineTalk.StartAsync();
        using var http = new HttpClient { BaseAddress = line.Address };
        using var form = new FormUrlEncodedContent([new("loginId", new string('x', 1_100_000))]);

        var response = await http.PostAsync("/link", form);

        response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await ReadAsync(response)).ShouldContain("送信内容が大きすぎます");
    }

    [Fact]
    public async Task Every_form_that_changes_something_needs_an_antiforgery_token()
    {
        await using var line = await LineTalk.StartAsync();

        var forms = line.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("POST") == true)
            .Where(endpoint => !NotPages.Any(path => endpoint.RoutePattern.RawText!.StartsWith(path, StringComparison.Ordinal)))
            .ToList();

        forms.Count.ShouldBeGreaterThan(5);
        forms.ShouldAllBe(endpoint => endpoint.Metadata.GetMetadata<IAntiforgeryMetadata>()!.RequiresValidation);
    }

    [Fact]
    public async Task A_failure_is_a_page_that_says_what_to_do_and_nothing_of_the_inside()
    {
        await using var line = await LineTalk.StartAsync(new LineTalkOptions
        {
            Configure = builder => builder.Services.AddSingleton<IRoomSetup>(new FailingRoom()),
        });
        line.Log.Expect("An unhandled exception");
        using var http = new HttpClient { BaseAddress = line.Address };

        var unavailable = await http.GetAsync("/unavailable");
        var crash = await http.GetAsync("/crash");

        unavailable.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await ReadAsync(unavailable)).ShouldContain("数分おいてから");
        crash.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        var text = await ReadAsync(crash);
        text.ShouldContain("トークで問い合わせ");
        text.ShouldNotContain("inside");
        text.ShouldNotContain("Exception");
        crash.Headers.Contains("Content-Security-Policy").ShouldBeTrue();
    }

    [Theory]
    [InlineData("127.0.0.1", "https")]
    [InlineData("10.0.0.0/8", "http")]
    [InlineData(null, "http")]
    public async Task Believes_forwarded_headers_of_configured_proxies_only(string? trusted, string scheme)
    {
        await using var line = await LineTalk.StartAsync(new LineTalkOptions
        {
            Configure = builder => builder.Services.AddSingleton<IRoomSetup>(new FailingRoom()),
            Settings = trusted is null ? new Dictionary<string, string>() : new() { ["Web:TrustedProxies:0"] = trusted },
        });
        using var http = new HttpClient { BaseAddress = line.Address };
        http.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        http.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.9");

        var seen = await http.GetStringAsync("/seen");

        seen.ShouldBe(scheme == "https" ? "https 203.0.113.9" : "http 127.0.0.1");
    }

    [Theory]
    [InlineData("198.51.100.7, 10.1.2.3", "10.0.0.0/8", "198.51.100.7")]
    [InlineData("198.51.100.7, 10.1.2.3", "192.0.2.1", "10.1.2.3")]
    [InlineData("10.9.9.9, 203.0.113.9, 10.1.2.3", "10.0.0.0/8", "203.0.113.9")]
    public async Task Goes_back_through_a_row_of_proxies_to_the_first_that_is_none_of_them(string forwarded, string outer, string caller)
    {
        await using var line = await LineTalk.StartAsync(new LineTalkOptions
        {
            Configure = builder => builder.Services.AddSingleton<IRoomSetup>(new FailingRoom()),
            Settings = new Dictionary<string, string> { ["Web:TrustedProxies:0"] = "127.0.0.1", ["Web:TrustedProxies:1"] = outer },
        });
        using var http = new HttpClient { BaseAddress = line.Address };
        http.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        http.DefaultRequestHeaders.Add("X-Forwarded-For", forwarded);

        (await http.GetStringAsync("/seen")).ShouldBe($"https {caller}");
    }

    private static async Task<string> ReadAsync(HttpResponseMessage response) =>
        WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());

    private sealed class FailingRoom : IRoomSetup
    {
        public void Map(WebApplication app)
        {
            app.MapGet("/unavailable", IResult () => throw new StoreUnavailableException("inside"));
            app.MapGet("/crash", IResult () => throw new InvalidOperationException("inside"));
            app.MapGet("/seen", (HttpContext context) => $"{context.Request.Scheme} {context.Connection.RemoteIpAddress!.MapToIPv4()}");
        }
    }
}

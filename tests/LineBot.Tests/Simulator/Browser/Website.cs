using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace LineBot.Tests.Simulator.Browser;

/// <summary>A site that a phone visits: it remembers its visitor by a cookie and will not be framed.</summary>
internal sealed class Website : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Website(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.First());

    /// <summary>The headers of the last request.</summary>
    public IHeaderDictionary Seen { get; private set; } = new HeaderDictionary();

    public static async Task<Website> StartAsync(Uri? other = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddRoutingCore();
        var app = builder.Build();
        var site = new Website(app);
        app.Use((context, next) =>
        {
            site.Seen = new HeaderDictionary(context.Request.Headers.ToDictionary());
            context.Response.Headers.XFrameOptions = "DENY";
            context.Response.Headers.ContentSecurityPolicy = $"form-action 'self' {other?.GetLeftPart(UriPartial.Authority)}; frame-ancestors 'none'";
            return next(context);
        });
        app.UseRouting();
        app.MapGet("/", () => Results.Content("<title>Home</title><a href=\"https://line.me/R/share?text=hi\">share</a> http://127.0.0.1:1/words", "text/html"));
        app.MapPost("/sign-in", async (HttpContext context) =>
        {
            var form = await context.Request.ReadFormAsync();
            context.Response.Cookies.Append("who", form["who"].ToString(), new() { HttpOnly = true, Secure = true });
            return Results.Redirect(other is null ? "/me" : new Uri(other, "/").AbsoluteUri);
        });
        app.MapGet("/me", (HttpContext context) => Results.Content($"<title>Me</title>{context.Request.Cookies["who"]}", "text/html"));
        await app.StartAsync();
        return site;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}

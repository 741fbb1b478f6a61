using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace LineBot.Tests.Simulator.Platform;

/// <summary>A site whose links stand in talks, and who came to see them.</summary>
internal sealed class VisitedSite : IAsyncDisposable
{
    private readonly WebApplication _app;

    private VisitedSite(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.First());

    /// <summary>Method, path and browser of each request.</summary>
    public ConcurrentQueue<string> Visits { get; } = new();

    public static async Task<VisitedSite> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var site = new VisitedSite(app);
        app.Run(site.ShowAsync);
        await app.StartAsync();
        return site;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private Task ShowAsync(HttpContext context)
    {
        Visits.Enqueue($"{context.Request.Method} {context.Request.Path} {context.Request.Headers.UserAgent}{context.Request.Headers.Cookie}");
        switch (context.Request.Path)
        {
            case "/moved":
                context.Response.Redirect("/page");
                return Task.CompletedTask;
            case "/round":
                context.Response.Redirect("/round");
                return Task.CompletedTask;
            case "/away":
                context.Response.Redirect("https://example.com/");
                return Task.CompletedTask;
            case "/file":
                context.Response.ContentType = "application/pdf";
                return context.Response.WriteAsync("%PDF");
            default:
                context.Response.ContentType = "text/html; charset=utf-8";
                return context.Response.WriteAsync(context.Request.Path == "/own"
                    ? "<title>ページ</title><meta property=\"og:title\" content=\"紹介 &amp; 特典\">"
                    : "<title>ページ</title>" + new string('x', 200_000));
        }
    }
}

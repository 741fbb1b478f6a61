using System.Net;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Extensions;

namespace LineBot.Simulator.Browser;

/// <summary>One site as one phone sees it: a small server of its own, on a free port of this machine.</summary>
internal sealed class SiteMirror : IAsyncDisposable
{
    /// <summary>Leads to an address that is not mirrored: LINE's own, or one outside of this machine.</summary>
    public const string LeavePath = "/.leave?to=";

    private readonly InAppBrowser _browser;
    private readonly WebApplication _server;

    private SiteMirror(InAppBrowser browser, Uri site, WebApplication server) => (_browser, Site, _server) = (browser, site, server);

    public Uri Site { get; }

    /// <summary>Where the mirror listens.</summary>
    public Uri Address { get; private set; } = null!;

    public static async Task<SiteMirror> StartAsync(InAppBrowser browser, Uri site)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var mirror = new SiteMirror(browser, site, builder.Build());
        mirror._server.Run(mirror.AnswerAsync);
        await mirror._server.StartAsync();
        mirror.Address = new Uri(mirror._server.Services.GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>()
            .Features.Get<IServerAddressesFeature>()!.Addresses.First());
        return mirror;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        // A page of another site could name this address as its own; it is answered to nobody who does.
        if (context.Request.Host.Value != Address.Authority)
        {
            context.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
            return;
        }
        if (context.Request.Path == "/.leave")
        {
            await LeaveAsync(context);
            return;
        }
        // One page at a time: the cookies that one sets belong into the request for the next, also when two windows show this phone.
        using var turn = MirrorRequest.IsNavigation(context.Request) ? await _browser.NextTurnAsync(context.RequestAborted) : null;
        using var request = MirrorRequest.Of(context.Request, new Uri(Site, context.Request.GetEncodedPathAndQuery()), _browser);
        try
        {
            using var response = await _browser.Network.SendAsync(request, context.RequestAborted);
            await MirrorResponse.CopyAsync(response, context, _browser);
        }
        catch (HttpRequestException)
        {
            await NoticePage.WriteAsync(context, 502, _browser.Identity.Language,
                ("ページを開けません", $"{Site.Authority} が応答しません。"),
                ("The page cannot be opened", $"{Site.Authority} does not answer."));
        }
    }

    private async Task LeaveAsync(HttpContext context)
    {
        if (!Uri.TryCreate(context.Request.Query["to"], UriKind.Absolute, out var address))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
        }
        else if (LineLink.Of(address) is { } link)
        {
            // No content: the page stays, and the phone shows its own screen over it.
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            _browser.Leave(link);
        }
        else
        {
            _browser.Reached(address, null);
            await NoticePage.WriteAsync(context, 200, _browser.Identity.Language,
                ("外部のページです", $"本物の電話では、ここで {address.AbsoluteUri} が開きます。"),
                ("A page elsewhere", $"A real phone would open {address.AbsoluteUri} here."));
        }
    }
}

using System.Collections.Concurrent;
using LineBot.Simulator.Bot;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Logging;

namespace LineBot.Tests.Drivers;

/// <summary>
/// Passes each request on to one of several servers in turn, as a load balancer does: to the next one where the connection is refused.
/// One that does not answer in time is left out for a while, and whoever asked hears that it went wrong.
/// </summary>
internal sealed class Relay : IAsyncDisposable
{
    private static readonly TimeSpan LeftOut = TimeSpan.FromSeconds(3);
    private static readonly string[] Passed =
        ["Authorization", "X-Line-Signature", "X-Line-Retry-Key", "Content-Type", "Host", "Cookie", "Origin", "User-Agent", "Accept-Language"];

    private static readonly string[] PassedBack = ["Set-Cookie", "Location", "Retry-After"];

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false, UseCookies = false, AllowAutoRedirect = false, ConnectTimeout = TimeSpan.FromSeconds(1) });
    private readonly ConcurrentDictionary<Uri, long> _leftOutSince = new();
    private readonly WebApplication _app;
    private IReadOnlyList<Uri> _servers;
    private int _turn;

    private Relay(WebApplication app, IReadOnlyList<Uri> servers)
    {
        (_app, _servers) = (app, servers);
        app.Run(PassOnAsync);
    }

    public Uri Address => new(_app.Urls.First());

    /// <summary>How long one that does not answer is waited for.</summary>
    private TimeSpan Patience { get; init; }

    /// <summary>What each request waits for before it goes on.</summary>
    public Func<Task> Gate { get; set; } = () => Task.CompletedTask;

    public static Task<Relay> StartAsync(params Uri[] servers) => StartAsync(TimeSpan.FromSeconds(2), servers);

    public static async Task<Relay> StartAsync(TimeSpan patience, params Uri[] servers)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls($"http://127.0.0.1:{FreePort.Find()}");
        builder.Logging.ClearProviders();
        var relay = new Relay(builder.Build(), servers) { Patience = patience };
        await relay._app.StartAsync();
        return relay;
    }

    /// <summary>Has another server take its turn.</summary>
    public void Add(Uri server) => _servers = [.. _servers, server];

    /// <summary>Has these alone take their turns from now on.</summary>
    public void Only(params Uri[] servers) => _servers = servers;

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _http.Dispose();
    }

    private async Task PassOnAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        await Gate();
        var servers = _servers;
        for (var tried = 0; tried < servers.Count; tried++)
        {
            var server = servers[(int)((uint)Interlocked.Increment(ref _turn) % servers.Count)];
            if (_leftOutSince.TryGetValue(server, out var since) && TimeProvider.System.GetElapsedTime(since) < LeftOut)
                continue;
            try
            {
                await PassOnAsync(context, server, body.ToArray());
                return;
            }
            catch (HttpRequestException e) when (e.HttpRequestError == HttpRequestError.ConnectionError)
            {
                // Nobody is there: the next one can be asked, since this one has not heard it.
            }
            catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
            {
                _leftOutSince[server] = TimeProvider.System.GetTimestamp();
                break;
            }
        }
        context.Response.StatusCode = StatusCodes.Status502BadGateway;
    }

    private async Task PassOnAsync(HttpContext context, Uri server, byte[] body)
    {
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), new Uri(server, context.Request.GetEncodedPathAndQuery()));
        request.Content = new ByteArrayContent(body);
        foreach (var name in Passed.Where(context.Request.Headers.ContainsKey))
        {
            if (!request.Headers.TryAddWithoutValidation(name, [.. context.Request.Headers[name]]))
                request.Content.Headers.TryAddWithoutValidation(name, [.. context.Request.Headers[name]]);
        }
        using var patience = new CancellationTokenSource(Patience, TimeProvider.System);
        using var response = await _http.SendAsync(request, patience.Token);
        context.Response.StatusCode = (int)response.StatusCode;
        foreach (var header in response.Headers.Where(header => PassedBack.Contains(header.Key)))
            context.Response.Headers.Append(header.Key, header.Value.ToArray());
        context.Response.ContentType = response.Content.Headers.ContentType?.ToString();
        await context.Response.Body.WriteAsync(await response.Content.ReadAsByteArrayAsync());
    }
}

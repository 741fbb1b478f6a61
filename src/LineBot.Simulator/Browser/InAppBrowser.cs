using System.Net;
using LineBot.Simulator.Journeys;

namespace LineBot.Simulator.Browser;

/// <summary>
/// The browser inside one phone's LINE. Its cookies are its own, so that the phones can be signed in as different people;
/// each site it visits is shown from an address of this machine that stands for that site on this phone.
/// </summary>
public sealed class InAppBrowser(BrowserIdentity identity, HttpMessageInvoker network, TimeProvider clock) : IAsyncDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly SemaphoreSlim _turns = new(1, 1);
    private volatile Dictionary<string, SiteMirror> _mirrors = [];
    private readonly BrowserHistory _history = new();

    /// <summary>The page that is shown, at its real address; null while the browser is closed.</summary>
    public Uri? Address { get; private set; }

    public string? Title { get; private set; }

    public bool CanGoBack => _history.CanGoBack;

    /// <summary>What to load into the frame, at its address on this machine.</summary>
    public Uri? Frame { get; private set; }

    /// <summary>Counts the times that the frame has to be loaded by us and not by a tap in it.</summary>
    public int Loads { get; private set; }

    public BrowserIdentity Identity => identity;

    /// <summary>They stay here: the browser that shows the phone never gets them.</summary>
    internal Cookies Cookies { get; } = new(clock);

    public HttpMessageInvoker Network => network;

    /// <summary>The address, the title or the frame changed.</summary>
    public event EventHandler? Changed;

    /// <summary>A page led to one of LINE's own addresses.</summary>
    public event EventHandler<LineLink>? LineLinkOpened;

    /// <param name="address">A page of the web. One that is not on this machine is not fetched but named.</param>
    public async Task OpenAsync(Uri address)
    {
        _history.Clear();
        await ShowAsync(address);
    }

    public Task BackAsync() => _history.Back() is { } page ? ShowAsync(page) : Task.CompletedTask;

    public Task ReloadAsync() => Address is { } page ? ShowAsync(page) : Task.CompletedTask;

    public void Close()
    {
        (Address, Title, Frame) = (null, null, null);
        _history.Clear();
        Changed?.Invoke(this, EventArgs.Empty);
    }

    /// <summary>The address on this machine that stands for <paramref name="address"/> on this phone.</summary>
    public async Task<Uri> LocalAsync(Uri address)
    {
        if (!IsHere(address))
        {
            var home = await LocalAsync(identity.Home);
            return new Uri(home, SiteMirror.LeavePath + Uri.EscapeDataString(address.AbsoluteUri));
        }
        var mirror = await MirrorAsync(address);
        return new Uri(mirror.Address, address.PathAndQuery + address.Fragment);
    }

    /// <summary>The address that one on this machine stands for; itself when it stands for none.</summary>
    public Uri Real(Uri local)
    {
        foreach (var mirror in _mirrors.Values)
        {
            if (mirror.Address.Authority == local.Authority)
                return new Uri(mirror.Site, local.PathAndQuery);
        }
        return local;
    }

    /// <summary>The frame shows a page, after a tap in it or of itself.</summary>
    internal void Reached(Uri page, string? title)
    {
        if (Frame is null)
            return;
        _history.Reach(page);
        (Address, Title) = (page, title);
        Changed?.Invoke(this, EventArgs.Empty);
    }

    /// <summary>Waits until no other page of this phone is under way.</summary>
    internal async Task<IDisposable> NextTurnAsync(CancellationToken gone)
    {
        await _turns.WaitAsync(gone);
        return new Turn(_turns);
    }

    internal void Leave(LineLink link) => LineLinkOpened?.Invoke(this, link);

    public async ValueTask DisposeAsync()
    {
        foreach (var mirror in _mirrors.Values)
            await mirror.DisposeAsync();
        _gate.Dispose();
        _turns.Dispose();
    }

    private static bool IsHere(Uri address) =>
        address.Scheme == "http" && (address.Host == "localhost" || (IPAddress.TryParse(address.Host, out var ip) && IPAddress.IsLoopback(ip)));

    private async Task ShowAsync(Uri address)
    {
        var frame = await LocalAsync(address);
        (Address, Title, Frame) = (address, null, frame);
        Loads++;
        Changed?.Invoke(this, EventArgs.Empty);
    }

    private async Task<SiteMirror> MirrorAsync(Uri address)
    {
        await _gate.WaitAsync();
        try
        {
            if (!_mirrors.TryGetValue(address.Authority, out var mirror))
            {
                mirror = await SiteMirror.StartAsync(this, new Uri(address.GetLeftPart(UriPartial.Authority)));
                _mirrors = new(_mirrors) { [address.Authority] = mirror };
            }
            return mirror;
        }
        finally
        {
            _gate.Release();
        }
    }

    private sealed class Turn(SemaphoreSlim turns) : IDisposable
    {
        public void Dispose() => turns.Release();
    }
}

/// <summary>Whose phone it is.</summary>
/// <param name="LineUserId">Told to LINE's own pages, which know who opens them.</param>
/// <param name="Home">A site of this machine: LINE's own address.</param>
public sealed record BrowserIdentity(string LineUserId, string Language, Uri Home);

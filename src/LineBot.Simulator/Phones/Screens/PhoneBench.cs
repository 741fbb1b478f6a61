using LineBot.Simulator.Browser;
using LineBot.Simulator.Platform;

namespace LineBot.Simulator.Phones.Screens;

/// <summary>The phones that lie side by side on the page: one for each LINE user of the platform.</summary>
internal sealed class PhoneBench : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly LinePlatform _platform;
    private readonly HttpMessageInvoker _network = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false });
    private readonly Uri _lineAddress;
    private List<PhoneScreen> _phones = [];

    public PhoneBench(Simulation simulation)
    {
        (_platform, _lineAddress) = (simulation.Platform, simulation.LineAddress);
        _platform.Changed += (_, _) => RaiseChanged();
        _platform.Record.Changed += (_, _) => RaiseChanged();
        simulation.Bot.Changed += (_, _) => RaiseChanged();
    }

    public IReadOnlyList<PhoneScreen> Phones
    {
        get
        {
            lock (_gate)
            {
                foreach (var phone in _platform.Phones.Skip(_phones.Count))
                    _phones = [.. _phones, Lay(phone)];
                return _phones;
            }
        }
    }

    /// <summary>Something on the page may look different now.</summary>
    public event EventHandler? Changed;

    public PhoneScreen? Find(string? id) => Phones.FirstOrDefault(phone => phone.Id == id);

    public async ValueTask DisposeAsync()
    {
        foreach (var phone in _phones)
            await phone.DisposeAsync();
        _network.Dispose();
    }

    private PhoneScreen Lay(LinePhone phone)
    {
        var identity = new BrowserIdentity(phone.UserId, phone.Language ?? "ja", _lineAddress);
        var screen = new PhoneScreen($"p{_phones.Count + 1}", phone, new InAppBrowser(identity, _network, _platform.Clock));
        screen.Changed += (_, _) => RaiseChanged();
        return screen;
    }

    private void RaiseChanged() => Changed?.Invoke(this, EventArgs.Empty);
}

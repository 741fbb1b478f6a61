using System.Net;
using Line.Messaging;
using LineBot.Cli.Stores;
using LineBot.Storage;

namespace LineBot.Cli.Doctor;

/// <summary>What the checks look at: the settings, the channel, the store. Each is asked once, however many checks want to know.</summary>
internal sealed class Examination : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly CancellationToken _cancel;
    private readonly LineClock _lineClock;
    private readonly Lazy<Channel> _channel;
    private readonly Lazy<Task<Answer<BotInfo>>> _bot;
    private readonly PublicFace _face;
    private readonly Lazy<Database> _database;

    public Examination(Settings settings, Shell shell, CancellationToken cancel)
    {
        (Settings, Shell, _cancel) = (settings, shell, cancel);
        _lineClock = new LineClock(shell.Clock);
        _channel = new(() => Channel.Of(settings, new HttpClient(_lineClock) { Timeout = Patience }));
        _bot = new(() => AskAsync((channel, cancel) => channel.Line.GetBotInfoAsync(cancel)));
        _face = new PublicFace(Patience);
        _database = new(() => new Store(settings, shell).Open());
    }

    public Settings Settings { get; }

    public Shell Shell { get; }

    /// <summary>How far LINE's clock is ahead; null where LINE has not answered.</summary>
    public TimeSpan? LineIsAhead => _lineClock.Ahead;

    /// <summary>The service's address as customers know it; null where the service does not start with it.</summary>
    public Uri? PublicBaseUrl => Uri.TryCreate(Settings.Value("PublicBaseUrl"), UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)) ? address : null;

    /// <summary>The account, which whoever may ask LINE anything may ask for.</summary>
    public Task<Answer<BotInfo>> BotAsync() => _bot.Value;

    /// <summary>Whether LINE is played by a program on this machine.</summary>
    public bool IsRehearsal => Uri.TryCreate(Settings.Value("Line:ApiBaseUrl"), UriKind.Absolute, out var line) && line.IsLoopback;

    /// <summary>What whoever comes to an address is answered.</summary>
    public Task<PublicAnswer> VisitAsync(Uri address) => _face.VisitAsync(address, _cancel);

    public async Task<Answer<T>> AskAsync<T>(Func<Channel, CancellationToken, Task<T>> ask)
    {
        try
        {
            return new(await ask(_channel.Value, _cancel), null);
        }
        catch (Exception e) when (!_cancel.IsCancellationRequested && Troubles.Of(Shell, e) is { } trouble)
        {
            return new(default, trouble, e is LineApiException { StatusCode: >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError });
        }
    }

    /// <summary>Reads the store, or writes to it, where there is one at this version's tables.</summary>
    public async Task<Answer<T>> InStoreAsync<T>(Func<Database, CancellationToken, Task<T>> look)
    {
        try
        {
            return new(await look(_database.Value, _cancel), null);
        }
        catch (Exception e) when (!_cancel.IsCancellationRequested && Troubles.Of(Shell, e) is { } trouble)
        {
            return new(default, trouble);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_channel.IsValueCreated)
            _channel.Value.Dispose();
        _lineClock.Dispose();
        _face.Dispose();
        if (_database.IsValueCreated)
            await _database.Value.DisposeAsync();
    }
}

using System.Net;
using System.Text.RegularExpressions;
using Line.Messaging;
using LineBot.Language;
using LineBot.Privacy;
using LineBot.RichMenu;
using LineBot.RichMenu.Publishing;
using LineBot.Simulator.Bot;
using LineBot.Simulator.Clock;
using LineBot.Simulator.Journeys;
using LineBot.Simulator.Platform;
using LineBot.Simulator.Recordings;
using LineBot.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace LineBot.Simulator;

/// <summary>LINE in a box: the platform, the service beside it on a store of its own, and the people with their phones.</summary>
internal sealed partial class Simulation : IAsyncDisposable
{
    private const string GuestName = "ゲスト";
    private const string EnglishGuestName = "Guest ";

    private readonly SimulationFolder _folder;
    private readonly SemaphoreSlim _oneAtATime = new(1);
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false });

    /// <param name="listening">Where the platform answers.</param>
    /// <exception cref="FormatException">The options name a key that is none.</exception>
    public Simulation(IPEndPoint listening, SimulatorOptions options)
    {
        var isEverywhere = listening.Address.Equals(IPAddress.Any) || listening.Address.Equals(IPAddress.IPv6Any);
        LineAddress = new Uri($"http://{(isEverywhere ? new IPEndPoint(IPAddress.Loopback, listening.Port) : listening)}");
        HasBot = options.HasBot;
        _folder = new SimulationFolder(options.Folder);
        Clock.Turn(_folder.Saved?.Turned ?? TimeSpan.Zero);
        Platform = new LinePlatform(ChannelOf(options), Clock);
        Elsewhere = options.Bot;
        AssertionKeyId = options.AssertionKey is { } key ? Platform.AssertionKeys.Register(key) : null;
        ServiceSettings = BotSettings.For(Platform.Channel, LineAddress, new Uri($"http://127.0.0.1:{FreePort.Find()}"), _folder.Path);
        Bot = new BotProcess(ServiceSettings, Clock);
        Platform.Webhooks.Url = Elsewhere ?? Bot.WebhookUrl;
        DemoPeople.Seat(Platform, _folder.Saved?.UserIds);
        Recordings = new RecordingDesk(Platform, Path.Combine(_folder.Path, "recordings"), PersonalWordsAsync);
    }

    public Uri LineAddress { get; }

    public TurnableClock Clock { get; } = new();

    public LinePlatform Platform { get; }

    public BotProcess Bot { get; }

    public RecordingDesk Recordings { get; }

    /// <summary>Where the operators work.</summary>
    public Uri Console => new(Bot.Address, "/console");

    /// <summary>The first operator's password, which the service tells once, when its store is new; null where it told none to this run.</summary>
    public string? ConsolePassword { get; private set; }

    /// <summary>False where somebody else's bot is tried: the one here is never started.</summary>
    public bool HasBot { get; }

    /// <summary>The webhook of the bot that runs elsewhere; null where none was named.</summary>
    public Uri? Elsewhere { get; }

    /// <summary>What assertions for tokens v2.1 name their key by; null where none was registered.</summary>
    public string? AssertionKeyId { get; }

    /// <summary>What a service needs to be the bot of this platform, by configuration key.</summary>
    public IReadOnlyDictionary<string, string> ServiceSettings { get; }

    /// <summary>Begins as the folder has it: with everybody linked where it is new, else where the last run ended.</summary>
    public Task BeginAsync(ILoggerFactory loggers) => InTurnAsync(async () =>
    {
        var isNew = HasBot && _folder.Saved is null;
        try
        {
            await StartAsync(loggers);
            if (isNew)
                await DemoPeople.LinkAsync(Platform);
        }
        catch (JourneyException e)
        {
            // The phones are there all the same, and the way can be gone by hand.
            Log.Stopped(loggers.CreateLogger<Simulation>(), e);
        }
        if (isNew)
            Save();
    });

    /// <summary>Empty talks, a fresh store, the real time again, and nobody linked or everybody, by the ways that a customer goes.</summary>
    /// <exception cref="JourneyException">The service led elsewhere.</exception>
    /// <param name="beginning">The instant at which it begins, from the real time on; null is that time itself.</param>
    public Task BeginAnewAsync(ILoggerFactory loggers, bool linked, Func<DateTimeOffset, DateTimeOffset>? beginning = null) => InTurnAsync(async () =>
    {
        await Bot.StopAsync();
        _folder.EmptyStore();
        Platform.ForgetTalks();
        Clock.Return();
        if (beginning is not null)
            Clock.TurnTo(beginning(Clock.GetUtcNow()));
        await StartAsync(loggers);
        if (linked)
            await DemoPeople.LinkAsync(Platform);
    });

    /// <summary>One more LINE user, who adds the account and is greeted.</summary>
    public Task AddPhoneAsync(Tongue tongue) => InTurnAsync(async () =>
    {
        var name = tongue.Say(GuestName, EnglishGuestName);
        var number = Platform.Phones.Count(phone => phone.DisplayName.StartsWith(name, StringComparison.Ordinal)) + 1;
        await Platform.AddPhone($"{name}{number}", tongue.Code).FollowAsync();
    });

    public async ValueTask DisposeAsync()
    {
        Recordings.Dispose();
        await Bot.DisposeAsync();
        await Platform.DisposeAsync();
        if (_folder.Saved is not null)
            Save();
        _folder.Dispose();
        _http.Dispose();
        _oneAtATime.Dispose();
        Clock.Dispose();
    }

    /// <summary>Publishes the menus, starts the service and lets everybody add the account.</summary>
    private async Task StartAsync(ILoggerFactory loggers)
    {
        if (Elsewhere is not null)
        {
            // Its menus are its own matter, and so is whether it greets.
            await Task.WhenAll(Platform.Phones.Select(phone => phone.FollowAsync()));
            return;
        }
        await Task.WhenAll(PublishMenusAsync(loggers), HasBot ? Bot.StartAsync() : Task.CompletedTask);
        if (!HasBot)
            return;
        if (Bot.Lines.Select(line => FirstPassword().Match(line)).LastOrDefault(told => told.Success) is { } told)
            ConsolePassword = told.Groups[1].Value;
        System.Console.WriteLine($"  Operators' console: {Console}{(ConsolePassword is null ? "" : $"  (operator / {ConsolePassword})")}\n");
        await DemoPeople.WelcomeAsync(Platform);
    }

    /// <summary>Who begins anew while everybody is still being linked would pull the store from under them.</summary>
    private async Task InTurnAsync(Func<Task> work)
    {
        await _oneAtATime.WaitAsync();
        try
        {
            await work();
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <summary>Who is who in the service's store, and what the phones' owners call themselves.</summary>
    private async Task<IReadOnlyList<string>> PersonalWordsAsync()
    {
        var names = Platform.Phones.Select(phone => phone.DisplayName).Except(DemoPeople.Names);
        if (!HasBot)
            return [.. names];
        await using var store = new Database(
            Options.Create(new StorageOptions { ConnectionString = ServiceSettings["Storage:ConnectionString"] }), NullLogger<Database>.Instance);
        return [.. names, .. await store.ReadAsync(new PersonalDataStore().Words)];
    }

    private Channel ChannelOf(SimulatorOptions options)
    {
        var channel = _folder.Saved?.Channel ?? Channel.Create();
        return channel with { Secret = options.Secret ?? channel.Secret, AccessToken = options.Token ?? channel.AccessToken };
    }

    private void Save() =>
        _folder.Save(new SavedSimulation(Platform.Channel, [.. Platform.Phones.Select(phone => phone.UserId)], Clock.Turned));

    private async Task PublishMenusAsync(ILoggerFactory loggers)
    {
        var line = new LineMessagingClient(
            _http, new LineClientOptions { ApiBaseUrl = LineAddress, DataApiBaseUrl = LineAddress }, ChannelTokenSource.Fixed(Platform.Channel.AccessToken));
        await new MenuPublisher(line, Clock, loggers.CreateLogger<MenuPublisher>()).PublishAsync(MenuFolder.Load(MenuFolder.Shipped), CancellationToken.None);
    }

    [GeneratedRegex("^Console: .* operator \"operator\" password ([a-z0-9-]+) ")]
    private static partial Regex FirstPassword();

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Not everybody got to the link state that they were to have")]
        public static partial void Stopped(ILogger logger, Exception exception);
    }
}

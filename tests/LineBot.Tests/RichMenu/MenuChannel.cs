using Line.Messaging;
using LineBot.RichMenu;
using LineBot.Simulator.Platform;
using Microsoft.Extensions.Logging.Abstractions;

namespace LineBot.Tests.RichMenu;

/// <summary>A LINE channel of one test, and a folder of menus that the test may change.</summary>
public sealed class MenuChannel : IAsyncDisposable
{
    private readonly PlatformServer _server;
    private readonly HttpClient _http = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("linebot-menus-");

    private MenuChannel(PlatformServer server)
    {
        _server = server;
        Line = new LineMessagingClient(
            _http, new LineClientOptions { ApiBaseUrl = server.Address, DataApiBaseUrl = server.Address }, ChannelTokenSource.Fixed(server.Platform.Channel.AccessToken));
        foreach (var file in Directory.GetFiles(MenuFolder.Shipped))
            File.Copy(file, Path.Combine(_folder.FullName, Path.GetFileName(file)));
    }

    public LinePlatform Platform => _server.Platform;

    public Uri Address => _server.Address;

    public LineMessagingClient Line { get; }

    /// <summary>A copy of the menus' folder.</summary>
    public string Folder => _folder.FullName;

    public static async Task<MenuChannel> StartAsync() => new(await PlatformServer.StartAsync(TimeProvider.System));

    public Task<PublishResult> PublishAsync() =>
        new MenuPublisher(Line, NullLogger<MenuPublisher>.Instance).PublishAsync(MenuFolder.Load(Folder), CancellationToken.None);

    /// <summary>Writes something else into one menu's definition.</summary>
    public void Edit(string file, string old, string replacement)
    {
        var path = Path.Combine(Folder, file);
        var text = File.ReadAllText(path);
        text.ShouldContain(old);
        File.WriteAllText(path, text.Replace(old, replacement, StringComparison.Ordinal));
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _server.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}

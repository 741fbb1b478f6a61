using System.Security.Cryptography;
using System.Text;
using LineBot.Simulator.Bot;
using LineBot.Simulator.Platform;
using LineBot.Tests.Drivers;
using LineBot.Tests.Killing;
using LineBot.Tests.Storage;

namespace LineBot.Tests.Operations;

/// <summary>What the runbook says of replacing the channel's secret and token, step by step.</summary>
public sealed class RotationTests : IAsyncLifetime
{
    private const string FormerSecret = "0123456789abcdef0123456789abcdef";

    private readonly TempFolder _folder = new();
    private PlatformServer _line = null!;
    private TestStore _store = null!;
    private Dictionary<string, string> _settings = null!;
    private BotProcess _service = null!;

    public async Task InitializeAsync()
    {
        _line = await PlatformServer.StartAsync(new PatientClock());
        _store = TestStore.At(_folder.File("linebot.db"));
        _settings = new Dictionary<string, string>(
            BotSettings.For(_line.Platform.Channel, _line.Address, new Uri($"http://127.0.0.1:{FreePort.Find()}"), _folder.Path))
        {
            ["DemoData"] = "false", ["Storage:Provider"] = _store.Options.Provider, ["Storage:ConnectionString"] = _store.ConnectionString,
        };
        _service = new BotProcess(_settings);
        _line.Platform.Webhooks.Url = _service.WebhookUrl;
        _line.Platform.Webhooks.Timeout = TimeSpan.FromSeconds(10);
    }

    public async Task DisposeAsync()
    {
        await _service.DisposeAsync();
        await _line.DisposeAsync();
        _store.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task No_event_is_lost_while_the_channel_secret_is_replaced()
    {
        var phone = _line.Platform.AddFriend("はな");
        var secret = _settings["Line:ChannelSecret"];
        _settings["Line:ChannelSecret"] = FormerSecret;
        await _service.StartAsync();

        // LINE has issued the new secret and signs with it: the service does not know it yet.
        var refused = await phone.SendTextAsync("残量");
        refused!.Status.ShouldBe(401);
        (_settings["Line:ChannelSecret"], _settings["Line:PreviousChannelSecret"]) = (secret, FormerSecret);
        await _service.RestartAsync();
        (await AgainAsync(refused)).ShouldBe(200, "LINE delivers it again");
        await HeardAsync(phone, 1);

        // What LINE had signed before it issued the new one may still be on its way.
        (await AgainAsync(refused, FormerSecret)).ShouldBe(200);
        (await phone.SendTextAsync("残量"))!.Status.ShouldBe(200);
        await HeardAsync(phone, 2);

        _settings.Remove("Line:PreviousChannelSecret");
        await _service.RestartAsync();
        (await phone.SendTextAsync("残量"))!.Status.ShouldBe(200);
        await HeardAsync(phone, 3);
        (await AgainAsync(refused, FormerSecret)).ShouldBe(401);
        _store.Count("SELECT COUNT(*) FROM inbox").ShouldBe(3);
    }

    [Fact]
    public async Task Answers_wait_while_the_access_token_is_revoked_and_are_heard_with_the_new_one()
    {
        var phones = Enumerable.Range(0, 3).Select(i => _line.Platform.AddFriend($"客{i}")).ToList();
        var token = _settings["Line:ChannelAccessToken"];
        _settings["Line:ChannelAccessToken"] = "revoked";
        await _service.StartAsync();
        foreach (var phone in phones)
            (await phone.SendTextAsync("残量"))!.Status.ShouldBe(200);
        await Eventually.IsSoAsync(
            () => _store.Count("SELECT COUNT(*) FROM outbox WHERE status = 0 AND attempts > 0") == phones.Count, "LINE to refuse the revoked token");

        _settings["Line:ChannelAccessToken"] = token;
        await _service.RestartAsync();

        foreach (var phone in phones)
            await HeardAsync(phone, 1);
        await Eventually.IsSoAsync(() => _store.Count("SELECT COUNT(*) FROM outbox WHERE status <> 1") == 0, "each answer to be noted as sent");
        phones.ShouldAllBe(phone => Heard(phone) == 1);
    }

    /// <summary>Delivers a webhook's bytes once more.</summary>
    /// <param name="secret">What it is signed with; null for the secret that the channel has now.</param>
    private async Task<int?> AgainAsync(WebhookPost post, string? secret = null)
    {
        var body = Encoding.UTF8.GetBytes(post.Body);
        var signature = secret is null ? null : Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body));
        return (await _line.Platform.Webhooks.PostAsync(body, signature)).Status;
    }

    private static Task HeardAsync(LinePhone phone, int times) => Eventually.IsSoAsync(() => Heard(phone) == times, $"{phone.DisplayName} to hear {times}");

    private static int Heard(LinePhone phone) => phone.Talk.Count(entry => entry.Side == TalkSide.Bot);
}

using LineBot.Language;
using LineBot.Simulator.Clock;
using LineBot.Simulator.Phones.Bench;
using LineBot.Simulator.Phones.Screens;
using LineBot.Simulator.Platform;
using LineBot.Tests.Drivers;

namespace LineBot.Tests.Simulator.Phones.Bench;

public sealed class LineHandTests : IAsyncLifetime
{
    private readonly TurnableClock _clock = new(LineTalk.Noon, runs: false);
    private readonly BenchNote _note = new();
    private LinePlatform _platform = null!;

    public Task InitializeAsync()
    {
        _platform = new LinePlatform(LineBot.Simulator.Platform.Channel.Create(), _clock);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await _platform.DisposeAsync();
        _clock.Dispose();
    }

    [Theory]
    [InlineData("fault", "TooMany|/message/reply|3", "429（レート制限） · 応答（reply） · あと3回")]
    [InlineData("fault", "FailAfter||", "500（実行後） · 毎回")]
    [InlineData("fault", "LateToken|/profile|1", "応答トークンの期限切れ · 応答（reply） · あと1回")]
    [InlineData("webhook-fault", "Reorder|1", "Webhookの順番が入れ替わる · あと1回")]
    public async Task Adds_a_fault_and_clears_it(string gesture, string value, string words)
    {
        (await DoAsync(gesture, value)).ShouldBeTrue();
        _platform.Faults.Waiting.Select(waiting => FaultWords.Of(waiting, Tongue.Japanese)).ShouldBe([words]);

        await DoAsync("clear-faults");

        _platform.Faults.Waiting.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("fault", null)]
    [InlineData("fault", "Sabotage||1")]
    [InlineData("fault", "TooMany")]
    [InlineData("webhook-fault", "|")]
    [InlineData("verify", null)]
    [InlineData("dance", "")]
    public async Task Does_nothing_that_it_does_not_know(string gesture, string? value)
    {
        (await DoAsync(gesture, value)).ShouldBeFalse();

        _platform.Faults.Waiting.ShouldBeEmpty();
    }

    [Fact]
    public async Task Switches_what_the_console_switches()
    {
        foreach (var gesture in (string[])["use-webhook", "redeliver", "standby", "chat", "no-network"])
            await DoAsync(gesture);

        (_platform.Webhooks.IsActive, _platform.Webhooks.Redeliver, _platform.IsStandby, _platform.HasChat, _platform.Faults.NoNetwork).ShouldBe((false, true, true, true, true));
    }

    [Theory]
    [InlineData("3", 3)]
    [InlineData("0", 0)]
    [InlineData("", null)]
    public async Task Leaves_so_many_messages_of_the_month(string value, int? quota)
    {
        await DoAsync("quota", value);

        _platform.MonthlyQuota.ShouldBe(quota);
    }

    [Fact]
    public async Task Tells_what_came_of_the_verify_button()
    {
        _platform.Webhooks.Url = new Uri("http://127.0.0.1:9/webhook");

        await DoAsync("verify");

        _note.Now!.Value.English.ShouldBe("Verify: failed (could_not_connect).");
    }

    [Fact]
    public void Every_fault_has_words_of_its_own_in_both_languages()
    {
        foreach (var tongue in (Tongue[])[Tongue.Japanese, Tongue.English])
        {
            string[] words = [.. Enum.GetValues<ApiFault>().Select(fault => FaultWords.Of(fault, tongue)), .. Enum.GetValues<WebhookFault>().Select(fault => FaultWords.Of(fault, tongue))];
            words.Distinct().Count().ShouldBe(words.Length);
            words.ShouldAllBe(word => word.Contains(' ') || tongue.IsJapanese);
        }
    }

    private Task<bool> DoAsync(string gesture, string? value = null) => new LineHand(_platform, _note).DoAsync(new Gesture(gesture, Value: value));
}

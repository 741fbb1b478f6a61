using LineBot.Tests.Storage;
using Line.Messaging;
using LineBot.Webhook;

namespace LineBot.Tests.Cli;

public sealed class EventsCommandTests : IAsyncLifetime
{
    private const string Id = "01HZX0M5QX2Y3Z4A5B6C7D8E9F";
    private readonly TempDatabase _store = new();
    private readonly InboxStore _inbox = new();

    public async Task InitializeAsync() => await _store.WriteAsync(tx =>
    {
        var now = DateTimeOffset.UnixEpoch.AddDays(20_000);
        var e = WebhookEvent.Parse(System.Text.Encoding.UTF8.GetBytes(
            $$$"""{"type":"message","mode":"active","timestamp":1,"source":{"type":"user","userId":"U00000000000000000000000000000001"},"webhookEventId":"{{{Id}}}","deliveryContext":{"isRedelivery":false},"replyToken":"token","message":{"id":"1","type":"text","text":"ひみつ","quoteToken":"q"}}"""));
        var stored = _inbox.Add(tx, e, now)!;
        _inbox.MarkFailed(tx, stored, "TimeoutException at Sample.Show", forGood: true, now);
    });

    [Fact]
    public async Task Lists_what_failed_without_saying_whose_it_is()
    {
        var run = await RunAsync("events", "list");

        run.ExitCode.ShouldBe(0);
        run.Output.ShouldContain(Id);
        run.Output.ShouldContain("TimeoutException at Sample.Show");
        run.Output.ShouldContain("2024-10-04 09:00:00");
        run.Output.ShouldNotContain("ひみつ");
        run.Output.ShouldNotContain("U0000");
        (await RunAsync("events", "list", "--json")).Json[0].GetProperty("webhookEventId").GetString().ShouldBe(Id);
    }

    [Fact]
    public async Task Shows_the_payload_only_when_asked()
    {
        (await RunAsync("events", "show", Id)).Output.ShouldNotContain("ひみつ");
        (await RunAsync("events", "show", Id, "--json")).Output.ShouldNotContain("ひみつ");
        (await RunAsync("events", "show", Id, "--payload")).Output.ShouldContain("ひみつ");
        (await RunAsync("events", "show", Id, "--payload", "--json")).Json.GetProperty("payload").GetProperty("message").GetProperty("text").GetString().ShouldBe("ひみつ");
    }

    [Fact]
    public async Task Puts_an_event_back_once()
    {
        (await RunAsync("events", "retry", Id)).ExitCode.ShouldBe(0);

        (await _store.Database.ReadAsync(tx => _inbox.Get(tx, _inbox.Table.WaitingAfter(tx, 0, 10).ShouldHaveSingleItem()))).EventId.ShouldBe(Id);
        (await RunAsync("events", "retry", Id)).ExitCode.ShouldBe(1);
    }

    [Fact]
    public async Task Discards_an_event()
    {
        (await RunAsync("events", "discard", Id)).ExitCode.ShouldBe(0);

        (await _store.Database.ReadAsync(tx => _inbox.Table.WaitingAfter(tx, 0, 10))).ShouldBeEmpty();
        (await RunAsync("events", "list", "--json")).Json.GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Says_that_there_is_no_such_event()
    {
        var run = await RunAsync("events", "show", "01NOSUCHEVENT");

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("01NOSUCHEVENT");
        run.Error.ShouldContain("linebot events list");
    }

    [Fact]
    public async Task Makes_no_store_by_looking_for_one()
    {
        var file = Path.Combine(Path.GetTempPath(), $"linebot-none-{Guid.NewGuid():N}.db");

        var run = await CliRun.OfAsync(new Dictionary<string, string> { ["Storage:ConnectionString"] = $"Data Source={file}" }, "events", "list");

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("no store there yet");
        File.Exists(file).ShouldBeFalse();
    }

    public async Task DisposeAsync() => await _store.DisposeAsync();

    private Task<CliRun> RunAsync(params string[] args) =>
        CliRun.OfAsync(new Dictionary<string, string> { ["Storage:Provider"] = _store.Store.Options.Provider, ["Storage:ConnectionString"] = _store.Store.ConnectionString }, args);
}

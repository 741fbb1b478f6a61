using System.Text;
using Line.Messaging;
using LineBot.Cli.Doctor;
using LineBot.Console.Staff;
using LineBot.Outbox;
using LineBot.Simulator.Bot;
using LineBot.Storage;
using LineBot.Tests.Drivers;
using LineBot.Tests.Storage;
using LineBot.Webhook;
using Microsoft.Data.Sqlite;

namespace LineBot.Tests.Cli.Doctor;

/// <summary>What is said of the settings and the store, without a LINE to ask.</summary>
public sealed class DoctorStoreTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 16, 12, 0, 0, TimeSpan.FromHours(9));

    private readonly TempFolder _folder = new();

    [Theory]
    [InlineData("Line:ChannelSecret", "short", "a channel secret has 32")]
    [InlineData("PublicBaseUrl", "http://bot.example.jp", "PublicBaseUrl is 'http://bot.example.jp'")]
    [InlineData("Web:TrustedProxies:0", "proxy", "Web:TrustedProxies holds 'proxy'")]
    [InlineData("DataPolicy:NoSuchKey", "1", "NoSuchKey")]
    [InlineData("Webhook:MaxBacklog", "many", "Webhook")]
    public async Task Says_which_setting_the_service_does_not_start_with(string key, string value, string sentence)
    {
        var run = await RunAsync((key, value));

        run.ExitCode.ShouldBe(1);
        run.StatesOf("settings").ShouldBe("wrong", run.Text);
        run.WhatOf("settings").ShouldContain(sentence);
    }

    [Fact]
    public async Task Says_that_there_is_no_store_yet_and_makes_none()
    {
        var run = await RunAsync();

        run.StatesOf("settings").ShouldBe("ok", run.Text);
        run.StatesOf("store").ShouldBe("advice");
        run.WhatOf("store").ShouldContain("no store yet");
        foreach (var rest in new[] { "queues", "set-aside", "operators" })
            run.StatesOf(rest).ShouldBe("unknown", rest);
        run.StatesOf("disk").ShouldNotBe("unknown");
        _folder.Names.ShouldBeEmpty();
    }

    [Fact]
    public async Task Tells_an_older_store_from_a_newer_one_and_from_none_at_all()
    {
        await CliRun.OfAsync(Settings, "migrate");
        var last = Migrations.All()[^1];
        var current = await RunAsync();
        Run($"DELETE FROM migrations WHERE name = '{last}'");
        var older = await RunAsync();
        Run($"INSERT INTO migrations (name) VALUES ('{last}'), ('9999_from_the_future.sql')");
        var newer = await RunAsync();
        await File.WriteAllTextAsync(_folder.File("store.db"), new string('x', 5_000));
        var none = await RunAsync();

        current.StatesOf("store").ShouldBe("ok");
        older.StatesOf("store").ShouldBe("advice");
        older.WhatOf("store").ShouldContain(last);
        newer.StatesOf("store").ShouldBe("wrong");
        newer.WhatOf("store").ShouldContain("9999_from_the_future.sql");
        none.StatesOf("store").ShouldBe("wrong");
        none.WhatOf("store").ShouldContain("not a database");
    }

    [Theory]
    [InlineData(60, "ok")]
    [InlineData(61, "wrong, wrong")]
    public async Task Sees_events_and_messages_that_wait_for_too_long(int seconds, string states)
    {
        await WriteAsync(tx =>
        {
            var since = Now.AddSeconds(-seconds);
            new InboxStore().Add(tx, Event(1), since);
            new OutboxStore().Add(tx, new OutgoingMessage(
                0, OutgoingKind.Push, "U1", null, default, "[]"u8.ToArray(), Guid.NewGuid(), Now.AddHours(1), IsMarkedTried: false), null, since);
        });

        var run = await RunAsync();

        run.StatesOf("queues").ShouldBe(states);
        if (states != "ok")
            run.WhatOf("queues").ShouldContain("61 s ago");
    }

    [Theory]
    [InlineData(0, "ok", "No event")]
    [InlineData(2, "advice", "set aside: 2")]
    [InlineData(101, "advice", "100 or more")]
    public async Task Counts_what_was_set_aside(int events, string state, string words)
    {
        await WriteAsync(tx =>
        {
            var inbox = new InboxStore();
            for (var number = 0; number < events; number++)
                inbox.MarkFailed(tx, inbox.Add(tx, Event(number), Now)!, "TimeoutException", forGood: true, Now);
        });

        var run = await RunAsync();

        run.StatesOf("set-aside").ShouldBe(state);
        run.WhatOf("set-aside").ShouldContain(words);
    }

    [Fact]
    public async Task Sees_that_nobody_can_let_anybody_in()
    {
        await WriteAsync(_ => { });
        var isNew = await RunAsync();
        await WriteAsync(tx => new OperatorStore().Add(tx, "sato", "佐藤", OperatorRole.Operator, "hash", Now));
        var nobody = await RunAsync();
        await WriteAsync(tx => new OperatorStore().Add(tx, "suzuki", "鈴木", OperatorRole.Admin, "hash", Now));
        var somebody = await RunAsync();

        isNew.StatesOf("operators").ShouldBe("advice");
        nobody.StatesOf("operators").ShouldBe("wrong");
        nobody.WhatOf("operators").ShouldContain("linebot operator add");
        somebody.StatesOf("operators").ShouldBe("ok");
        somebody.WhatOf("operators").ShouldContain("sign in: 2, of whom administrators: 1");
    }

    [Theory]
    [InlineData("false", "https://bot.example.jp", "Ok")]
    [InlineData("true", "http://127.0.0.1:5000", "Ok")]
    [InlineData("true", "https://bot.example.jp", "Wrong")]
    public async Task Keeps_customers_with_public_passwords_from_the_public(string demoData, string address, string state) =>
        (await DoctorRun.LookAsync(examination => new DemoDataCheck(examination), ("DemoData", demoData), ("PublicBaseUrl", address)))
            .ShouldHaveSingleItem().State.ToString().ShouldBe(state);

    [Theory]
    [InlineData(99_999_999, 0, "Wrong")]
    [InlineData(100_000_000, 0, "Advice")]
    [InlineData(999_999_999, 0, "Advice")]
    [InlineData(1_000_000_000, 0, "Ok")]
    [InlineData(2_000_000_000, 2_000_000_001, "Advice")]
    [InlineData(2_000_000_000, 2_000_000_000, "Ok")]
    public void Wants_room_for_a_busy_day_and_a_backup(long free, long stored, string state) =>
        DiskCheck.StateOf(free, stored).ToString().ShouldBe(state);

    [Fact]
    public async Task Reads_settings_as_systemd_does()
    {
        var file = _folder.File("linebot.env");
        await File.WriteAllTextAsync(file, $"""
            # the channel
            Line__ChannelSecret="0123456789abcdef0123456789abcdef"
            Line__ChannelAccessToken=a=b
            Line__ApiBaseUrl=http://127.0.0.1:{FreePort.Find()}
            Storage__ConnectionString=Data Source={_folder.File("store.db")}
            not a setting
            """);
        using var output = new StringWriter();
        using var error = new StringWriter();

        await LineBot.Cli.CommandLine.RunAsync(["doctor", "--settings", file, "--lang", "en"], output, error, TimeProvider.System);
        var migrated = await LineBot.Cli.CommandLine.RunAsync(["migrate", "--settings", file, "--lang", "en"], output, error, TimeProvider.System);

        output.ToString().ShouldContain("The service can start with these settings.");
        migrated.ShouldBe(0);
        File.Exists(_folder.File("store.db")).ShouldBeTrue();
    }

    public void Dispose() => _folder.Dispose();

    private Dictionary<string, string> Settings => new()
    {
        ["Line:ChannelSecret"] = "0123456789abcdef0123456789abcdef",
        ["Line:ChannelAccessToken"] = "a-token",
        ["Line:ApiBaseUrl"] = $"http://127.0.0.1:{FreePort.Find()}",
        ["Storage:ConnectionString"] = $"Data Source={_folder.File("store.db")}",
    };

    private Task<DoctorRun> RunAsync(params (string Key, string Value)[] changes) => DoctorRun.OfAsync(Settings, new StoppedClock(Now), changes);

    private async Task WriteAsync(Action<Transaction> work)
    {
        await using var database = new Database(
            Microsoft.Extensions.Options.Options.Create(new StorageOptions { ConnectionString = Settings["Storage:ConnectionString"] }),
            Microsoft.Extensions.Logging.Abstractions.NullLogger<Database>.Instance);
        await database.WriteAsync(work);
    }

    private void Run(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_folder.File("store.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static WebhookEvent Event(int number) => WebhookEvent.Parse(Encoding.UTF8.GetBytes(
        $$$"""{"type":"follow","mode":"active","timestamp":1,"source":{"type":"user","userId":"U00000000000000000000000000000001"},"webhookEventId":"01HZX0M5QX2Y3Z4A5B6C7D{{{number:0000}}}","deliveryContext":{"isRedelivery":false},"replyToken":"token"}"""));
}

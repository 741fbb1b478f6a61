using System.Text;
using LineBot.Privacy;
using LineBot.RichMenu;
using LineBot.Storage;
using LineBot.Tests.Drivers;
using LineBot.Tests.Handlers;
using LineBot.Tests.Handlers.MyPage;
using Microsoft.Extensions.DependencyInjection;

namespace LineBot.Tests.Cli;

public sealed class CustomerCommandTests
{
    /// <summary>What names the demo parent, but for the LINE account.</summary>
    private static readonly string[] Personal =
        ["oya@example.jp", "山田 花子", "ヤマダ ハナコ", "1984-05-12", "東京都千代田区千代田1-1", "080-0000-0001", "080-0000-0002", "陸"];

    private const string Asked = "海外で使えますか、山田です";

    [Fact]
    public async Task Finds_a_customer_by_whatever_they_say_of_themselves()
    {
        await using var line = await LineTalk.StartAsync();
        var mother = await line.PhoneAsync(LinkState.Contractor);

        foreach (var text in new[] { "oya@example.jp", "080-0000-0002", "山田花子", "ヤマダ ハナコ", mother.UserId })
        {
            var found = (await RunAsync(line, "find", text, "--json")).Json.EnumerateArray().Single();
            (found.GetProperty("loginId").GetString(), found.GetProperty("lineUserId").GetString()).ShouldBe(("oya@example.jp", mother.UserId));
        }
        (await RunAsync(line, "find", "山田", "--json")).Json.GetArrayLength().ShouldBe(0, "a part of a name is too little to show somebody's data");
        line.Count("SELECT COUNT(*) FROM audit_log WHERE action = 'customer-looked-for'").ShouldBe(6);
    }

    [Fact]
    public async Task Exports_all_that_is_stored_but_nothing_that_opens_something_and_nobody_elses_account()
    {
        await using var line = await LineTalk.StartAsync();
        var (mother, child) = await LiveAsync(line);

        var export = await RunAsync(line, "export", "080-0000-0001", "--as", "sato");

        export.ExitCode.ShouldBe(0);
        foreach (var personal in Personal.Concat([mother.UserId, Asked]))
            export.Output.ShouldContain(personal);
        var tables = export.Json.GetProperty("tables");
        foreach (var name in new[] { "contracts", "subscriptions", "contractor_links", "user_links", "line_accounts", "campaign_rewards", "invitations", "inquiry_questions", "web_sessions", "usage_days", "audit_log", "inbox", "outbox" })
            tables.TryGetProperty(name, out _).ShouldBeTrue(name);
        export.Output.ShouldNotContain(child.UserId);
        export.Output.ShouldNotContain("password_hash");
        export.Output.ShouldNotContain("token_hash");
        line.Count("SELECT COUNT(*) FROM audit_log WHERE action = 'customer-exported' AND actor = 'operator:sato'").ShouldBe(1);
        (await RunAsync(line, "export", "nobody@example.jp")).Error.ShouldContain("no such customer");
    }

    [Fact]
    public async Task Erases_every_trace_of_the_person_and_keeps_the_books()
    {
        await using var line = await LineTalk.StartAsync(new() { Settings = new Dictionary<string, string> { ["Outbox:KeepSentFor"] = "10.00:00:00" } });
        await line.PublishMenusAsync();
        var (mother, child) = await LiveAsync(line);
        var (bills, entries) = (line.Count("SELECT COUNT(*) FROM bill_lines"), line.Count("SELECT COUNT(*) FROM data_entries"));
        bills.ShouldBeGreaterThan(0);

        var shown = await RunAsync(line, "erase", "oya@example.jp");
        var refused = await RunAsync(line, "erase", "oya@example.jp", "--yes");
        Traces(line, [mother.UserId, .. Personal]).ShouldNotBeEmpty("neither changed anything");
        var erased = await RunAsync(line, "erase", "oya@example.jp", "--yes", "--end-contracts", "--as", "sato");
        await line.SettledAsync();

        shown.Error.ShouldContain("Nothing was erased yet");
        (refused.ExitCode, erased.ExitCode, erased.Error).ShouldBe((1, 0, ""));
        refused.Error.ShouldContain("live contracts");
        erased.Output.ShouldContain("Bills, the data ledger and the record stay");
        Traces(line, [mother.UserId, Asked, .. Personal]).ShouldBeEmpty();
        (line.Count("SELECT COUNT(*) FROM bill_lines"), line.Count("SELECT COUNT(*) FROM data_entries")).ShouldBe((bills, entries));
        line.Count("SELECT COUNT(*) FROM audit_log WHERE action = 'customer-erased' AND actor = 'operator:sato' AND detail LIKE 'erased:%'").ShouldBe(1);
        line.Count("SELECT COUNT(*) FROM contracts WHERE login_id = 'tomo@example.jp' AND holder_name = '鈴木 友子'").ShouldBe(1, "nobody else is touched");
        await mother.MenuBecomesAsync("none");
        await child.MenuBecomesAsync("none");
        (await RunAsync(line, "erase", "oya@example.jp", "--yes")).Error.ShouldContain("no such customer");
        await mother.SkipAsync();
        (await mother.AskTapAsync("my-page@1")).Text.ShouldContain("契約者連携", customMessage: "a stranger again");
    }

    [Fact]
    public async Task Takes_a_lost_phones_links_and_sign_ins_without_a_tap_on_it()
    {
        await using var line = await LineTalk.StartAsync();
        await line.PublishMenusAsync();
        var (mother, child) = await LiveAsync(line);

        var shown = await RunAsync(line, "unlink", "oya@example.jp", "--json");
        shown.Error.ShouldContain("Nothing was undone yet");
        shown.Json.EnumerateArray().Select(link => link.GetProperty("of").GetString()).ShouldBe(["oya@example.jp"]);
        line.Count("SELECT COUNT(*) FROM contractor_links").ShouldBe(1);
        line.Count("SELECT COUNT(*) FROM web_sessions WHERE ended_at IS NULL").ShouldBe(1);

        (await RunAsync(line, "unlink", "080-0000-0002", "--yes", "--as", "sato")).ExitCode.ShouldBe(0);
        await child.MenuBecomesAsync("none");
        line.Count("SELECT COUNT(*) FROM contractor_links").ShouldBe(1, "the child's phone is lost, not the mother's");

        (await RunAsync(line, "unlink", mother.UserId, "--yes", "--as", "sato")).ExitCode.ShouldBe(0);
        await mother.MenuBecomesAsync("none");
        line.Count("SELECT COUNT(*) FROM web_sessions WHERE ended_at IS NULL").ShouldBe(0);
        line.Count("SELECT COUNT(*) FROM audit_log WHERE action = 'phone-lost' AND actor = 'operator:sato'").ShouldBe(2);
        await mother.SkipAsync();
        (await mother.AskTapAsync("my-page@1")).Text.ShouldContain("契約者連携", customMessage: "whoever has the phone is a stranger now");

        foreach (var nobody in (string[])["oya@example.jp", "080-0000-0002", mother.UserId, "nobody@example.jp", "080-9999-9999"])
            (await RunAsync(line, "unlink", nobody, "--yes")).Error.ShouldContain("No LINE account is linked there.");
    }

    [Theory]
    [InlineData(89, 1)]
    [InlineData(90, 0)]
    public async Task Forgets_what_applicants_told_after_its_time(int days, long kept)
    {
        await using var line = await LineTalk.StartAsync(new() { ClockRuns = false });
        await line.Services.GetRequiredService<Database>().WriteAsync(tx => tx.Execute(
            """
            INSERT INTO applications (request_id, kind, state, plan_id, user_name, holder_name, received_at, settled_at)
            VALUES ('r', 'new-contract', 'declined', 'voice-3gb', '森 美緒', '森 美緒', 0, @at)
            """, new { at = line.Clock.GetUtcNow() - TimeSpan.FromDays(days) }));

        await new PrivacyChore(
            line.Services.GetRequiredService<Database>(), line.Services.GetRequiredService<PersonalDataStore>(), line.Services.GetRequiredService<Erasure>(),
            line.Services.GetRequiredService<Microsoft.Extensions.Options.IOptions<PrivacyOptions>>(), line.Clock).DoPortionAsync(CancellationToken.None);

        line.Count("SELECT COUNT(*) FROM applications WHERE holder_name = '森 美緒'").ShouldBe(kept);
        line.Count("SELECT COUNT(*) FROM applications").ShouldBe(1);
    }

    [Theory]
    [InlineData(1094, 1)]
    [InlineData(1095, 0)]
    public async Task Forgets_a_contract_that_ended_long_ago_but_not_its_bills(int days, long kept)
    {
        await using var line = await LineTalk.StartAsync(new() { ClockRuns = false });
        await line.Services.GetRequiredService<Database>().WriteAsync(tx =>
        {
            var at = line.Clock.GetUtcNow() - TimeSpan.FromDays(days);
            tx.Execute("UPDATE contracts SET ended_at = @at WHERE login_id = 'tomo@example.jp'", new { at });
            tx.Execute("UPDATE subscriptions SET ended_at = @at WHERE phone_number = '080-0000-0003'", new { at });
        });

        await new PrivacyChore(
            line.Services.GetRequiredService<Database>(), line.Services.GetRequiredService<PersonalDataStore>(), line.Services.GetRequiredService<Erasure>(),
            line.Services.GetRequiredService<Microsoft.Extensions.Options.IOptions<PrivacyOptions>>(), line.Clock).DoPortionAsync(CancellationToken.None);

        line.Count("SELECT COUNT(*) FROM contracts WHERE holder_name = '鈴木 友子'").ShouldBe(kept);
        line.Count("SELECT COUNT(*) FROM subscriptions WHERE phone_number = '080-0000-0003'").ShouldBe(kept);
        line.Count("SELECT COUNT(*) FROM contracts WHERE holder_name = '山田 花子'").ShouldBe(1, "a live one stays");
    }

    /// <summary>A parent and a child who have used the service: links, a session, an invitation, a question, bills.</summary>
    private static async Task<(PhoneDriver Mother, PhoneDriver Child)> LiveAsync(LineTalk line)
    {
        var mother = await line.MotherOnMyPageAsync();
        var child = line.Phone("Child");
        await child.LinkSubscriptionAsync(await mother.ReadUserCodeAsync("080-0000-0002"));
        await mother.AskTapAsync("add-invite/invite@1");
        await mother.AskTapAsync("talk-inquiry@1");
        await mother.AskTapAsync("talk-inquiry/start@1");
        await mother.AskAsync(Asked);
        await line.EventuallyAsync(() => line.Count("SELECT COUNT(*) FROM bills") > 0, "last month to be closed");
        await mother.SkipAsync();
        await child.SkipAsync();
        return (mother, child);
    }

    /// <summary>Where in the whole store any of these can still be read. What carries the menu to the phone is forgotten in its time.</summary>
    private static List<string> Traces(LineTalk line, IReadOnlyList<string> personal) =>
        line.Services.GetRequiredService<Database>().ReadAsync(tx =>
        {
            var traces = new List<string>();
            foreach (var table in line.Store.Tables())
            {
                foreach (IDictionary<string, object?> row in tx.Query<dynamic>($"SELECT * FROM {table}{(table == "outbox" ? " WHERE kind <> 'menu'" : "")}"))
                {
                    foreach (var (column, value) in row)
                    {
                        var text = value is byte[] bytes ? Encoding.UTF8.GetString(bytes) : value?.ToString() ?? "";
                        traces.AddRange(personal.Where(one => text.Contains(one, StringComparison.Ordinal)).Select(one => $"{table}.{column}: {one}"));
                    }
                }
            }
            return traces;
        }).GetAwaiter().GetResult();

    private static Task<CliRun> RunAsync(LineTalk line, string verb, params string[] args) =>
        CliRun.OfAsync(
            new Dictionary<string, string>
            {
                ["Storage:Provider"] = line.Store.Options.Provider, ["Storage:ConnectionString"] = line.Store.ConnectionString,
                ["Line:ChannelSecret"] = line.Platform.Channel.Secret,
                ["Line:ChannelAccessToken"] = line.Platform.Channel.AccessToken,
                ["PublicBaseUrl"] = line.Address.ToString(),
            },
            line.Clock, ["customer", verb, .. args]);
}

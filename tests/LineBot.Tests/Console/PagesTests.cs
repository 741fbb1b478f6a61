using System.Net;
using System.Text.RegularExpressions;
using LineBot.Console.Canned;
using LineBot.Console.Staff;
using LineBot.RichMenu;
using LineBot.Simulator.Platform;
using LineBot.Storage;
using LineBot.Tests.Drivers;
using LineBot.Tests.Handlers;
using LineBot.Webhook;
using Microsoft.Extensions.DependencyInjection;

namespace LineBot.Tests.Console;

/// <summary>The console's pages beside the desk, each by its forms and without a script.</summary>
public sealed partial class PagesTests
{
    private static readonly byte[] Picture = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    [Fact]
    public async Task A_picture_is_seen_until_it_is_taken_back_and_who_saw_it_is_on_record()
    {
        await using var line = await LineTalk.StartAsync();
        var phone = line.Phone("はな");
        using var sato = await OperatorDriver.SignInAsync(line, "sato");
        await phone.AskTapAsync("talk-inquiry/connect@1");
        await phone.Phone.SendImageAsync(Picture, "image/png");
        await line.EventuallyAsync(() => line.Count("SELECT COUNT(*) FROM inquiry_contents") == 1, "the picture to be fetched");
        var talk = (await sato.PostAsync("/console/talks/next")).Headers.Location!.OriginalString;

        var address = ContentLink().Match(await sato.ReadAsync(talk)).Value;
        var seen = await sato.GetAsync(address);
        (await seen.Content.ReadAsByteArrayAsync()).ShouldBe(Picture);
        seen.Content.Headers.ContentType!.MediaType.ShouldBe("image/png");
        line.Count("SELECT COUNT(*) FROM audit_log WHERE actor = 'operator:sato' AND action = 'inquiry-content-viewed'").ShouldBe(1);

        await phone.Phone.UnsendAsync(phone.Phone.Talk.Last(entry => entry.MessageId is not null && entry.Side == TalkSide.Own).MessageId!);
        await line.SettledAsync();
        (await sato.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await sato.ReadAsync(talk)).ShouldNotContain(address);
        line.Count("SELECT COUNT(*) FROM inquiry_contents").ShouldBe(0);
    }

    [Fact]
    public async Task What_an_operator_proposes_is_done_by_the_customers_tap_and_not_before()
    {
        await using var line = await LineTalk.StartAsync();
        var phone = await line.PhoneAsync(LinkState.Both);
        using var sato = await OperatorDriver.SignInAsync(line, "sato");
        await phone.AskTapAsync("talk-inquiry/connect@1");
        await line.SettledAsync();
        await phone.SkipAsync();
        var talk = (await sato.PostAsync("/console/talks/next")).Headers.Location!.OriginalString;
        await phone.NextAnswerAsync();
        var acts = Option().Matches(await sato.ReadAsync(talk)).Select(match => match.Groups[1].Value).ToList();
        var topUp = acts.First(act => act.Contains("top-up", StringComparison.Ordinal));

        (await sato.PostAsync($"{talk}/propose", ("act", topUp))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var card = await phone.NextAnswerAsync();
        line.Count("SELECT COUNT(*) FROM data_top_ups").ShouldBe(0);
        await phone.AskTapAsync(card.Button("追加する"));

        line.Count("SELECT COUNT(*) FROM data_top_ups").ShouldBe(1);
        (await sato.PostAsync($"{talk}/propose", ("act", "no-such-act"))).StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Theory]
    [InlineData("approve", "number", "090-1234-5678", "090-1234-5678")]
    [InlineData("decline", "reason", "本人確認書類が読み取れませんでした。", "本人確認書類が読み取れませんでした。")]
    public async Task An_application_is_decided_on_its_page_and_its_applicant_is_told(string decision, string field, string value, string told)
    {
        await using var line = await LineTalk.StartAsync(new LineTalkOptions { Settings = new Dictionary<string, string> { ["Applications:AutoApprove"] = "false" } });
        var phone = line.Phone("はな");
        var page = await phone.OpenAsync((await phone.AskTapAsync("add-invite@1")).Link("申し込む"));
        await phone.ApplyAsync(page);
        await phone.SkipAsync();
        using var supervisor = await OperatorDriver.SignInAsync(line, "kato", OperatorRole.Supervisor);

        (await supervisor.ReadAsync("/console/applications")).ShouldContain("森 美緒");
        (await supervisor.ReadAsync("/console/applications/1")).ShouldContain("大阪府大阪市北区梅田1-1");
        (await supervisor.PostAsync($"/console/applications/1/{decision}", (field, value))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await phone.NextAnswerAsync()).Text.ShouldContain(told);
        (await supervisor.PostAsync($"/console/applications/1/{decision}", (field, value))).StatusCode.ShouldNotBe(HttpStatusCode.Redirect);
        await phone.HearsNothingAsync();
        line.Count("SELECT COUNT(*) FROM audit_log WHERE actor = 'operator:kato' AND action LIKE 'application-%'").ShouldBeGreaterThanOrEqualTo(2);
    }

    [Fact]
    public async Task A_canned_answer_is_written_changed_used_and_removed_within_its_limits()
    {
        await using var line = await LineTalk.StartAsync();
        var talk = await OperatorDriver.AskAsync(line, "さくら", "こんにちは");
        using var kato = await OperatorDriver.SignInAsync(line, "kato", OperatorRole.Supervisor);
        Task<HttpResponseMessage> AddAsync(string title, string body) =>
            kato.PostAsync("/console/canned/add", ("language", "ja"), ("title", title), ("body", body), ("position", "1"));

        (await AddAsync("", "本文")).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await AddAsync(new string('題', CannedAnswer.LongestTitle + 1), "本文")).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await AddAsync("長い", new string('文', CannedAnswer.LongestBody + 1))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await AddAsync(new string('題', CannedAnswer.LongestTitle), new string('文', CannedAnswer.LongestBody))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await AddAsync("あいさつ", "{customer}さま、{operator}です。")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var id = line.Count("SELECT id FROM canned_answers WHERE title = 'あいさつ'");

        (await OperatorDriver.TextOf(await kato.PostAsync($"/console/talks/{talk}/compose", ("text", ""), ("canned", $"{id}")))).ShouldContain("katoさんです。");
        await kato.PostAsync("/console/canned/change", ("id", $"{id}"), ("language", "ja"), ("title", "改めた題名"), ("body", "はじめまして。"), ("position", "1"));
        (await kato.ReadAsync("/console/canned")).ShouldContain("はじめまして。");
        await kato.PostAsync("/console/canned/remove", ("id", $"{id}"));
        (await kato.ReadAsync("/console/canned")).ShouldNotContain("改めた題名");
    }

    [Fact]
    public async Task An_event_that_was_set_aside_is_run_again_or_given_up()
    {
        await using var line = await LineTalk.StartAsync();
        var phone = line.Phone("はな");
        await phone.AskAsync("残量");
        await line.SettledAsync();
        using var kato = await OperatorDriver.SignInAsync(line, "kato", OperatorRole.Supervisor);
        foreach (var id in (string[])["01JDAAAAAAAAAAAAAAAAAAAAA1", "01JDAAAAAAAAAAAAAAAAAAAAA2"])
            await SetAsideAsync(line, phone, id);

        (await kato.ReadAsync("/console/events")).ShouldContain("01JDAAAAAAAAAAAAAAAAAAAAA1");
        await kato.PostAsync("/console/events/discard", ("id", "01JDAAAAAAAAAAAAAAAAAAAAA2"));
        await kato.PostAsync("/console/events/retry", ("id", "01JDAAAAAAAAAAAAAAAAAAAAA1"));

        (await phone.NextAnswerAsync()).Text.ShouldNotBeEmpty();
        await phone.HearsNothingAsync();
        (await kato.ReadAsync("/console/events")).ShouldNotContain("01JDAAAAAAAAAAAAAAAAAAAAA");
        (await kato.PostAsync("/console/events/retry", ("id", "01JDAAAAAAAAAAAAAAAAAAAAA2"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_record_is_filtered_and_the_days_figures_count_what_happened()
    {
        await using var line = await LineTalk.StartAsync();
        using var kato = await OperatorDriver.SignInAsync(line, "kato", OperatorRole.Supervisor);
        using var sato = await OperatorDriver.SignInAsync(line, "sato");
        var talk = await OperatorDriver.AskAsync(line, "さくら", "こんにちは");
        await sato.PostAsync($"/console/talks/{talk}/take");
        await sato.PostAsync($"/console/talks/{talk}/answer", ("text", "はい、こんにちは。"));
        await sato.PostAsync($"/console/talks/{talk}/close");

        var figures = await kato.ReadAsync("/console/figures");
        figures.ShouldContain("終了 1 件");
        figures.ShouldContain("satoさん");
        (await kato.ReadAsync("/console/audit?actor=sato&action=inquiry-closed")).ShouldContain($"inquiry {talk}");
        (await kato.ReadAsync("/console/audit?actor=kato&action=inquiry-closed")).ShouldNotContain($"inquiry {talk}");
        (await sato.GetAsync("/console/audit")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task An_admin_adds_changes_and_stops_operators_but_not_the_last_admin()
    {
        await using var line = await LineTalk.StartAsync();
        using var admin = await OperatorDriver.SignInAsync(line, "root", OperatorRole.Admin);
        await line.Services.GetRequiredService<Database>().WriteAsync(tx => tx.Execute("DELETE FROM operators WHERE name = 'operator'"));

        var added = await OperatorDriver.TextOf(await admin.PostAsync("/console/operators/add", ("name", "mori"), ("displayName", "森"), ("role", "Operator")));
        var password = NewPassword().Match(added).Value;
        using var mori = new OperatorDriver(line);
        (await mori.SignInAsync("mori", password)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await admin.ReadAsync("/console/operators")).ShouldNotContain(password);

        (await mori.GetAsync("/console/applications")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        await admin.PostAsync("/console/operators/role", ("name", "mori"), ("role", "Supervisor"));
        (await mori.GetAsync("/console/applications")).StatusCode.ShouldBe(HttpStatusCode.OK);
        await admin.PostAsync("/console/operators/disable", ("name", "mori"));
        (await mori.GetAsync("/console/applications")).StatusCode.ShouldNotBe(HttpStatusCode.OK);
        (await admin.PostAsync("/console/operators/disable", ("name", "root"))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await admin.PostAsync("/console/operators/add", ("name", "mori"), ("displayName", "森"), ("role", "Operator"))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    private static Task SetAsideAsync(LineTalk line, PhoneDriver phone, string id) => line.Services.GetRequiredService<Database>().WriteAsync(tx =>
    {
        var (store, now) = (line.Services.GetRequiredService<InboxStore>(), line.Clock.GetUtcNow());
        var json = $$$"""{"type":"message","mode":"active","timestamp":{{{now.ToUnixTimeMilliseconds()}}},"webhookEventId":"{{{id}}}","source":{"type":"user","userId":"{{{phone.UserId}}}"},"message":{"type":"text","id":"1","text":"残量"}}""";
        var stored = store.Add(tx, Line.Messaging.WebhookEvent.Parse(System.Text.Encoding.UTF8.GetBytes(json)), now)!;
        store.MarkFailed(tx, stored, "Exception at Somewhere", forGood: true, now);
    });

    [GeneratedRegex("/console/talks/[0-9]+/content/[0-9]+")]
    private static partial Regex ContentLink();

    [GeneratedRegex("<option value=\"([^\"]+)\"")]
    private static partial Regex Option();

    [GeneratedRegex("[a-z0-9]{5}(-[a-z0-9]{5}){3}")]
    private static partial Regex NewPassword();
}

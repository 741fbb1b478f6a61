using System.Net;
using LineBot.Console.Staff;
using LineBot.Tests.Drivers;
using LineBot.Tests.Handlers.Linking;

namespace LineBot.Tests.Console;

public sealed class DeskTests
{
    private const string Somebody = "さくら";

    [Fact]
    public async Task A_question_is_taken_answered_and_closed_and_all_of_it_is_on_record()
    {
        await using var line = await LineTalk.StartAsync();
        var phone = line.Phone("はな");
        using var sato = await OperatorDriver.SignInAsync(line, "sato");
        await phone.AskTapAsync("talk-inquiry/connect@1");
        await phone.SayAsync("請求書はどこで見られますか");
        await line.SettledAsync();

        var next = await sato.PostAsync("/console/talks/next");
        var page = await sato.ReadAsync(next.Headers.Location!.OriginalString);
        await sato.PostAsync($"{next.Headers.Location}/answer", ("text", "マイページで\r\nご覧いただけます。"));
        await sato.PostAsync($"{next.Headers.Location}/note", ("text", "紙の請求書を希望"));
        await sato.PostAsync($"{next.Headers.Location}/close");
        await line.SettledAsync();

        page.ShouldContain("請求書はどこで見られますか");
        phone.Transcript().ShouldContain("マイページで\nご覧いただけます。");
        phone.Transcript().ShouldNotContain("紙の請求書");
        foreach (var action in new[] { "inquiry-viewed", "customer-viewed", "inquiry-taken", "inquiry-answered", "inquiry-noted", "inquiry-closed" })
            line.Count($"SELECT COUNT(*) FROM audit_log WHERE actor = 'operator:sato' AND action = '{action}'").ShouldBeGreaterThan(0, action);
        (await sato.ReadAsync("/console/search?q=はな")).ShouldContain("はな");
    }

    [Fact]
    public async Task Of_two_who_take_one_talk_one_gets_it_and_the_other_is_told_who()
    {
        await using var line = await LineTalk.StartAsync();
        var talk = await OperatorDriver.AskAsync(line, Somebody, "こんにちは");
        using var sato = await OperatorDriver.SignInAsync(line, "sato");
        using var kato = await OperatorDriver.SignInAsync(line, "kato");

        var both = await Task.WhenAll(sato.PostAsync($"/console/talks/{talk}/take"), kato.PostAsync($"/console/talks/{talk}/take"));

        both.Select(one => one.StatusCode).Order().ShouldBe([HttpStatusCode.Redirect, HttpStatusCode.Conflict]);
        var winner = both[0].StatusCode == HttpStatusCode.Redirect ? "sato" : "kato";
        (await OperatorDriver.TextOf(both.Single(one => one.StatusCode == HttpStatusCode.Conflict))).ShouldContain($"{winner}さん さんがすでに対応しています。");
        line.Count("SELECT COUNT(*) FROM audit_log WHERE action = 'inquiry-taken'").ShouldBe(1);
    }

    [Fact]
    public async Task What_was_written_is_not_lost_when_it_is_refused_or_a_canned_answer_is_added()
    {
        await using var line = await LineTalk.StartAsync();
        var talk = await OperatorDriver.AskAsync(line, Somebody, "こんにちは");
        using var sato = await OperatorDriver.SignInAsync(line, "sato");
        using var kato = await OperatorDriver.SignInAsync(line, "kato");
        await sato.PostAsync($"/console/talks/{talk}/take");

        var refused = await OperatorDriver.TextOf(await kato.PostAsync($"/console/talks/{talk}/answer", ("text", "途中まで書いた返信")));
        var composed = await OperatorDriver.TextOf(await sato.PostAsync($"/console/talks/{talk}/compose", ("text", "途中まで書いた返信"), ("canned", "1")));

        refused.ShouldContain("satoさん");
        refused.ShouldContain(">途中まで書いた返信</textarea>");
        composed.ShouldContain("途中まで書いた返信\n");
        composed.ShouldContain("担当のsatoさんです");
    }

    [Fact]
    public async Task Shows_address_and_login_to_supervisors_only_and_notes_who_looked()
    {
        await using var line = await LineTalk.StartAsync();
        var mother = line.Phone("母");
        await mother.LinkContractorAsync();
        var talk = await OperatorDriver.AskAsync(line, mother.Name, "こんにちは");
        using var sato = await OperatorDriver.SignInAsync(line, "sato");
        using var kato = await OperatorDriver.SignInAsync(line, "kato", OperatorRole.Supervisor);

        var plain = await sato.ReadAsync($"/console/talks/{talk}");
        var full = await kato.ReadAsync($"/console/talks/{talk}");

        plain.ShouldContain("080-0000-0001");
        plain.ShouldNotContain("千代田");
        plain.ShouldNotContain("oya@example.jp");
        full.ShouldContain("千代田");
        full.ShouldContain("oya@example.jp");
        line.Count("SELECT COUNT(*) FROM audit_log WHERE action = 'customer-viewed' AND contract_id = 1 AND actor IN ('operator:sato', 'operator:kato')").ShouldBe(2);
    }

    [Fact]
    public async Task What_a_customer_writes_is_on_the_open_page_at_once()
    {
        await using var line = await LineTalk.StartAsync();
        var phone = line.Phone("はな");
        await phone.AskTapAsync("talk-inquiry/connect@1");
        await phone.SayAsync("はじめの質問");
        await line.SettledAsync();
        var talk = line.Count("SELECT id FROM inquiries");
        using var sato = await OperatorDriver.SignInAsync(line, "sato");
        using var stream = new StreamReader(await (await sato.GetAsync($"/console/live?talk={talk}")).Content.ReadAsStreamAsync());
        await OperatorDriver.ReadUntilAsync(stream, "はじめの質問");

        await phone.SayAsync("つづきの質問");
        await line.SettledAsync();
        var said = TimeProvider.System.GetTimestamp();
        await OperatorDriver.ReadUntilAsync(stream, "つづきの質問");

        TimeProvider.System.GetElapsedTime(said).ShouldBeLessThan(TimeSpan.FromSeconds(5), "a second is the goal; the build machine may be busy");
    }

    [Fact]
    public async Task An_open_page_is_told_when_its_operator_is_let_go()
    {
        await using var line = await LineTalk.StartAsync();
        using var admin = await OperatorDriver.SignInAsync(line, "suzuki", OperatorRole.Admin);
        using var sato = await OperatorDriver.SignInAsync(line, "sato");
        using var stream = new StreamReader(await (await sato.GetAsync("/console/live")).Content.ReadAsStreamAsync());
        await OperatorDriver.ReadUntilAsync(stream, "waiting");

        await admin.PostAsync("/console/operators/disable", ("name", "sato"));
        await OperatorDriver.AskAsync(line, Somebody, "こんにちは");

        await OperatorDriver.ReadUntilAsync(stream, "event: bye");
    }
}

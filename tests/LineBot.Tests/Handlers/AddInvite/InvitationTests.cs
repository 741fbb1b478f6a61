using LineBot.RichMenu;
using LineBot.Storage;
using LineBot.Tests.Drivers;
using LineBot.Tests.Language;
using Microsoft.Extensions.DependencyInjection;

namespace LineBot.Tests.Handlers.AddInvite;

public sealed class InvitationTests
{
    private const string Password = ApplicationDriver.Password;

    private static readonly LineTalkOptions Still = new() { StartsAt = Tokyo.At("2026-11-16T12:00:00"), ClockRuns = false };

    [Theory]
    [InlineData("ja")]
    [InlineData("en")]
    public async Task Shows_one_invitation_a_day(string language)
    {
        await using var line = await LineTalk.StartAsync(Still with { StartsAt = Tokyo.At("2026-11-16T23:30:00") });
        var phone = await line.PhoneAsync(LinkState.Both, language);

        var first = await phone.AskTapAsync("add-invite/invite@1");
        var again = await phone.AskTapAsync("add-invite/invite@1");
        await line.SettledAsync();
        line.Clock.TurnTo(Tokyo.At("2026-11-17T00:00:00"));
        var tomorrow = await phone.AskTapAsync("add-invite/invite@1");

        again.Json.ShouldBe(first.Json);
        CodeIn(tomorrow).ShouldNotBe(CodeIn(first));
        var share = first.Actions[0].GetProperty("uri").GetString()!;
        share.ShouldStartWith("https://line.me/R/share?text=");
        Uri.UnescapeDataString(share).ShouldContain($"/apply/invited/{CodeIn(first)}");
        share.Length.ShouldBeLessThanOrEqualTo(1_000);
        Snapshot.MatchJson(Masked(line, first), language);
    }

    [Theory]
    [InlineData("ja")]
    [InlineData("en")]
    public async Task Leads_from_the_tile_to_the_reward_of_both(string language)
    {
        await using var line = await LineTalk.StartAsync(Still);
        var inviter = await line.PhoneAsync(LinkState.Contractor, language);
        var friend = await line.PhoneAsync(LinkState.None, language);
        var invitation = await inviter.AskTapAsync((await inviter.AskTapAsync("add-invite@1")).Button(language == "ja" ? "友だちを招待する" : "Invite a friend"));
        var code = CodeIn(invitation);
        var accepted = await friend.AskAsync(AcceptText(await friend.OpenAsync(PageOf(line, code, language))));
        Snapshot.MatchJson(Masked(line, accepted, code), $"1-accepted.{language}");
        Snapshot.MatchJson((await inviter.AskTapAsync("add-invite/status@1")).Json, $"2-opened.{language}");

        await ApplyAsync(friend, accepted.Actions[0].GetProperty("uri").GetString()!);
        await friend.NextAnswerAsync();
        Snapshot.MatchJson((await friend.NextAnswerAsync()).Json, $"3-enrolled.{language}");
        Snapshot.MatchJson((await inviter.NextAnswerAsync()).Json, $"4-inviter-enrolled.{language}");
        Snapshot.MatchJson((await inviter.AskTapAsync("add-invite/status@1")).Json, $"5-activated.{language}");
        await line.SettledAsync();

        line.Clock.TurnTo(Tokyo.At("2026-11-19T12:10:00"));
        Snapshot.MatchJson((await friend.NextAnswerAsync()).Json, $"6-at-risk.{language}");
        (await friend.LinkContractAsync("mio@example.jp", Password)).Text.ShouldContain(language == "ja" ? "1月31日(日) に付与されます" : "granted on Sun, Jan 31");
        (await friend.AskTapAsync("add-invite/status@1")).Text.ShouldContain(language == "ja" ? "1月31日(日) 付与予定" : "due Sun, Jan 31");
        await line.SettledAsync();

        line.Clock.TurnTo(Tokyo.At("2027-01-31T12:00:00"));
        await line.EventuallyAsync(() => line.Count("SELECT COUNT(*) FROM campaign_rewards WHERE campaign_id = 'invitation' AND state = 'granted'") == 2, "both to be granted");
        await line.SettledAsync();
        Snapshot.MatchJson(Last(friend, "reward-granted"), $"7-granted.{language}");
        line.Count("SELECT COUNT(*) FROM audit_log WHERE action = 'reward-granted' AND detail LIKE 'reward%'").ShouldBeGreaterThanOrEqualTo(2);
    }

    [Theory]
    [InlineData("ja")]
    [InlineData("en")]
    public async Task Says_when_todays_invitation_was_used(string language)
    {
        await using var line = await LineTalk.StartAsync();
        var inviter = await line.PhoneAsync(LinkState.Both, language);
        var code = CodeIn(await inviter.AskTapAsync("add-invite/invite@1"));
        await ApplyAsync(line.Stranger("Mio"), $"{line.Address}apply?invite={code}");
        await inviter.NextAnswerAsync();

        Snapshot.MatchJson((await inviter.AskTapAsync("add-invite/invite@1")).Json, language);
    }

    [Fact]
    public async Task A_look_at_the_page_is_no_opening_and_going_on_is()
    {
        await using var line = await LineTalk.StartAsync(Still);
        var inviter = await line.PhoneAsync(LinkState.Contractor);
        var code = CodeIn(await inviter.AskTapAsync("add-invite/invite@1"));
        var friend = line.Stranger("Mio");

        var page = await friend.OpenAsync(PageOf(line, code));
        var (looked, before) = (Opened(line), (await inviter.AskTapAsync("add-invite/status@1")).Text);
        var form = await friend.SubmitAsync(page.FormWithButton("LINEを使わずに申し込む"));

        (looked, Opened(line)).ShouldBe((0, 1));
        before.ShouldContain("まだ開かれていません");
        form.Form("Plan").Names.ShouldContain("InvitationCode");
        form.Html.ShouldContain(code);
        (await inviter.AskTapAsync("add-invite/status@1")).Text.ShouldContain("開封済み");
    }

    [Fact]
    public async Task The_page_shows_plans_and_reward_and_of_the_inviter_only_a_name_that_was_let_be_shown()
    {
        await using var line = await LineTalk.StartAsync(Still);
        var inviter = await line.PhoneAsync(LinkState.Contractor);
        var shown = await inviter.AskTapAsync("add-invite/invite@1");
        var (friend, address) = (line.Stranger("Mio"), PageOf(line, CodeIn(shown)));

        var page = await friend.OpenAsync(address);
        var named = await inviter.AskTapAsync(shown.Button("名前を表示する"));
        var pageNamed = await friend.OpenAsync(address);
        await inviter.AskTapAsync(named.Button("名前を表示しない"));

        page.Text.ShouldContain("お友だちからの招待");
        page.Text.ShouldContain("1,000ポイント");
        page.Text.ShouldContain("1,628円");
        pageNamed.Text.ShouldContain($"{inviter.Name}さんからの招待");
        foreach (var personal in new[] { "山田", "oya@example.jp", "080-0000", inviter.UserId })
            pageNamed.Html.ShouldNotContain(personal);
        (await friend.OpenAsync(address)).Html.ShouldNotContain(inviter.Name);
    }

    [Fact]
    public async Task Nobody_shows_the_name_of_another()
    {
        await using var line = await LineTalk.StartAsync(Still);
        var inviter = await line.PhoneAsync(LinkState.Contractor);
        var code = CodeIn(await inviter.AskTapAsync("add-invite/invite@1"));

        await line.Phone("Kai").AskTapAsync($"add-invite/name@1?code={code}&shows=yes");

        line.Count("SELECT COUNT(*) FROM invitations WHERE shows_name = 1").ShouldBe(0);
    }

    [Theory]
    [InlineData("ja")]
    [InlineData("en")]
    public async Task Refuses_with_the_reason_in_the_talk(string language)
    {
        await using var line = await LineTalk.StartAsync(Still with { Settings = new Dictionary<string, string> { ["Campaigns:InvitationLifetime"] = "02:00:00" } });
        var inviter = await line.PhoneAsync(LinkState.Contractor, language);
        var child = await line.PhoneAsync(LinkState.User, language);
        var friend = await line.PhoneAsync(LinkState.None, language);
        var code = CodeIn(await inviter.AskTapAsync("add-invite/invite@1"));
        var other = CodeIn(await line.Phone("Kai").AskTapAsync("add-invite/invite@1"));

        var said = new Dictionary<string, string>
        {
            ["own"] = (await inviter.AskAsync($"招待コード {code}")).Json,
            ["customer"] = (await child.AskAsync($"招待コード {code}")).Json,
            ["unknown"] = (await friend.AskAsync("招待コード AAAAAAAAAA")).Json,
        };
        await ApplyAsync(line.Stranger("Mio"), $"{line.Address}apply?invite={code}");
        said["used"] = (await friend.AskAsync($"招待コード {code}")).Json;
        await line.SettledAsync();
        line.Clock.Turn(TimeSpan.FromHours(2));
        said["late"] = (await friend.AskAsync($"招待コード {other}")).Json;

        foreach (var (fault, message) in said)
            Snapshot.MatchJson(message, $"{fault}.{language}");
        (await friend.OpenAsync(PageOf(line, code))).Status.ShouldBe(410);
        (await friend.OpenAsync(PageOf(line, other))).Status.ShouldBe(410);
        (await friend.OpenAsync(PageOf(line, "AAAAAAAAAA"))).Status.ShouldBe(404);
    }

    [Theory]
    [InlineData(-1, 200)]
    [InlineData(0, 410)]
    public async Task An_invitation_runs_out(int seconds, int status)
    {
        await using var line = await LineTalk.StartAsync(Still);
        var code = CodeIn(await line.Phone("Kai").AskTapAsync("add-invite/invite@1"));
        await line.SettledAsync();

        line.Clock.Turn(TimeSpan.FromDays(30) + TimeSpan.FromSeconds(seconds));

        (await line.Stranger("Mio").OpenAsync(PageOf(line, code))).Status.ShouldBe(status);
    }

    [Fact]
    public async Task Who_has_had_a_contract_is_told_that_invitations_are_for_newcomers()
    {
        await using var line = await LineTalk.StartAsync(Still);
        var code = CodeIn(await line.Phone("Kai").AskTapAsync("add-invite/invite@1"));
        var friend = line.Stranger("Mio");
        var start = await friend.OpenAsync(new Uri(line.Address, $"/apply?invite={code}"));

        var refused = await friend.FillInAsync(start, ("HolderName", "鈴木 友子"), ("HolderKana", "スズキトモコ"), ("BirthDate", "1990-09-03"));

        refused.Text.ShouldContain("招待コードは、はじめてご契約の方だけお使いいただけます。");
        (await friend.SubmitAsync(refused.Form("LoginId").Fill("InvitationCode", "").Fill("Password", Password))).Text.ShouldContain("お申し込み内容の確認");
    }

    [Fact]
    public async Task Guessing_codes_in_the_talk_is_limited()
    {
        await using var line = await LineTalk.StartAsync(Still);
        var phone = await line.PhoneAsync(LinkState.None);
        for (var n = 0; n < 10; n++)
            (await phone.AskAsync("招待コード AAAAAAAAAA")).Text.ShouldContain("見つかりません");

        (await phone.AskAsync("招待コード AAAAAAAAAA")).Text.ShouldContain("12:15 からもう一度");
        (await phone.AskAsync("招待コードはどこ")).Labels.ShouldContain("友だちを招待する", "a question is no code");
    }

    [Theory]
    [InlineData(LinkState.None, null)]
    [InlineData(LinkState.User, "oya@example.jp")]
    [InlineData(LinkState.Contractor, "oya@example.jp")]
    public async Task The_inviters_reward_goes_to_the_contract_held_used_or_linked_later(LinkState state, string? loginId)
    {
        await using var line = await LineTalk.StartAsync(Still);
        var inviter = await line.PhoneAsync(state);
        var code = CodeIn(await inviter.AskTapAsync("add-invite/invite@1"));
        await ApplyAsync(line.Stranger("Mio"), $"{line.Address}apply?invite={code}");

        RewardOfInviter(line).ShouldBe((loginId, state == LinkState.Contractor ? "on-track" : "enrolled"));
        if (state == LinkState.None)
        {
            await inviter.SkipAsync();
            await inviter.LinkContractAsync("tomo@example.jp", "demo-password-2");
            RewardOfInviter(line).ShouldBe(("tomo@example.jp", "on-track"));
        }
    }

    private static (string?, string) RewardOfInviter(LineTalk line) => line.Services.GetRequiredService<Database>().ReadAsync(tx => tx.Query<(string?, string)>(
        "SELECT c.login_id, r.state FROM campaign_rewards r LEFT JOIN contracts c ON c.id = r.contract_id WHERE r.side = 'inviter'").Single()).GetAwaiter().GetResult();

    private static long Opened(LineTalk line) => line.Count("SELECT COUNT(*) FROM invitations WHERE opened_at IS NOT NULL");

    private static Uri PageOf(LineTalk line, string code, string language = "ja") => new(line.Address, $"/apply/invited/{code}?lang={language}");

    private static string CodeIn(Answer invitation) =>
        invitation.Actions.Single(action => action.GetProperty("type").GetString() == "clipboard").GetProperty("clipboardText").GetString()!.Split('/')[^1];

    /// <summary>What LINE types when the page's button is tapped.</summary>
    private static string AcceptText(WebPage page)
    {
        var way = page.Html.Split("https://line.me/R/oaMessage/")[1].Split('"')[0];
        return Uri.UnescapeDataString(way.Split("/?")[1]);
    }

    private static async Task ApplyAsync(PhoneDriver phone, string address) =>
        (await phone.ApplyAsync(await phone.OpenAsync(new Uri(address)))).Status.ShouldBe(200);

    private static string Masked(LineTalk line, Answer answer, string? code = null) => answer.Json
        .Replace(code ?? CodeIn(answer), "(code)", StringComparison.Ordinal)
        .Replace(Uri.EscapeDataString(line.Address.Authority), "(host)", StringComparison.Ordinal)
        .Replace(line.Address.Authority, "(host)", StringComparison.Ordinal);

    private static string Last(PhoneDriver phone, string kind) =>
        phone.Phone.Talk.Last(entry => entry.Message.GetRawText().Contains(kind, StringComparison.Ordinal)).Message.GetRawText();
}

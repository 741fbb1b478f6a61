using LineBot.RichMenu;
using LineBot.Tests.Drivers;

namespace LineBot.Tests.Handlers.Linking;

public sealed class ContractorLinkTests
{
    [Fact]
    public async Task Links_a_contract_by_signing_in_and_leads_to_My_Page()
    {
        await using var line = await LineTalk.StartAsync();
        var mother = line.Phone("Mother");

        var answer = await mother.LinkContractorAsync();

        answer.Text.ShouldContain("連携完了");
        answer.Text.ShouldContain("いつでも解除できます");
        answer.Button("マイページを開く").GetProperty("data").GetString().ShouldBe("my-page@1");
        (await line.CustomerAsync(mother)).LinkState.ShouldBe(LinkState.Contractor);
    }

    [Fact]
    public async Task Speaks_English_to_whoever_reads_English_in_the_talk_and_on_the_page()
    {
        await using var line = await LineTalk.StartAsync();
        var mother = line.Phone("Mother", "en");
        var page = await mother.OpenSignInAsync();
        await mother.SubmitAsync(LinkingSteps.Credentials(page, LinkingSteps.Parent, LinkingSteps.ParentsPassword));

        page.Html.ShouldContain("<html lang=\"en\">");
        page.Text.ShouldContain("Sign in with the login ID");
        (await mother.NextAnswerAsync()).Text.ShouldContain("is linked");
    }

    [Fact]
    public async Task Says_the_same_of_a_wrong_password_and_of_an_unknown_login_ID()
    {
        await using var line = await LineTalk.StartAsync();
        var mother = line.Phone("Mother");
        var page = await mother.OpenSignInAsync();

        var wrong = await mother.SubmitAsync(LinkingSteps.Credentials(page, LinkingSteps.Parent, "demo-password-2"));
        var unknown = await mother.SubmitAsync(LinkingSteps.Credentials(page, "nobody@example.jp", "demo-password-2"));

        (wrong.Status, unknown.Status).ShouldBe((422, 422));
        wrong.Text.ShouldContain("ログインIDまたはパスワードが正しくありません");
        unknown.Text.ShouldBe(wrong.Text);
        wrong.Html.ShouldNotContain("demo-password-2");
        (await line.CustomerAsync(mother)).IsContractHolder.ShouldBeFalse();
    }

    [Fact]
    public async Task Stops_guessing_after_five_tries_and_says_when_to_try_again()
    {
        await using var line = await LineTalk.StartAsync();
        var mother = line.Phone("Mother");
        var page = await mother.OpenSignInAsync();
        for (var i = 0; i < 5; i++)
            (await mother.SubmitAsync(LinkingSteps.Credentials(page, LinkingSteps.Parent, $"guess-{i}"))).Status.ShouldBe(422);

        var sixth = await mother.SubmitAsync(LinkingSteps.Credentials(page, LinkingSteps.Parent, LinkingSteps.ParentsPassword));
        await line.TurnAsync(TimeSpan.FromMinutes(16));
        var later = await mother.LinkContractorAsync();

        sixth.Status.ShouldBe(429);
        sixth.Text.ShouldContain("11月16日(月) 12:15以降に");
        later.Text.ShouldContain("連携完了");
    }

    [Fact]
    public async Task A_sign_in_page_that_is_too_old_or_made_up_says_how_to_get_a_new_one()
    {
        await using var line = await LineTalk.StartAsync();
        var mother = line.Phone("Mother");
        var page = await mother.OpenSignInAsync();
        await line.TurnAsync(TimeSpan.FromMinutes(10));

        var late = await mother.SubmitAsync(LinkingSteps.Credentials(page, LinkingSteps.Parent, LinkingSteps.ParentsPassword));
        var madeUp = await mother.OpenAsync(new Uri(line.Address, "/link?linkToken=made-up"));
        var without = await mother.OpenAsync(new Uri(line.Address, "/link"));

        foreach (var refused in new[] { late, madeUp, without })
        {
            refused.Status.ShouldBe(410);
            refused.Text.ShouldContain("メニューの「契約者連携・利用者連携」から");
        }
    }

    [Fact]
    public async Task Asks_before_it_takes_a_contract_over_and_tells_the_account_that_loses_it()
    {
        await using var line = await LineTalk.StartAsync();
        var (old, young) = (line.Phone("Old phone"), line.Phone("New phone"));
        await old.LinkContractorAsync();

        var ask = await young.SubmitAsync(
            LinkingSteps.Credentials(await young.OpenSignInAsync(), LinkingSteps.Parent, LinkingSteps.ParentsPassword));
        var before = await line.CustomerAsync(old);
        await young.SubmitAsync(ask.FormWithButton("このLINEアカウントに変更する"));

        ask.Text.ShouldContain("別のLINEアカウントと連携中です");
        before.IsContractHolder.ShouldBeTrue();
        (await young.NextAnswerAsync()).Text.ShouldContain("連携完了");
        (await old.NextAnswerAsync()).Text.ShouldContain("別のLINEアカウントに連携されたため");
        (await line.CustomerAsync(old)).IsContractHolder.ShouldBeFalse();
    }

    [Fact]
    public async Task Links_nothing_when_the_page_is_opened_by_somebody_else_and_tells_the_one_who_asked()
    {
        await using var line = await LineTalk.StartAsync();
        var (attacker, victim) = (line.Phone("Attacker"), line.Phone("Victim"));

        var page = await victim.OpenAsync((await attacker.AskTapAsync("linking/contractor@1")).Link("サインイン画面を開く"));
        await victim.SubmitAsync(LinkingSteps.Credentials(page, LinkingSteps.Parent, LinkingSteps.ParentsPassword));

        (await attacker.NextAnswerAsync()).Text.ShouldContain("別のLINEアカウントで開かれたため");
        (await line.CustomerAsync(attacker)).IsContractHolder.ShouldBeFalse();
        (await line.CustomerAsync(victim)).IsContractHolder.ShouldBeFalse();
        await victim.HearsNothingAsync();
    }

    [Fact]
    public async Task Lists_the_login_IDs_and_links_one_more()
    {
        await using var line = await LineTalk.StartAsync();
        var mother = line.Phone("Mother");
        await mother.LinkContractorAsync();
        await mother.LinkContractorAsync(LinkingSteps.Friend, LinkingSteps.FriendsPassword);

        var cards = await mother.AskTapAsync("linking@1");
        var list = await mother.AskTapAsync(cards.Button("契約者連携をする"));

        list.Text.ShouldContain(LinkingSteps.Parent);
        list.Text.ShouldContain(LinkingSteps.Friend);
        list.Button("新規ログインID連携").GetProperty("data").GetString().ShouldBe("linking/contractor@1");
    }

    [Fact]
    public async Task Names_the_reward_that_undoing_costs_and_undoes_only_when_confirmed()
    {
        await using var line = await LineTalk.StartAsync();
        var mother = line.Phone("Mother");
        await mother.LinkContractorAsync();

        var list = await mother.AskTapAsync("linking/contracts@1");
        var ask = await mother.AskTapAsync(list.Button("連携を解除する"));
        (await line.CustomerAsync(mother)).IsContractHolder.ShouldBeTrue();
        var undone = await mother.AskTapAsync(ask.Button("解除する"));
        var again = await mother.AskTapAsync(ask.Button("解除する"));

        ask.Text.ShouldContain("ウェルカムキャンペーン 3,000ポイント（特典付与日 12月15日(火)）");
        ask.Text.ShouldContain("マイページログイン");
        undone.Text.ShouldContain("対象外になった特典");
        again.Text.ShouldContain("解除できる連携がありません");
        (await line.CustomerAsync(mother)).IsContractHolder.ShouldBeFalse();
        line.Count("SELECT COUNT(*) FROM campaign_rewards WHERE state = 'forfeited'").ShouldBe(1);
    }

    [Fact]
    public async Task A_forged_button_undoes_no_one_elses_link()
    {
        await using var line = await LineTalk.StartAsync();
        var (mother, other) = (line.Phone("Mother"), line.Phone("Other"));
        await mother.LinkContractorAsync();
        var contract = (await line.CustomerAsync(mother)).ContractIds.Single();

        var answer = await other.AskTapAsync($"linking/undo-contractor/confirmed@1?contract={contract}");

        answer.Text.ShouldContain("解除できる連携がありません");
        (await line.CustomerAsync(mother)).IsContractHolder.ShouldBeTrue();
    }

    [Theory]
    [InlineData("ja")]
    [InlineData("en")]
    public async Task Shows_both_links_with_their_present_state(string language)
    {
        foreach (var state in Enum.GetValues<LinkState>())
        {
            await using var line = await LineTalk.StartAsync();
            var phone = await line.PhoneAsync(state, language);
            Snapshot.MatchJson((await phone.AskTapAsync("linking@1")).Json, $"{state}.{language}");
        }
    }

    [Fact]
    public async Task A_linked_holder_is_offered_My_Page_first_and_no_link_as_the_main_thing()
    {
        await using var line = await LineTalk.StartAsync();
        var mother = await line.PhoneAsync(LinkState.Contractor);

        var cards = await mother.AskTapAsync("linking@1");
        var card = cards.Json[..cards.Json.IndexOf("利用者連携をする", StringComparison.Ordinal)];

        card.ShouldContain("連携済み");
        cards.Button("契約者連携をする").GetProperty("data").GetString().ShouldBe("linking/contracts@1");
        card[card.IndexOf("マイページを開く", StringComparison.Ordinal)..card.IndexOf("契約者連携をする", StringComparison.Ordinal)].ShouldContain("\"style\": \"link\"");
    }

    [Fact]
    public async Task An_old_undo_button_asks_again_once_the_link_was_made_anew()
    {
        await using var line = await LineTalk.StartAsync();
        var mother = line.Phone("Mother");
        await mother.LinkContractorAsync();
        var old = (await UndoQuestionAsync(mother)).Button("解除する");
        await mother.AskTapAsync(old);
        await mother.LinkContractorAsync();

        var answer = await mother.AskTapAsync(old);

        answer.Text.ShouldContain("の連携を解除しますか？");
        (await line.CustomerAsync(mother)).IsContractHolder.ShouldBeTrue();
        (await mother.AskTapAsync(answer.Button("解除する"))).Text.ShouldContain("契約者連携を解除しました");
    }

    [Fact]
    public async Task Whoever_was_displaced_undoes_nothing_with_an_old_button()
    {
        await using var line = await LineTalk.StartAsync();
        var (old, young) = (line.Phone("Old phone"), line.Phone("New phone"));
        await old.LinkContractorAsync();
        var button = (await UndoQuestionAsync(old)).Button("解除する");
        await TakeOverAsync(young);
        await old.NextAnswerAsync();

        (await old.AskTapAsync(button)).Text.ShouldContain("解除できる連携がありません");

        (await line.CustomerAsync(young)).IsContractHolder.ShouldBeTrue();
        line.Count("SELECT COUNT(*) FROM campaign_rewards WHERE state = 'forfeited'").ShouldBe(0);
    }

    [Fact]
    public async Task A_takeover_keeps_the_rewards_says_so_first_and_tells_the_displaced_once()
    {
        await using var line = await LineTalk.StartAsync();
        await line.PublishMenusAsync();
        var (old, young) = (line.Phone("Old phone"), line.Phone("New phone"));
        await old.LinkContractorAsync();
        await old.MenuBecomesAsync("contractor");

        var asked = await TakeOverAsync(young);

        asked.Text.ShouldContain("付与前の特典はそのまま引き継がれます");
        await old.NextAnswerAsync();
        await old.HearsNothingAsync();
        await old.MenuBecomesAsync("none");
        await young.MenuBecomesAsync("contractor");
        line.Count("SELECT COUNT(*) FROM campaign_rewards WHERE state = 'on-track'").ShouldBe(1);
        line.Count("SELECT COUNT(*) FROM audit_log WHERE action = 'contractor-link-taken-over'").ShouldBe(1);
    }

    [Fact]
    public async Task A_lockout_is_told_to_the_linked_account_once_and_not_for_ever()
    {
        await using var line = await LineTalk.StartAsync(new() { ClockRuns = false });
        var mother = await line.PhoneAsync(LinkState.Contractor);
        for (var day = 0; day < 4; day++)
        {
            await GuessAsync(line, line.Phone($"Attacker {day}"), LinkingSteps.Parent);
            if (day < 3)
                (await mother.NextAnswerAsync()).Text.ShouldContain("パスワードの誤りが続きました");
            await mother.HearsNothingAsync();
            await line.TurnAsync(TimeSpan.FromMinutes(15));
        }
        line.Count("SELECT COUNT(*) FROM audit_log WHERE action = 'login-id-locked'").ShouldBe(4);

        await line.TurnAsync(TimeSpan.FromDays(1));
        await GuessAsync(line, line.Phone("Attacker 4"), LinkingSteps.Parent);
        (await mother.NextAnswerAsync()).Text.ShouldContain("サインインを一時停止しました");
    }

    [Fact]
    public async Task A_lockout_of_what_nobody_has_tells_nobody()
    {
        await using var line = await LineTalk.StartAsync(new() { ClockRuns = false });
        var mother = await line.PhoneAsync(LinkState.Contractor);

        await GuessAsync(line, line.Phone("Attacker"), "nobody@example.jp");
        await GuessAsync(line, line.Phone("Other attacker"), LinkingSteps.Friend);

        await mother.HearsNothingAsync();
        line.Count("SELECT COUNT(*) FROM notices").ShouldBe(0);
    }

    private static async Task GuessAsync(LineTalk line, PhoneDriver attacker, string loginId)
    {
        var page = await attacker.OpenSignInAsync();
        for (var i = 0; i < 6; i++)
            (await attacker.SubmitAsync(LinkingSteps.Credentials(page, loginId, $"guess-{i}"))).Status.ShouldBe(i < 5 ? 422 : 429);
    }

    private static async Task<WebPage> TakeOverAsync(PhoneDriver phone)
    {
        var ask = await phone.SubmitAsync(
            LinkingSteps.Credentials(await phone.OpenSignInAsync(), LinkingSteps.Parent, LinkingSteps.ParentsPassword));
        await phone.SubmitAsync(ask.FormWithButton("このLINEアカウントに変更する"));
        (await phone.NextAnswerAsync()).Text.ShouldContain("連携完了");
        return ask;
    }

    private static async Task<Answer> UndoQuestionAsync(PhoneDriver phone)
    {
        var list = await phone.AskTapAsync("linking/contracts@1");
        return await phone.AskTapAsync(list.Button("連携を解除する"));
    }
}

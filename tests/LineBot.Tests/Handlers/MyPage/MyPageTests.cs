using LineBot.Tests.Drivers;
using LineBot.Tests.Handlers.Linking;

namespace LineBot.Tests.Handlers.MyPage;

public sealed class MyPageTests
{
    private static readonly TimeSpan AMoment = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task Opens_signed_in_with_one_tap_and_shows_contract_plans_codes_and_rewards()
    {
        await using var line = await LineTalk.StartAsync();
        var mother = line.Phone("Mother");
        await mother.LinkContractorAsync();

        var page = await mother.OpenMyPageAsync();

        page.Status.ShouldBe(200);
        page.Address.AbsolutePath.ShouldBe("/my-page");
        var code = await line.UserCodeAsync("080-0000-0002");
        foreach (var shown in new[] { "山田 花子 さま", "080-0000-0001", "080-0000-0002", "音声通話 6GBプラン", "ウェルカムキャンペーン", "付与まであと29日", "まだ使われていません" })
            page.Text.ShouldContain(shown);
        page.Text.ShouldContain(string.Join(' ', code.Chunk(4).Select(four => new string(four))));
        page.Text.ShouldNotContain("080-0000-0003");
    }

    [Fact]
    public async Task A_preview_of_the_button_spends_nothing_and_the_button_works_once()
    {
        await using var line = await LineTalk.StartAsync();
        var mother = line.Phone("Mother");
        await mother.LinkContractorAsync();
        var address = (await mother.AskTapAsync("my-page@1")).Link("マイページを開く");
        using var preview = new HttpClient();
        for (var i = 0; i < 3; i++)
            (await preview.GetAsync(address)).IsSuccessStatusCode.ShouldBeTrue();

        var enter = await mother.OpenAsync(address);
        var page = await mother.SubmitAsync(enter.Form("ticket"));
        var again = await mother.SubmitAsync(enter.Form("ticket"));

        page.Text.ShouldContain("ご契約内容");
        again.Status.ShouldBe(410);
        again.Text.ShouldContain("すでに使われています");
        (await mother.OpenAsync(address)).Text.ShouldContain("メニューの「マイページログイン」から");
    }

    [Fact]
    public async Task The_button_works_for_five_minutes()
    {
        await using var line = await LineTalk.StartAsync(new LineTalkOptions { ClockRuns = false });
        var mother = line.Phone("Mother");
        await mother.LinkContractorAsync();
        var (first, second) = (await mother.AskTapAsync("my-page@1"), await mother.AskTapAsync("my-page@1"));

        await line.TurnAsync(TimeSpan.FromMinutes(5) - AMoment);
        var inTime = await mother.OpenAsync(first.Link("マイページを開く"));
        var open = await mother.OpenAsync(second.Link("マイページを開く"));
        var page = await mother.SubmitAsync(inTime.Form("ticket"));
        await line.TurnAsync(AMoment);
        var late = await mother.SubmitAsync(open.Form("ticket"));

        page.Status.ShouldBe(200);
        late.Status.ShouldBe(410);
        late.Text.ShouldContain("時間がたったため");
    }

    [Fact]
    public async Task A_button_issued_before_the_link_was_undone_opens_nothing_even_after_linking_again()
    {
        await using var line = await LineTalk.StartAsync();
        var mother = line.Phone("Mother");
        await mother.LinkContractorAsync();
        var enter = await mother.OpenAsync((await mother.AskTapAsync("my-page@1")).Link("マイページを開く"));
        var list = await mother.AskTapAsync("linking/contracts@1");
        await mother.AskTapAsync((await mother.AskTapAsync(list.Button("連携を解除する"))).Button("解除する"));
        await mother.LinkContractorAsync();

        var page = await mother.SubmitAsync(enter.Form("ticket"));

        page.Status.ShouldBe(410);
        page.Text.ShouldContain("連携が解除されています");
    }

    [Fact]
    public async Task Ends_at_sign_out_when_idle_when_old_and_when_the_link_is_undone()
    {
        await using var line = await LineTalk.StartAsync(new LineTalkOptions { ClockRuns = false });
        var mother = line.Phone("Mother");
        await mother.LinkContractorAsync();
        var myPage = new Uri(line.Address, "/my-page");

        var page = await mother.OpenMyPageAsync();
        (await mother.SubmitAsync(page.FormWithButton("サインアウト"))).Text.ShouldContain("サインアウトしました");
        (await mother.OpenAsync(myPage)).Status.ShouldBe(401);

        await mother.OpenMyPageAsync();
        await line.TurnAsync(TimeSpan.FromMinutes(30) - AMoment);
        (await mother.OpenAsync(myPage)).Status.ShouldBe(200);
        await line.TurnAsync(TimeSpan.FromMinutes(30));
        (await mother.OpenAsync(myPage)).Status.ShouldBe(401);

        await mother.OpenMyPageAsync();
        for (var i = 0; i < 35; i++)
        {
            await line.TurnAsync(TimeSpan.FromMinutes(20));
            (await mother.OpenAsync(myPage)).Status.ShouldBe(200);
        }
        await line.TurnAsync(TimeSpan.FromMinutes(20));
        (await mother.OpenAsync(myPage)).Text.ShouldContain("サインインが必要です");

        await mother.OpenMyPageAsync();
        var list = await mother.AskTapAsync("linking/contracts@1");
        await mother.AskTapAsync((await mother.AskTapAsync(list.Button("連携を解除する"))).Button("解除する"));
        (await mother.OpenAsync(myPage)).Status.ShouldBe(401);
    }

    [Fact]
    public async Task A_restart_leaves_the_session_cookie_readable_because_its_keys_lie_beside_the_store()
    {
        await using var line = await LineTalk.StartAsync(new LineTalkOptions { StoreIsFile = true });
        var mother = line.Phone("Mother");
        await mother.LinkContractorAsync();
        await mother.OpenMyPageAsync();

        var folder = Path.GetDirectoryName(LineBot.Storage.StoreFile.Of(line.Store.ConnectionString).Path)!;

        Directory.GetFiles(Path.Combine(folder, "keys"), "key-*.xml").ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_user_who_holds_no_contract_gets_in_by_no_path()
    {
        await using var line = await LineTalk.StartAsync();
        var (mother, child) = (line.Phone("Mother"), line.Phone("Riku"));
        await mother.LinkContractorAsync();
        await child.LinkUserAsync(line, "080-0000-0002");
        await mother.NextAnswerAsync();
        var contract = (await line.CustomerAsync(mother)).ContractIds.Single();
        var subscription = (await line.CustomerAsync(child)).SubscriptionId;

        foreach (var tap in new[] { "my-page@1", $"my-page@1?contract={contract}" })
        {
            var answer = await child.AskTapAsync(tap);
            answer.Text.ShouldContain("契約者連携をするとご利用いただけます");
            answer.Actions.ShouldAllBe(action => action.GetProperty("type").GetString() == "postback");
        }
        foreach (var path in new[] { "/my-page", "/my-page/unlink", "/my-page/user-unlink", $"/my-page/user-code/{subscription}", $"/my-page/user-link/{subscription}" })
            (await child.OpenAsync(new Uri(line.Address, path))).Status.ShouldBe(401);
    }

    [Fact]
    public async Task Reissues_a_code_after_saying_what_it_breaks_and_only_once_for_two_taps()
    {
        await using var line = await LineTalk.StartAsync();
        var (mother, child) = (line.Phone("Mother"), line.Phone("Riku"));
        await mother.LinkContractorAsync();
        await child.LinkUserAsync(line, "080-0000-0002");
        await mother.NextAnswerAsync();
        var old = await line.UserCodeAsync("080-0000-0002");
        var subscription = (await line.CustomerAsync(child)).SubscriptionId;
        await mother.OpenMyPageAsync();

        var ask = await mother.OpenAsync(new Uri(line.Address, $"/my-page/user-code/{subscription}"));
        (await line.UserCodeAsync("080-0000-0002")).ShouldBe(old);
        await mother.SubmitAsync(ask.FormWithButton("利用コードを再設定する"));
        var renewed = await line.UserCodeAsync("080-0000-0002");
        await mother.SubmitAsync(ask.FormWithButton("利用コードを再設定する"));

        ask.Text.ShouldContain("利用者連携は、すぐに解除されます");
        ask.Text.ShouldContain("年齢認証 → 利用コードの再設定 → 利用者連携");
        renewed.ShouldNotBe(old);
        (await line.UserCodeAsync("080-0000-0002")).ShouldBe(renewed);
        (await child.NextAnswerAsync()).Text.ShouldContain("利用者連携が解除されました");
        (await line.CustomerAsync(child)).SubscriptionId.ShouldBeNull();
    }

    [Fact]
    public async Task Shows_and_changes_nothing_of_another_contract()
    {
        await using var line = await LineTalk.StartAsync();
        var friend = line.Phone("Friend");
        await friend.LinkContractorAsync(LinkingSteps.Friend, LinkingSteps.FriendsPassword);
        await friend.OpenMyPageAsync();
        var others = line.Count("SELECT id FROM subscriptions WHERE phone_number = '080-0000-0002'");
        var own = line.Count("SELECT id FROM subscriptions WHERE phone_number = '080-0000-0003'");
        var code = await line.UserCodeAsync("080-0000-0002");

        var shown = await friend.OpenAsync(new Uri(line.Address, $"/my-page/user-code/{others}"));
        var form = (await friend.OpenAsync(new Uri(line.Address, $"/my-page/user-code/{own}"))).FormWithButton("利用コードを再設定する");
        var forged = await friend.SubmitAsync(form.Redirect(new Uri(line.Address, $"/my-page/user-code/{others}")));

        shown.Status.ShouldBe(404);
        forged.Status.ShouldBe(404);
        (await line.UserCodeAsync("080-0000-0002")).ShouldBe(code);
    }

    [Fact]
    public async Task Undoes_the_contractor_link_after_naming_the_reward_and_ends_the_session()
    {
        await using var line = await LineTalk.StartAsync();
        var mother = line.Phone("Mother");
        await mother.LinkContractorAsync();
        var page = await mother.OpenMyPageAsync();

        var links = await mother.OpenAsync(page.Link("連携の管理契約者連携・利用者連携の確認と解除"));
        var ask = await mother.OpenAsync(links.Link("契約者連携を解除する"));
        var done = await mother.SubmitAsync(ask.FormWithButton("連携を解除する"));

        ask.Text.ShouldContain("ウェルカムキャンペーン 3,000ポイント");
        ask.Text.ShouldContain("特典付与日 12月15日(火)");
        done.Text.ShouldContain("契約者連携を解除しました");
        var told = await mother.NextAnswerAsync();
        told.Text.ShouldContain("契約者連携が解除されました");
        told.Text.ShouldContain("対象外になった特典: ウェルカムキャンペーン");
        var again = await mother.SubmitAsync(ask.FormWithButton("連携を解除する"));
        again.Status.ShouldBe(401);
        again.Text.ShouldContain("連携は解除されています");
        (await mother.OpenAsync(line, "/my-page")).Text.ShouldContain("メニュー「契約者連携・利用者連携」で確認できます");
        await mother.HearsNothingAsync();
        (await line.CustomerAsync(mother)).IsContractHolder.ShouldBeFalse();
    }

    [Fact]
    public async Task Links_the_holders_own_phone_without_copying_the_code_and_undoes_it_again()
    {
        await using var line = await LineTalk.StartAsync();
        var mother = line.Phone("Mother");
        await mother.LinkContractorAsync();
        await mother.OpenMyPageAsync();
        var own = line.Count("SELECT id FROM subscriptions WHERE phone_number = '080-0000-0001'");

        var ask = await mother.OpenAsync(new Uri(line.Address, $"/my-page/user-link/{own}"));
        (await line.CustomerAsync(mother)).SubscriptionId.ShouldBeNull();
        var linked = await mother.SubmitAsync(ask.FormWithButton("このLINEで利用者連携する"));
        await mother.SubmitAsync(ask.FormWithButton("このLINEで利用者連携する"));

        ask.Text.ShouldContain("先に年齢認証を");
        linked.Text.ShouldContain("このLINEと連携済み");
        (await mother.NextAnswerAsync()).Text.ShouldContain("080-0000-0001 の利用者連携が完了しました");
        (await line.CustomerAsync(mother)).SubscriptionId.ShouldBe(own);

        var undo = await mother.OpenAsync((await mother.OpenAsync(line, "/my-page/links")).Link("利用者連携を解除する"));
        var undone = await mother.SubmitAsync(undo.FormWithButton("連携を解除する"));

        undo.Text.ShouldContain("利用コードの再設定が必要です");
        undone.Status.ShouldBe(200);
        (await mother.NextAnswerAsync()).Text.ShouldContain("利用者連携が解除されました");
        (await line.CustomerAsync(mother)).SubscriptionId.ShouldBeNull();
        await mother.HearsNothingAsync();
    }
}

using LineBot.Accounts;
using LineBot.Applications;
using LineBot.RichMenu;
using LineBot.Storage;
using LineBot.Tests.Drivers;
using LineBot.Tests.Language;
using Microsoft.Extensions.DependencyInjection;

namespace LineBot.Tests.Handlers.AddInvite;

public sealed class ApplyPagesTests
{
    [Fact]
    public async Task A_newcomer_applies_from_the_talk_and_is_told_there()
    {
        await using var line = await LineTalk.StartAsync(new() { StartsAt = Tokyo.At("2026-11-16T12:00:00"), ClockRuns = false });
        var phone = await line.PhoneAsync(LinkState.None);

        var review = await phone.SubmitAsync(Filled(await OpenFromTalkAsync(phone)));
        review.Text.ShouldContain("お申し込み内容の確認");
        review.Text.ShouldContain("1,628円");
        review.Html.ShouldNotContain(Password);
        line.Count("SELECT COUNT(*) FROM applications").ShouldBe(0, "nothing is stored before it is sent");
        var done = await phone.SubmitAsync(review.FormWithButton("この内容で申し込む"));
        var told = await phone.NextAnswerAsync();

        done.Status.ShouldBe(200);
        done.Text.ShouldContain("ご契約ありがとうございます");
        done.Text.ShouldContain("080-0000-1001");
        Snapshot.MatchJson(told.Json);
        // Fifteen of November's thirty days are left, the day of the contract included.
        line.Count("SELECT left_kb FROM data_parts WHERE subscription_id = (SELECT MAX(id) FROM subscriptions)").ShouldBe(1_500_000);
        line.Count("SELECT COUNT(*) FROM user_codes WHERE subscription_id = (SELECT MAX(id) FROM subscriptions)").ShouldBe(1);
        line.Count("SELECT COUNT(*) FROM applications WHERE password_hash IS NOT NULL").ShouldBe(0);
        line.Count("SELECT COUNT(*) FROM audit_log WHERE action IN ('application-received', 'application-activated')").ShouldBe(2);

        (await phone.LinkContractAsync("mio@example.jp", Password)).Text.ShouldContain("連携完了");
    }

    [Fact]
    public async Task Without_automatic_approval_it_says_honestly_that_somebody_will_look()
    {
        await using var line = await LineTalk.StartAsync(NotApproving);
        var phone = await line.PhoneAsync(LinkState.None);

        var done = await SendAsync(phone, Filled(await OpenFromTalkAsync(phone)));

        done.Text.ShouldContain("お申し込みを受け付けました");
        done.Text.ShouldContain("結果をLINEのトークでお知らせします");
        (await phone.NextAnswerAsync()).Text.ShouldContain("担当者が確認し、結果をこのトークでお知らせします。");
        line.Count("SELECT COUNT(*) FROM contracts WHERE login_id = 'mio@example.jp'").ShouldBe(0);
    }

    [Theory]
    [InlineData(true, "ご契約ありがとうございます", 1)]
    [InlineData(false, "お受けできませんでした", 0)]
    public async Task An_operators_decision_reaches_the_talk_and_the_page(bool approves, string said, int contracts)
    {
        await using var line = await LineTalk.StartAsync(NotApproving);
        var phone = await line.PhoneAsync(LinkState.None);
        var done = await SendAsync(phone, Filled(await OpenFromTalkAsync(phone)));
        await phone.NextAnswerAsync();

        var (first, second) = (await DecideAsync(line, approves), await DecideAsync(line, approves));

        (first, second).ShouldBe((DecisionResult.Done, DecisionResult.Settled));
        (await phone.NextAnswerAsync()).Text.ShouldContain(said);
        (await phone.OpenAsync(done.Address)).Text.ShouldContain(said);
        line.Count("SELECT COUNT(*) FROM contracts WHERE login_id = 'mio@example.jp'").ShouldBe(contracts);
        line.Count("SELECT COUNT(*) FROM subscriptions WHERE phone_number = '090-1234-5678'").ShouldBe(contracts);
        line.Count("SELECT COUNT(*) FROM applications WHERE password_hash IS NOT NULL").ShouldBe(0);
    }

    [Fact]
    public async Task Sending_twice_makes_one_application()
    {
        await using var line = await LineTalk.StartAsync();
        var phone = await line.PhoneAsync(LinkState.None);
        var form = (await phone.SubmitAsync(Filled(await OpenFromTalkAsync(phone)))).FormWithButton("この内容で申し込む");

        var (first, second) = (await phone.SubmitAsync(form), await phone.SubmitAsync(form));

        second.Address.ShouldBe(first.Address);
        second.Text.ShouldBe(first.Text);
        line.Count("SELECT COUNT(*) FROM applications").ShouldBe(1);
        await phone.NextAnswerAsync();
        await phone.HearsNothingAsync();
    }

    [Fact]
    public async Task A_link_serves_one_application_and_looking_spends_nothing()
    {
        await using var line = await LineTalk.StartAsync();
        var phone = await line.PhoneAsync(LinkState.None);
        var link = (await phone.AskTapAsync("add-invite@1")).Link("申し込む");
        await phone.OpenAsync(link);
        var one = await phone.SubmitAsync(Filled(await phone.OpenAsync(link)));
        var other = await phone.SubmitAsync(Filled(await phone.OpenAsync(link), loginId: "other@example.jp"));

        (await phone.SubmitAsync(one.FormWithButton("この内容で申し込む"))).Status.ShouldBe(200);
        var late = await phone.SubmitAsync(other.FormWithButton("この内容で申し込む"));
        var lateOpen = await phone.OpenAsync(link);

        (late.Status, lateOpen.Status).ShouldBe((410, 410));
        lateOpen.Text.ShouldContain("このリンクはもう使えません");
        line.Count("SELECT COUNT(*) FROM applications").ShouldBe(1);
    }

    [Theory]
    [InlineData(-1, 200)]
    [InlineData(0, 410)]
    public async Task A_link_ends_after_its_hour(int seconds, int status)
    {
        await using var line = await LineTalk.StartAsync(new() { ClockRuns = false });
        var phone = await line.PhoneAsync(LinkState.None);
        var link = (await phone.AskTapAsync("add-invite@1")).Link("申し込む");
        await line.SettledAsync();

        line.Clock.Turn(TimeSpan.FromHours(1) + TimeSpan.FromSeconds(seconds));

        (await phone.OpenAsync(link)).Status.ShouldBe(status);
    }

    [Fact]
    public async Task A_holder_adds_a_subscription_to_the_contract()
    {
        await using var line = await LineTalk.StartAsync();
        var phone = await line.PhoneAsync(LinkState.Contractor);
        var page = await phone.OpenAsync((await phone.AskTapAsync("add-invite@1")).Link("回線を追加する"));

        page.Form("UserName").Names.ShouldNotContain("Password");
        var done = await SendAsync(phone, page.Form("UserName").Fill("Plan", "data-3gb").Fill("UserName", "空"));

        done.Text.ShouldContain("回線を追加しました");
        Snapshot.MatchJson((await phone.NextAnswerAsync()).Json);
        line.Count("SELECT COUNT(*) FROM subscriptions s JOIN contracts c ON c.id = s.contract_id WHERE c.login_id = 'oya@example.jp'").ShouldBe(3);
    }

    [Fact]
    public async Task A_contract_takes_no_sixth_subscription_however_late_that_shows()
    {
        await using var line = await LineTalk.StartAsync();
        var phone = await line.PhoneAsync(LinkState.Contractor);
        await line.HoldAsync("oya@example.jp", 4);
        var page = await phone.OpenAsync((await phone.AskTapAsync("add-invite@1")).Link("回線を追加する"));
        var review = await phone.SubmitAsync(page.Form("UserName").Fill("Plan", "data-3gb").Fill("UserName", "空"));
        review.Text.ShouldContain("お申し込み内容の確認");
        await line.HoldAsync("oya@example.jp", 5);

        var full = await phone.SubmitAsync(review.FormWithButton("この内容で申し込む"));

        full.Status.ShouldBe(422);
        full.Text.ShouldContain("このご契約の回線は上限に達している");
        line.Count("SELECT COUNT(*) FROM applications").ShouldBe(0);
    }

    [Fact]
    public async Task Nobody_adds_to_a_contract_that_is_no_longer_theirs()
    {
        await using var line = await LineTalk.StartAsync();
        var phone = await line.PhoneAsync(LinkState.Contractor);
        await phone.LinkContractAsync("tomo@example.jp", "demo-password-2");
        var friends = line.Count("SELECT id FROM contracts WHERE login_id = 'tomo@example.jp'");
        var page = await phone.OpenAsync((await phone.AskTapAsync("add-invite@1")).Link("回線を追加する"));
        var form = page.Form("Contract").Fill("Contract", $"{friends}").Fill("Plan", "data-3gb").Fill("UserName", "空");
        var review = await phone.SubmitAsync(form);
        review.Text.ShouldContain("tomo@example.jp");
        await line.Services.GetRequiredService<Database>().WriteAsync(tx =>
            line.Services.GetRequiredService<LinkStore>().UndoContractor(tx, friends, phone.UserId, line.Clock.GetUtcNow()));

        (await phone.SubmitAsync(review.FormWithButton("この内容で申し込む"))).Status.ShouldBe(422);

        line.Count("SELECT COUNT(*) FROM applications").ShouldBe(0);
    }

    [Fact]
    public async Task Whoever_only_uses_a_subscription_sees_no_prices_even_with_an_old_link()
    {
        await using var line = await LineTalk.StartAsync();
        var phone = await line.PhoneAsync(LinkState.None);
        var link = (await phone.AskTapAsync("add-invite@1")).Link("申し込む");
        var form = Filled(await phone.OpenAsync(link));
        var review = await phone.SubmitAsync(form);
        await line.Services.GetRequiredService<Database>().WriteAsync(tx => line.Services.GetRequiredService<LinkStore>().LinkUser(
            tx, tx.Get<string>("SELECT code FROM user_codes ORDER BY subscription_id LIMIT 1"), phone.UserId, line.Clock.GetUtcNow()));

        var answers = new[] { await phone.OpenAsync(link), await phone.SubmitAsync(form), await phone.SubmitAsync(review.FormWithButton("この内容で申し込む")) };

        answers.ShouldAllBe(page => page.Status == 403 && !page.Text.Contains('円'));
        line.Count("SELECT COUNT(*) FROM applications").ShouldBe(0);
    }

    [Theory]
    [InlineData("ja")]
    [InlineData("en")]
    public async Task Says_beside_each_field_what_is_wrong_and_keeps_what_was_typed(string language)
    {
        await using var line = await LineTalk.StartAsync();
        var phone = line.Stranger("Mio", language);
        var form = (await phone.OpenAsync(new Uri(line.Address, $"/apply?lang={language}"))).Form("HolderName")
            .Fill("HolderName", "<b>山田</b>").Fill("HolderKana", "山田").Fill("BirthDate", "2010/1/1").Fill("PostalCode", "１００").Fill("Address", "東京")
            .Fill("LoginId", "oya@example.jp").Fill("Password", "password1234").Fill("CampaignCode", "NOSUCH").Fill("InvitationCode", "nosuchcode");

        var page = await phone.SubmitAsync(form);

        page.Status.ShouldBe(422);
        page.Html.ShouldNotContain("<b>山田</b>");
        page.Html.ShouldNotContain("password1234");
        page.Form("HolderName")["HolderName"].ShouldBe("<b>山田</b>");
        Snapshot.MatchText(page.Text, language);
    }

    [Fact]
    public async Task A_password_once_typed_need_not_be_typed_again()
    {
        await using var line = await LineTalk.StartAsync();
        var phone = line.Stranger("Mio");
        var review = await phone.SubmitAsync(Filled(await phone.OpenAsync(new Uri(line.Address, "/apply"))));

        var again = await phone.SubmitAsync(review.FormWithButton("入力しなおす"));
        again.Form("HolderName")["HolderKana"].ShouldBe("ミオ");
        var form = again.Form("HolderName").Fill("Address", "大阪府大阪市北区梅田2-2").Fill("Password", "");
        var done = await SendAsync(phone, form);

        done.Text.ShouldContain("ご契約ありがとうございます");
        line.Count("SELECT COUNT(*) FROM contracts WHERE address = '大阪府大阪市北区梅田2-2'").ShouldBe(1);
    }

    [Fact]
    public async Task An_invitation_is_counted_used_up_and_not_for_oneself()
    {
        await using var line = await LineTalk.StartAsync();
        var inviter = await line.PhoneAsync(LinkState.Contractor);
        var page = (await inviter.AskTapAsync("add-invite/invite@1")).Button("リンクをコピー").GetProperty("clipboardText").GetString()!;
        var invited = new Uri(line.Address, $"/apply?invite={page.Split('/')[^1]}");
        var friend = line.Stranger("Mio");
        var second = line.Stranger("Kai");
        var own = Filled(await second.OpenAsync(invited), loginId: "kai@example.jp")
            .Fill("HolderName", "山田 花子").Fill("HolderKana", "ヤマダハナコ").Fill("BirthDate", "1984-05-12");

        (await second.SubmitAsync(own)).Text.ShouldContain("ご自分の招待コードはお使いいただけません。");
        (await SendAsync(friend, Filled(await friend.OpenAsync(invited)))).Text.ShouldContain("ご契約ありがとうございます");
        (await second.SubmitAsync(Filled(await second.OpenAsync(invited), loginId: "kai@example.jp"))).Text
            .ShouldContain("この招待コードは、ほかのお申し込みで使われています。");

        await inviter.SkipAsync();
        (await inviter.AskTapAsync("add-invite/invite@1")).Text.ShouldContain("今日の招待リンクは使われました");
    }

    [Fact]
    public async Task A_campaign_code_is_taken_while_its_campaign_is_open()
    {
        await using var line = await LineTalk.StartAsync();
        var phone = line.Stranger("Mio");
        var done = await SendAsync(phone, Filled(await phone.OpenAsync(new Uri(line.Address, "/apply"))).Fill("CampaignCode", "ｗｅｌｃｏｍｅ"));

        done.Text.ShouldContain("ご契約ありがとうございます");
        line.Count("SELECT COUNT(*) FROM applications WHERE campaign_code = 'WELCOME'").ShouldBe(1);
    }

    [Fact]
    public async Task A_forged_or_old_review_is_a_page_and_changes_nothing()
    {
        await using var line = await LineTalk.StartAsync(new() { ClockRuns = false });
        var phone = line.Stranger("Mio");
        var review = await phone.SubmitAsync(Filled(await phone.OpenAsync(new Uri(line.Address, "/apply"))));
        var form = review.FormWithButton("この内容で申し込む");
        await line.SettledAsync();

        line.Clock.Turn(TimeSpan.FromHours(2));
        (await phone.SubmitAsync(form)).ShouldSatisfyAllConditions(page => page.Status.ShouldBe(400), page => page.Text.ShouldContain("有効期限"));
        (await phone.SubmitAsync(form.Fill("Draft", "forged"))).Status.ShouldBe(400);
        (await phone.SubmitAsync(form.Fill("__RequestVerificationToken", "forged"))).Status.ShouldBe(400);

        line.Count("SELECT COUNT(*) FROM applications").ShouldBe(0);
    }

    [Fact]
    public async Task What_became_of_it_is_shown_to_whoever_has_its_address_alone()
    {
        await using var line = await LineTalk.StartAsync();
        var phone = line.Stranger("Mio");

        (await phone.OpenAsync(new Uri(line.Address, "/apply/received/nothing"))).Status.ShouldBe(404);
        (await phone.OpenAsync(new Uri(line.Address, "/apply/received/1"))).Status.ShouldBe(404);
    }

    private const string Password = "k8s!Tq2mzL-mio";

    private static readonly LineTalkOptions NotApproving = new() { Settings = new Dictionary<string, string> { ["Applications:AutoApprove"] = "false" } };

    private static async Task<WebPage> OpenFromTalkAsync(PhoneDriver phone) =>
        await phone.OpenAsync((await phone.AskTapAsync("add-invite@1")).Link("申し込む"));

    private static WebForm Filled(WebPage page, string loginId = "mio@example.jp") => page.Form("HolderName")
        .Fill("Plan", "voice-3gb").Fill("HolderName", "森 美緒").Fill("HolderKana", "みお").Fill("BirthDate", "１９９５年３月３日")
        .Fill("PostalCode", "〒530ー0001").Fill("Address", "大阪府大阪市北区梅田1-1").Fill("LoginId", loginId).Fill("Password", Password);

    private static async Task<WebPage> SendAsync(PhoneDriver phone, WebForm form)
    {
        var review = await phone.SubmitAsync(form);
        return await phone.SubmitAsync(review.FormWithButton("この内容で申し込む"));
    }

    private static Task<DecisionResult> DecideAsync(LineTalk line, bool approves) =>
        line.Services.GetRequiredService<Database>().WriteAsync(tx =>
        {
            var desk = line.Services.GetRequiredService<ApplicationDesk>();
            var id = tx.Get<long>("SELECT id FROM applications");
            return approves
                ? desk.Approve(tx, id, "090-1234-5678", "sato", line.Clock.GetUtcNow())
                : desk.Decline(tx, id, "sato", line.Clock.GetUtcNow());
        });
}

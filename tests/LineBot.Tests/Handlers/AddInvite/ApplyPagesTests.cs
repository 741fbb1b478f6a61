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

        var review = await phone.FillInAsync(await OpenFromTalkAsync(phone));
        review.Text.ShouldContain("お申し込み内容の確認");
        review.Text.ShouldContain("1,628円");
        review.Html.ShouldNotContain(Password);
        line.Count("SELECT COUNT(*) FROM applications").ShouldBe(0, "nothing is stored before it is sent");
        var done = await phone.SendAsync(review);
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

        var done = await phone.ApplyAsync(await OpenFromTalkAsync(phone));

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
        var done = await phone.ApplyAsync(await OpenFromTalkAsync(phone));
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
        var form = (await phone.FillInAsync(await OpenFromTalkAsync(phone))).Form("RequestId");

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
        var review = await phone.FillInAsync(await phone.OpenAsync(link));

        (await phone.SendAsync(review)).Status.ShouldBe(200);
        var late = await phone.OpenAsync(link);

        late.Status.ShouldBe(410);
        late.Text.ShouldContain("このリンクはもう使えません");
        line.Count("SELECT COUNT(*) FROM applications").ShouldBe(1);
    }

    [Fact]
    public async Task What_was_typed_is_there_again_when_the_page_is_opened_anew()
    {
        await using var line = await LineTalk.StartAsync(new() { ClockRuns = false });
        var phone = await line.PhoneAsync(LinkState.None);
        var holder = await phone.SubmitAsync((await OpenFromTalkAsync(phone)).Form("Plan").Fill("Plan", "voice-3gb"));
        await phone.SubmitAsync(ApplicationDriver.Step(holder)!.Fill("HolderName", "森 美緒").Fill("HolderKana", "みお").Fill("BirthDate", "1995-03-03")
            .Fill("PostalCode", "530-0001").Fill("Address", "大阪府大阪市北区梅田1-1"));
        await line.SettledAsync();

        line.Clock.Turn(TimeSpan.FromDays(7) - TimeSpan.FromMinutes(1));
        var resumed = await OpenFromTalkAsync(phone);
        resumed.Text.ShouldContain("前回の入力の続きです。");
        resumed.Form("LoginId").ShouldNotBeNull();
        (await phone.OpenAsync(resumed.Link("前の画面へ"))).Form("HolderName")["HolderName"].ShouldBe("森 美緒");

        var anew = await phone.SubmitAsync(resumed.FormWithButton("入力を消して、はじめからやり直す"));
        anew.Form("Plan")["Plan"].ShouldBeNull();
        line.Count("SELECT COUNT(*) FROM application_drafts").ShouldBe(0);
    }

    [Fact]
    public async Task What_was_typed_is_forgotten_after_a_week()
    {
        await using var line = await LineTalk.StartAsync(new() { ClockRuns = false });
        var phone = await line.PhoneAsync(LinkState.None);
        await phone.SubmitAsync((await OpenFromTalkAsync(phone)).Form("Plan").Fill("Plan", "voice-3gb"));
        await line.SettledAsync();

        line.Clock.Turn(TimeSpan.FromDays(7));

        (await OpenFromTalkAsync(phone)).ShouldSatisfyAllConditions(
            page => page.Text.ShouldNotContain("前回の入力の続きです。"), page => page.Form("Plan")["Plan"].ShouldBeNull());
        line.Clock.Turn(TimeSpan.FromMinutes(30));
        await line.EventuallyAsync(() => line.Count("SELECT COUNT(*) FROM application_drafts") == 0, "the draft to be removed");
    }

    [Fact]
    public async Task A_browser_that_came_without_LINE_finds_its_own_draft_and_nobody_elses()
    {
        await using var line = await LineTalk.StartAsync();
        var (mine, other) = (line.Stranger("Mio"), line.Stranger("Kai"));
        await mine.SubmitAsync((await mine.OpenAsync(new Uri(line.Address, "/apply"))).Form("Plan").Fill("Plan", "voice-6gb"));

        (await mine.OpenAsync(new Uri(line.Address, "/apply"))).Text.ShouldContain("前回の入力の続きです。");
        (await mine.OpenAsync(new Uri(line.Address, "/apply?step=plan"))).Form("Plan")["Plan"].ShouldBe("voice-6gb");
        (await other.OpenAsync(new Uri(line.Address, "/apply"))).Form("Plan")["Plan"].ShouldBeNull();
        (await other.SubmitAsync((await other.OpenAsync(new Uri(line.Address, "/apply"))).Form("Plan"))).Text.ShouldContain("プランをお選びください。");
    }

    [Fact]
    public async Task No_step_is_skipped_by_its_address()
    {
        await using var line = await LineTalk.StartAsync();
        var phone = line.Stranger("Mio");

        (await phone.OpenAsync(new Uri(line.Address, "/apply?step=review"))).Form("Plan").ShouldNotBeNull();
        (await phone.OpenAsync(new Uri(line.Address, "/apply?step=nonsense"))).Form("Plan").ShouldNotBeNull();
        var forged = (await phone.OpenAsync(new Uri(line.Address, "/apply"))).Form("Plan").Redirect(new Uri(line.Address, "/apply/review"));
        (await phone.SubmitAsync(forged)).Status.ShouldBe(404);
    }

    [Fact]
    public async Task What_is_sent_is_what_was_reviewed()
    {
        await using var line = await LineTalk.StartAsync();
        var phone = line.Stranger("Mio");
        var review = await phone.FillInAsync(await phone.OpenAsync(new Uri(line.Address, "/apply")));
        await phone.SubmitAsync((await phone.OpenAsync(new Uri(line.Address, "/apply?step=plan"))).Form("Plan").Fill("Plan", "voice-12gb"));

        var again = await phone.SendAsync(review);

        again.Text.ShouldContain("お申し込み内容の確認");
        again.Text.ShouldContain("3,520円");
        line.Count("SELECT COUNT(*) FROM applications").ShouldBe(0);
        (await phone.SendAsync(again)).Text.ShouldContain("ご契約ありがとうございます");
        line.Count("SELECT COUNT(*) FROM applications WHERE plan_id = 'voice-12gb'").ShouldBe(1);
    }

    [Fact]
    public async Task A_holder_who_is_signed_in_adds_a_subscription_from_My_Page()
    {
        await using var line = await LineTalk.StartAsync();
        var phone = await line.PhoneAsync(LinkState.Contractor);
        await phone.ReadUserCodeAsync("080-0000-0001");
        var contract = await phone.OpenAsync(new Uri(line.Address, "/my-page/contract"));

        var done = await phone.ApplyAsync(await phone.OpenAsync(contract.Link("回線を追加する")), ("Plan", "data-3gb"));

        done.Text.ShouldContain("回線を追加しました");
        line.Count("SELECT COUNT(*) FROM subscriptions s JOIN contracts c ON c.id = s.contract_id WHERE c.login_id = 'oya@example.jp'").ShouldBe(3);
    }

    [Fact]
    public async Task The_first_bill_comes_with_the_end_of_the_first_month()
    {
        await using var line = await LineTalk.StartAsync(new() { StartsAt = Tokyo.At("2026-11-16T12:00:00"), ClockRuns = false });
        var phone = await line.PhoneAsync(LinkState.None);
        await phone.ApplyAsync(await OpenFromTalkAsync(phone));
        await line.SettledAsync();

        line.Clock.Turn(Tokyo.At("2026-12-01T00:10:00") - line.Clock.GetUtcNow());

        await line.EventuallyAsync(
            () =>
            {
                line.Clock.Turn(TimeSpan.FromMinutes(1));
                return line.Count("SELECT COUNT(*) FROM bills b JOIN contracts c ON c.id = b.contract_id WHERE c.login_id = 'mio@example.jp' AND b.month LIKE '2026-11%'") == 1;
            },
            "the month to be closed");
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

        var done = await phone.ApplyAsync(page, ("Plan", "data-3gb"));

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
        var review = await phone.FillInAsync(page);
        review.Text.ShouldContain("お申し込み内容の確認");
        await line.HoldAsync("oya@example.jp", 5);

        var full = await phone.SendAsync(review);

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
        var review = await phone.FillInAsync(page, ("Contract", $"{friends}"));
        review.Text.ShouldContain("tomo@example.jp");
        await line.Services.GetRequiredService<Database>().WriteAsync(tx =>
            line.Services.GetRequiredService<LinkStore>().UndoContractor(tx, friends, phone.UserId, line.Clock.GetUtcNow()));

        (await phone.SendAsync(review)).Status.ShouldBe(422);

        line.Count("SELECT COUNT(*) FROM applications").ShouldBe(0);
    }

    [Fact]
    public async Task Whoever_only_uses_a_subscription_sees_no_prices_even_with_an_old_link()
    {
        await using var line = await LineTalk.StartAsync();
        var phone = await line.PhoneAsync(LinkState.None);
        var link = (await phone.AskTapAsync("add-invite@1")).Link("申し込む");
        var start = await phone.OpenAsync(link);
        var review = await phone.FillInAsync(start);
        await line.Services.GetRequiredService<Database>().WriteAsync(tx => line.Services.GetRequiredService<LinkStore>().LinkUser(
            tx, tx.Get<string>("SELECT code FROM user_codes ORDER BY subscription_id LIMIT 1"), phone.UserId, line.Clock.GetUtcNow()));

        var answers = new[] { await phone.OpenAsync(link), await phone.SubmitAsync(start.Form("Plan")), await phone.SendAsync(review) };

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
        var start = await phone.OpenAsync(new Uri(line.Address, $"/apply?lang={language}"));
        var plan = await phone.SubmitAsync(start.Form("Plan"));
        var holder = await phone.FillInAsync(
            start, ("HolderName", "<b>山田</b>"), ("HolderKana", "山田"), ("BirthDate", "2010/1/1"), ("PostalCode", "１００"), ("Address", "東京"));
        var typed = holder.Form("HolderName")["HolderName"];
        var login = await phone.FillInAsync(
            await phone.SubmitAsync(
                ApplicationDriver.Step(holder)!.Fill("HolderName", "森").Fill("HolderKana", "もり").Fill("BirthDate", "1995-03-03")
                    .Fill("PostalCode", "5300001").Fill("Address", "大阪府大阪市")),
            ("LoginId", "oya@example.jp"), ("Password", "password1234"), ("CampaignCode", "NOSUCH"), ("InvitationCode", "nosuchcode"));

        (plan.Status, holder.Status, login.Status).ShouldBe((422, 422, 422));
        holder.Html.ShouldNotContain("<b>山田</b>");
        typed.ShouldBe("<b>山田</b>");
        login.Html.ShouldNotContain("password1234");
        Snapshot.MatchText(string.Join("\n――\n", plan.Text, holder.Text, login.Text), language);
    }

    [Fact]
    public async Task A_password_once_typed_need_not_be_typed_again()
    {
        await using var line = await LineTalk.StartAsync();
        var phone = line.Stranger("Mio");
        var review = await phone.FillInAsync(await phone.OpenAsync(new Uri(line.Address, "/apply")));

        var holder = await phone.OpenAsync(new Uri(line.Address, "/apply?step=holder"));
        holder.Form("HolderName")["HolderKana"].ShouldBe("みお");
        var login = await phone.SubmitAsync(holder.Form("HolderName").Fill("Address", "大阪府大阪市北区梅田2-2"));
        login.Html.ShouldNotContain(Password);
        var done = await phone.SendAsync(await phone.SubmitAsync(login.Form("LoginId").Fill("Password", "")));

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
        (string, string)[] own = [("LoginId", "kai@example.jp"), ("HolderName", "山田 花子"), ("HolderKana", "ヤマダハナコ"), ("BirthDate", "1984-05-12")];

        (await second.FillInAsync(await second.OpenAsync(invited), own)).Text.ShouldContain("ご自分の招待コードはお使いいただけません。");
        (await friend.ApplyAsync(await friend.OpenAsync(invited))).Text.ShouldContain("ご契約ありがとうございます");
        var third = line.Stranger("Lin");
        (await third.FillInAsync(await third.OpenAsync(invited), ("LoginId", "lin@example.jp"))).Text
            .ShouldContain("この招待コードは、ほかのお申し込みで使われています。");

        await inviter.SkipAsync();
        (await inviter.AskTapAsync("add-invite/invite@1")).Text.ShouldContain("今日の招待リンクは使われました");
    }

    [Fact]
    public async Task A_campaign_code_is_taken_while_its_campaign_is_open()
    {
        await using var line = await LineTalk.StartAsync();
        var phone = line.Stranger("Mio");
        var done = await phone.ApplyAsync(await phone.OpenAsync(new Uri(line.Address, "/apply")), ("CampaignCode", "ｗｅｌｃｏｍｅ"));

        done.Text.ShouldContain("ご契約ありがとうございます");
        line.Count("SELECT COUNT(*) FROM applications WHERE campaign_code = 'WELCOME'").ShouldBe(1);
    }

    [Fact]
    public async Task A_forged_or_old_review_is_a_page_and_changes_nothing()
    {
        await using var line = await LineTalk.StartAsync(new() { ClockRuns = false });
        var phone = line.Stranger("Mio");
        var form = (await phone.FillInAsync(await phone.OpenAsync(new Uri(line.Address, "/apply")))).Form("RequestId");
        await line.SettledAsync();

        (await phone.SubmitAsync(form.Fill("__RequestVerificationToken", "forged"))).Status.ShouldBe(400);
        (await phone.SubmitAsync((await phone.OpenAsync(new Uri(line.Address, "/apply"))).Form("RequestId").Fill("RequestId", "forged"))).Text.ShouldContain("お申し込み内容の確認");
        var whole = (await phone.OpenAsync(new Uri(line.Address, "/apply"))).Form("RequestId");
        line.Clock.Turn(TimeSpan.FromDays(7));
        (await phone.SubmitAsync(whole)).ShouldSatisfyAllConditions(page => page.Status.ShouldBe(400), page => page.Text.ShouldContain("有効期限"));

        line.Count("SELECT COUNT(*) FROM applications").ShouldBe(0);
    }

    [Theory]
    [InlineData("password1234", 1, "推測されやすい")]
    [InlineData("short", 1, "12文字以上")]
    [InlineData("k8s!Tq2mzL-m", 2, "ふつう")]
    [InlineData("k8s!Tq2mzL-Wj4xe", 3, "強い")]
    [InlineData("mio@example.jp7x", 1, "推測されやすい")]
    public async Task The_strength_of_a_password_is_said_while_it_is_typed(string password, int level, string words)
    {
        await using var line = await LineTalk.StartAsync();
        var phone = line.Stranger("Mio");
        var page = await phone.OpenAsync(new Uri(line.Address, "/apply"));
        var login = await phone.SubmitAsync(ApplicationDriver.Step(await phone.SubmitAsync(page.Form("Plan").Fill("Plan", "voice-3gb")))!
            .Fill("HolderName", "森").Fill("HolderKana", "もり").Fill("BirthDate", "1995-03-03").Fill("PostalCode", "5300001").Fill("Address", "大阪府大阪市"));

        var answer = await phone.SubmitAsync(login.Form("Password").Fill("Password", password).Fill("LoginId", "mio@example.jp")
            .Redirect(new Uri(line.Address, "/password-strength?lang=ja")));

        answer.Html.ShouldContain($"\"level\":{level}");
        System.Text.RegularExpressions.Regex.Unescape(answer.Html).ShouldContain(words);
    }

    [Fact]
    public async Task What_became_of_it_is_shown_to_whoever_has_its_address_alone()
    {
        await using var line = await LineTalk.StartAsync();
        var phone = line.Stranger("Mio");

        (await phone.OpenAsync(new Uri(line.Address, "/apply/received/nothing"))).Status.ShouldBe(404);
        (await phone.OpenAsync(new Uri(line.Address, "/apply/received/1"))).Status.ShouldBe(404);
    }

    private const string Password = ApplicationDriver.Password;

    private static readonly LineTalkOptions NotApproving = new() { Settings = new Dictionary<string, string> { ["Applications:AutoApprove"] = "false" } };

    private static async Task<WebPage> OpenFromTalkAsync(PhoneDriver phone) =>
        await phone.OpenAsync((await phone.AskTapAsync("add-invite@1")).Link("申し込む"));

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

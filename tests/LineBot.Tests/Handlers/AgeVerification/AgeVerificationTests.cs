using LineBot.RichMenu;
using LineBot.Tests.Drivers;
using LineBot.Tests.Handlers.Linking;

namespace LineBot.Tests.Handlers.AgeVerification;

public sealed class AgeVerificationTests
{
    private const string Child = "080-0000-0002";
    private const string Grown = "1990/01/31";

    [Theory]
    [InlineData("ja")]
    [InlineData("en")]
    public async Task Leads_from_the_talk_to_the_page_and_says_the_order_before_it_happens(string language)
    {
        await using var line = await LineTalk.StartAsync();
        var child = await line.PhoneAsync(LinkState.None, language);

        var card = await child.AskTapAsync("age-verification@1");
        var page = await child.OpenAsync(card.FindLink("/age-verification")!);

        Snapshot.MatchJson(card.Json, $"card.{language}");
        Snapshot.MatchText(page.Text, $"page.{language}");
    }

    [Theory]
    [InlineData("年齢認証")]
    [InlineData("年齢確認がしたい")]
    public async Task Is_understood_when_typed(string typed)
    {
        await using var line = await LineTalk.StartAsync();

        (await line.Phone("Riku").AskAsync(typed)).Text.ShouldContain("年齢認証をする");
    }

    [Theory]
    [InlineData("ja")]
    [InlineData("en")]
    public async Task Spends_the_code_tells_the_customer_and_the_holder_and_leads_on(string language)
    {
        await using var line = await LineTalk.StartAsync();
        var (mother, child) = (await line.PhoneAsync(LinkState.Contractor, language), await line.PhoneAsync(LinkState.None, language));
        var code = await line.UserCodeAsync(Child);
        var page = await OpenAsync(child);

        var done = await child.SubmitAsync(Filled(page, code, Grown));
        var again = await child.SubmitAsync(Filled(page, code, Grown));

        done.Status.ShouldBe(200);
        Snapshot.MatchText(done.Text, $"page.{language}");
        again.Text.ShouldBe(done.Text, "a double tap shows the same");
        Snapshot.MatchJson((await child.NextAnswerAsync()).Json, $"user.{language}");
        Snapshot.MatchJson((await mother.NextAnswerAsync()).Json, $"holder.{language}");
        line.Count("SELECT COUNT(*) FROM outbox WHERE webhook_event_id LIKE 'notice:%age-verified%' AND expires_at - created_at = 86400000").ShouldBe(2);
        await child.HearsNothingAsync();
        await mother.HearsNothingAsync();
        line.Count("SELECT COUNT(*) FROM user_codes WHERE spent_on = 'age-verification'").ShouldBe(1);
        line.Count("SELECT COUNT(*) FROM subscriptions WHERE age_verified_at IS NOT NULL").ShouldBe(1);
        line.Count("SELECT COUNT(*) FROM audit_log WHERE action = 'age-verified'").ShouldBe(1);
    }

    [Theory]
    [InlineData("1990-01-31")]
    [InlineData("１９９０年１月３１日")]
    [InlineData("１９９０／１／３１")]
    [InlineData("19900131")]
    public async Task Reads_code_and_date_as_people_type_them(string date)
    {
        await using var line = await LineTalk.StartAsync();
        var child = line.Phone("Riku");
        var code = string.Join('－', (await line.UserCodeAsync(Child)).Chunk(4).Select(four => new string([.. four.Select(digit => (char)(digit - '0' + '０'))])));

        (await child.SubmitAsync(Filled(await OpenPublicAsync(line, child), code, date))).Text.ShouldContain("年齢確認済み");
    }

    [Theory]
    [InlineData("2008-11-16", true)]
    [InlineData("2008-11-17", false)]
    public async Task Counts_the_age_on_the_Japanese_day(string birth, bool isOfAge)
    {
        // A minute past midnight in Japan, and still the day before elsewhere.
        await using var line = await LineTalk.StartAsync(new() { StartsAt = new DateTimeOffset(2026, 11, 16, 0, 1, 0, TimeSpan.FromHours(9)) });
        var child = line.Phone("Riku");

        var page = await child.SubmitAsync(Filled(await OpenPublicAsync(line, child), await line.UserCodeAsync(Child), birth));

        page.Status.ShouldBe(isOfAge ? 200 : 422);
        page.Text.ShouldContain(isOfAge ? "年齢確認済みです" : "18歳未満の方は");
        line.Count("SELECT COUNT(*) FROM user_codes WHERE spent_at IS NOT NULL").ShouldBe(isOfAge ? 1 : 0);
    }

    [Fact]
    public async Task Leaves_the_code_of_the_young_for_the_user_link_and_lets_nobody_search_for_a_date()
    {
        await using var line = await LineTalk.StartAsync();
        var child = line.Phone("Riku");
        var code = await line.UserCodeAsync(Child);
        var page = await OpenPublicAsync(line, child);
        for (var i = 0; i < 3; i++)
            (await child.SubmitAsync(Filled(page, code, $"2015-04-0{i + 1}"))).Text.ShouldContain("利用者連携にお使いいただけます");

        var fourth = await child.SubmitAsync(Filled(page, code, Grown));

        fourth.Status.ShouldBe(429);
        fourth.Text.ShouldContain("11月17日(火) 12:0");
        (await child.LinkUserAsync(line, Child)).Text.ShouldContain("連携完了");
        line.Count("SELECT COUNT(*) FROM subscriptions WHERE age_verified_at IS NOT NULL").ShouldBe(0);
    }

    [Fact]
    public async Task Says_why_a_code_is_refused_and_how_to_get_another()
    {
        await using var line = await LineTalk.StartAsync();
        var child = line.Phone("Riku");
        var code = await line.UserCodeAsync(Child);
        await child.LinkUserAsync(line, Child);
        var page = await OpenPublicAsync(line, child);

        var spent = await child.SubmitAsync(Filled(page, code, Grown));
        await line.InStoreAsync(tx => tx.Execute("UPDATE user_codes SET replaced_at = 1 WHERE code = @code", new { code }));
        var replaced = await child.SubmitAsync(Filled(page, code, Grown));
        var ended = await EndedAsync(line, child, page);
        var unknown = await child.SubmitAsync(Filled(page, "0000 0000 0000 0000", Grown));
        var incomplete = await child.SubmitAsync(Filled(page, "1234", "2月30日"));

        foreach (var refused in new[] { spent, replaced, ended, unknown, incomplete })
            refused.Status.ShouldBe(422);
        spent.Text.ShouldContain("利用者連携で使用済みです");
        spent.Text.ShouldContain("再設定すると、いまの利用者連携は解除されます");
        replaced.Text.ShouldContain("新しい利用コードに変わったため");
        ended.Text.ShouldContain("ご解約済み");
        unknown.Text.ShouldContain("見つかりませんでした");
        incomplete.Text.ShouldContain("16けたの数字です");
        incomplete.Text.ShouldContain("西暦でご入力ください");
        (await line.CustomerAsync(child)).SubscriptionId.ShouldNotBeNull("a refusal breaks no link");
    }

    [Fact]
    public async Task Leaves_the_code_alone_once_the_age_is_verified()
    {
        await using var line = await LineTalk.StartAsync();
        var child = line.Phone("Riku");
        await line.InStoreAsync(tx => tx.Execute("UPDATE subscriptions SET age_verified_at = 1 WHERE phone_number = @Child", new { Child }));

        var page = await child.SubmitAsync(Filled(await OpenPublicAsync(line, child), await line.UserCodeAsync(Child), Grown));

        page.Text.ShouldContain("利用コードは使用していません");
        (await child.LinkUserAsync(line, Child)).Text.ShouldContain("連携完了");
    }

    [Fact]
    public async Task Stops_guessing_from_one_talk_and_from_one_address()
    {
        await using var line = await LineTalk.StartAsync();
        var (child, other) = (line.Phone("Riku"), line.Phone("Other"));
        var page = await OpenAsync(child);
        for (var i = 0; i < 5; i++)
            (await child.SubmitAsync(Filled(page, $"000000000000000{i}", Grown))).Status.ShouldBe(422);
        var sixth = await child.SubmitAsync(Filled(page, await line.UserCodeAsync(Child), Grown));
        await child.AskTapAsync("linking/user@1");
        var inTalk = await child.AskAsync(await line.UserCodeAsync(Child));

        sixth.Status.ShouldBe(429);
        sixth.Text.ShouldContain("12:15以降に");
        inTalk.Text.ShouldContain("12:15以降に", customMessage: "the talk counts the same guesses");

        var open = await OpenPublicAsync(line, other);
        for (var i = 6; i < 30; i++)
            (await other.SubmitAsync(Filled(open, $"00000000000001{i:00}", Grown))).Status.ShouldBe(422);
        (await other.SubmitAsync(Filled(open, await line.UserCodeAsync(Child), Grown))).Status.ShouldBe(429);
        await line.TurnAsync(TimeSpan.FromMinutes(16));
        (await other.SubmitAsync(Filled(open, await line.UserCodeAsync(Child), Grown))).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Verified_then_reissued_then_linked_keeps_the_link()
    {
        await using var line = await LineTalk.StartAsync();
        var (mother, child) = (await line.PhoneAsync(LinkState.Contractor), line.Phone("Riku"));
        await child.SubmitAsync(Filled(await OpenPublicAsync(line, child), await line.UserCodeAsync(Child), Grown));
        await mother.NextAnswerAsync();
        await child.AskTapAsync("linking/user@1");
        var refused = await child.AskAsync(await line.UserCodeAsync(Child));

        await mother.ReissueAsync(line, Child);
        var linked = await child.AskAsync(await line.UserCodeAsync(Child));

        refused.Text.ShouldContain("年齢認証で使用済みです");
        refused.Text.ShouldContain("マイページの「利用コードの再設定」で発行できます");
        linked.Text.ShouldContain("連携完了");
        (await line.CustomerAsync(child)).LinkState.ShouldBe(LinkState.User);
        line.Count("SELECT COUNT(*) FROM subscriptions WHERE age_verified_at IS NOT NULL").ShouldBe(1);
    }

    [Fact]
    public async Task Linked_then_reissued_then_verified_breaks_the_link()
    {
        await using var line = await LineTalk.StartAsync();
        await line.PublishMenusAsync();
        var (mother, child) = (await line.PhoneAsync(LinkState.Contractor), line.Phone("Riku"));
        await child.LinkUserAsync(line, Child);
        await mother.NextAnswerAsync();
        await child.MenuBecomesAsync("user");

        await mother.ReissueAsync(line, Child);
        var told = await child.NextAnswerAsync();
        await child.MenuBecomesAsync("none");
        var verified = await child.SubmitAsync(Filled(await OpenPublicAsync(line, child), await line.UserCodeAsync(Child), Grown));

        told.Text.ShouldContain("利用者連携が解除されました");
        verified.Text.ShouldContain("年齢確認済みです");
        (await line.CustomerAsync(child)).LinkState.ShouldBe(LinkState.None);
    }

    [Fact]
    public async Task Opened_from_My_Page_it_knows_the_holder_and_tells_once()
    {
        await using var line = await LineTalk.StartAsync();
        var mother = await line.PhoneAsync(LinkState.Contractor);
        await mother.OpenMyPageAsync();

        await mother.SubmitAsync(Filled(await OpenPublicAsync(line, mother), await line.UserCodeAsync(Child), Grown));

        (await mother.NextAnswerAsync()).Text.ShouldContain("マイページを開く");
        await mother.HearsNothingAsync();
        line.Count($"SELECT COUNT(*) FROM audit_log WHERE action = 'age-verified' AND actor = '{mother.UserId}'").ShouldBe(1);
    }

    [Fact]
    public async Task Keeps_no_birth_date()
    {
        await using var line = await LineTalk.StartAsync();
        var child = line.Phone("Riku");
        await child.SubmitAsync(Filled(await OpenPublicAsync(line, child), await line.UserCodeAsync(Child), "1977-07-07"));

        line.Count("SELECT COUNT(*) FROM audit_log WHERE detail LIKE '%1977%'").ShouldBe(0);
        line.Log.ToString().ShouldNotContain("1977");
    }

    private static async Task<WebPage> EndedAsync(LineTalk line, PhoneDriver phone, WebPage page)
    {
        var code = await line.UserCodeAsync("080-0000-0003");
        await line.InStoreAsync(tx => tx.Execute("UPDATE contracts SET ended_at = 1 WHERE login_id = 'tomo@example.jp'"));
        return await phone.SubmitAsync(Filled(page, code, Grown));
    }

    private static async Task<WebPage> OpenAsync(PhoneDriver phone) =>
        await phone.OpenAsync((await phone.AskTapAsync("age-verification@1")).FindLink("/age-verification")!);

    private static Task<WebPage> OpenPublicAsync(LineTalk line, PhoneDriver phone) => phone.OpenAsync(new Uri(line.Address, "/age-verification?lang=ja"));

    private static WebForm Filled(WebPage page, string code, string birthDate) =>
        page.Form("userCode", "birthDate").Fill("userCode", code).Fill("birthDate", birthDate);
}

using LineBot.RichMenu;
using LineBot.Tests.Drivers;
using LineBot.Tests.Handlers.Linking;

namespace LineBot.Tests.Handlers.MyPage;

public sealed class SignInsTests
{
    [Fact]
    public async Task Lists_the_sign_ins_and_marks_the_one_that_looks()
    {
        await using var line = await LineTalk.StartAsync();
        var mother = await line.PhoneAsync(LinkState.Contractor);
        using var other = await SignInElsewhereAsync(mother);

        var page = await OpenAsync(line, mother);

        page.Text.ShouldContain("この端末");
        page.Text.ShouldContain("Windows (Edge)");
        page.Text.ShouldContain("11月16日(月) 12:0");
        page.Text.ShouldContain("サインイン中");
    }

    [Fact]
    public async Task Offers_nothing_to_end_where_there_is_no_other()
    {
        await using var line = await LineTalk.StartAsync();
        var mother = await line.PhoneAsync(LinkState.Contractor);

        (await OpenAsync(line, mother)).Text.ShouldNotContain("これは私ではない");
    }

    [Fact]
    public async Task This_was_not_me_ends_the_others_and_leads_to_undoing_the_link_which_asks_first()
    {
        await using var line = await LineTalk.StartAsync();
        var mother = await line.PhoneAsync(LinkState.Contractor);
        using var other = await SignInElsewhereAsync(mother);
        var unused = (await mother.AskTapAsync("my-page@1")).Link("マイページを開く");
        var page = await OpenAsync(line, mother);

        var done = await mother.SubmitAsync(page.FormWithButton("これは私ではない"));

        done.Text.ShouldContain("ほかのサインインを終了しました");
        (await other.GetAsync(new Uri(line.Address, "/my-page"))).StatusCode.ShouldBe(System.Net.HttpStatusCode.Unauthorized);
        (await other.GetAsync(unused)).StatusCode.ShouldBe(System.Net.HttpStatusCode.Gone);
        (await mother.OpenAsync(new Uri(line.Address, "/my-page"))).Status.ShouldBe(200, "the one who said so stays");
        (await line.CustomerAsync(mother)).IsContractHolder.ShouldBeTrue("nothing is undone before it is confirmed");
        line.Count("SELECT COUNT(*) FROM audit_log WHERE action = 'sign-ins-disowned'").ShouldBe(1);

        var ask = await mother.OpenAsync(done.Link("契約者連携の解除にすすむ"));
        ask.Text.ShouldContain("次の特典が受け取れなくなります");
        await mother.SubmitAsync(ask.FormWithButton("連携を解除する"));
        (await line.CustomerAsync(mother)).IsContractHolder.ShouldBeFalse();
    }

    [Fact]
    public async Task Shows_nobody_elses_sign_ins()
    {
        await using var line = await LineTalk.StartAsync();
        var (mother, friend) = (await line.PhoneAsync(LinkState.Contractor), line.Phone("Friend"));
        await friend.LinkContractorAsync(LinkingSteps.Friend, LinkingSteps.FriendsPassword);
        using var other = await SignInElsewhereAsync(friend);

        (await OpenAsync(line, mother)).Text.ShouldNotContain("Windows (Edge)");
    }

    private static async Task<WebPage> OpenAsync(LineTalk line, PhoneDriver phone)
    {
        await phone.OpenMyPageAsync();
        return await phone.OpenAsync(new Uri(line.Address, "/my-page/sign-ins"));
    }

    /// <summary>Another browser that got hold of a button of this talk.</summary>
    private static async Task<HttpClient> SignInElsewhereAsync(PhoneDriver phone)
    {
        var button = (await phone.AskTapAsync("my-page@1")).Link("マイページを開く");
        var browser = new HttpClient();
        browser.DefaultRequestHeaders.UserAgent.ParseAdd("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0");
        var page = await browser.GetStringAsync(button);
        var fields = System.Text.RegularExpressions.Regex.Matches(page, "<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]+)\"")
            .ToDictionary(field => field.Groups[1].Value, field => field.Groups[2].Value);
        using var form = new FormUrlEncodedContent(fields);
        var entered = await browser.PostAsync(new Uri(button, button.AbsolutePath), form);
        entered.RequestMessage!.RequestUri!.AbsolutePath.ShouldBe("/my-page");
        return browser;
    }
}

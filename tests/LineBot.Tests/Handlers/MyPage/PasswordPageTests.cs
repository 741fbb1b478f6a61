using LineBot.Tests.Drivers;
using LineBot.Tests.Handlers.Linking;

namespace LineBot.Tests.Handlers.MyPage;

public sealed class PasswordPageTests
{
    private const string Chosen = "k8s!Tq2mzL-hana";

    [Fact]
    public async Task Changes_the_password_ends_other_sign_ins_and_tells_the_talk()
    {
        await using var line = await LineTalk.StartAsync();
        var mother = line.Phone("Mother");
        await mother.LinkContractorAsync();
        using var tablet = new WebVisitor(line.Platform, mother.Phone);
        var elsewhere = await tablet.OpenAsync((await mother.AskTapAsync("my-page@1")).Link("マイページを開く"));
        await tablet.SubmitAsync(elsewhere.Form("ticket"));
        await mother.OpenMyPageAsync();

        var done = await ChangeAsync(line, mother, LinkingSteps.ParentsPassword, Chosen);

        done.Text.ShouldContain("パスワードを変更しました");
        (await mother.NextAnswerAsync()).Text.ShouldContain("ログインID oya@example.jp のパスワードを変更しました");
        (await mother.OpenAsync(new Uri(line.Address, "/my-page"))).Status.ShouldBe(200);
        (await tablet.OpenAsync(new Uri(line.Address, "/my-page"))).Status.ShouldBe(401);
        var father = line.Phone("Father");
        var signIn = await father.OpenSignInAsync();
        (await father.SubmitAsync(LinkingSteps.Credentials(signIn, LinkingSteps.Parent, LinkingSteps.ParentsPassword))).Status.ShouldBe(422);
        (await father.SubmitAsync(LinkingSteps.Credentials(signIn, LinkingSteps.Parent, Chosen))).Text.ShouldContain("連携");
    }

    [Theory]
    [InlineData("wrong-password-1", Chosen, "いまのパスワードが正しくありません")]
    [InlineData("", Chosen, "いまのパスワードが正しくありません")]
    [InlineData(LinkingSteps.ParentsPassword, "k8s!Tq2mzLx", "12文字以上で")]
    [InlineData(LinkingSteps.ParentsPassword, "password1234", "推測されやすい")]
    public async Task Says_why_it_is_not_changed(string current, string chosen, string why)
    {
        await using var line = await LineTalk.StartAsync();
        var mother = line.Phone("Mother");
        await mother.LinkContractorAsync();
        await mother.OpenMyPageAsync();

        var page = await ChangeAsync(line, mother, current, chosen);

        page.Status.ShouldBe(422);
        page.Text.ShouldContain(why);
        page.Html.ShouldNotContain(chosen);
        line.Count("SELECT COUNT(*) FROM audit_log WHERE action = 'password-changed'").ShouldBe(0);
    }

    [Fact]
    public async Task Guessing_the_present_password_ends_after_five_tries()
    {
        await using var line = await LineTalk.StartAsync();
        var mother = line.Phone("Mother");
        await mother.LinkContractorAsync();
        await mother.OpenMyPageAsync();
        for (var tries = 0; tries < 5; tries++)
            (await ChangeAsync(line, mother, "wrong-password-1", Chosen)).Status.ShouldBe(422);

        var page = await ChangeAsync(line, mother, LinkingSteps.ParentsPassword, Chosen);

        page.Status.ShouldBe(429);
        page.Text.ShouldContain("以降にもう一度お試しください");
    }

    private static async Task<WebPage> ChangeAsync(LineTalk line, PhoneDriver phone, string current, string chosen)
    {
        var page = await phone.OpenAsync(new Uri(line.Address, "/my-page/password"));
        return await phone.SubmitAsync(page.Form("current", "chosen").Fill("current", current).Fill("chosen", chosen));
    }
}

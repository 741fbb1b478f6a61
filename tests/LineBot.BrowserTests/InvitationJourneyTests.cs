using Microsoft.Playwright;

namespace LineBot.BrowserTests;

/// <summary>招待 on two phones: from the parent's tile over LINE's share screen to the newcomer's contract and the reward of both.</summary>
public sealed class InvitationJourneyTests(SimulatorFixture simulator) : IClassFixture<SimulatorFixture>
{
    [BrowserFact]
    public async Task A_parent_invites_a_newcomer_applies_and_both_get_the_reward()
    {
        var page = await simulator.OpenAsync();
        var before = await WireLog.NewestAsync(page);
        await page.BeginAsync("連携済みから");
        var (parent, newcomer) = (new PhoneOnPage(page, 1), new PhoneOnPage(page, 4));

        await parent.TapTileAsync("追加申込・招待");
        (await parent.TapAsync("友だちを招待する")).ShouldContain("1,000ポイント");
        await parent.Button("友だちに送る").ClickAsync();
        await parent.ShareWithAsync("はじめての人");
        await newcomer.OpenFriendsLinkAsync();
        await Assertions.Expect(newcomer.Frame.Locator("body")).ToContainTextAsync("お友だちからの招待");
        (await parent.TapAsync("招待の状況を見る")).ShouldContain("まだ開かれていません");

        await newcomer.Frame.Locator("a.button").Filter(new() { HasText = "LINEで申し込む" }).ClickAsync();
        (await newcomer.SendTypedAsync()).ShouldContain("招待コードを確認しました");
        (await parent.TapAsync("招待の状況を見る")).ShouldContain("開封済み");

        await newcomer.Button("申し込む").ClickAsync();
        await ApplyAsync(newcomer.Frame);
        await newcomer.CloseWebAsync();
        await Assertions.Expect(newcomer.Itself.Locator(".talk")).ToContainTextAsync("ご契約ありがとうございます");
        (await parent.TapAsync("招待の状況を見る")).ShouldContain("ご契約済み");

        await newcomer.Itself.GetByRole(AriaRole.Button, new() { Name = "メニューを開く" }).ClickAsync();
        await newcomer.LinkContractAsync(ApplicationSteps.LoginId, ApplicationSteps.Password);
        (await StatusInTheEndAsync(page, parent)).ShouldContain("特典 付与済み");
        (await WireLog.RefusedAsync(page, since: before)).ShouldBeEmpty();
        await page.CloseAsync();
    }

    private static async Task ApplyAsync(IFrameLocator form)
    {
        await form.ChoosePlanAsync("voice-3gb");
        await form.PressAsync("次へ");
        await form.FillHolderAsync();
        await form.PressAsync("次へ");
        await form.FillLoginAsync();
        await Assertions.Expect(form.Locator("[name=InvitationCode]")).Not.ToBeEmptyAsync();
        await form.PressAsync("確認画面へ");
        await form.PressAsync("この内容で申し込む");
        await form.ShowsAsync("ご契約ありがとうございます");
    }

    /// <summary>Turns the clock from month's end to month's end, at most past the third month.</summary>
    private static async Task<string> StatusInTheEndAsync(IPage page, PhoneOnPage parent)
    {
        var status = "";
        for (var turn = 0; turn < 5 && !status.Contains("特典 付与済み", StringComparison.Ordinal); turn++)
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "月末" }).ClickAsync();
            await page.Locator(".service.up").WaitForAsync();
            status = await parent.TapAsync("招待の状況を見る");
        }
        return status;
    }
}

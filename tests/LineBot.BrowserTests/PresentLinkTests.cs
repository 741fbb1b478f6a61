using Microsoft.Playwright;

namespace LineBot.BrowserTests;

/// <summary>A present by LINE's share screen, from one phone to another.</summary>
public sealed class PresentLinkTests(SimulatorFixture simulator) : IClassFixture<SimulatorFixture>
{
    [BrowserFact]
    public async Task A_parent_shares_a_present_and_the_child_takes_it()
    {
        var page = await simulator.OpenAsync();
        var before = await WireLog.NewestAsync(page);
        var (parent, child) = (new PhoneOnPage(page, 1), new PhoneOnPage(page, 2));
        await Assertions.Expect(child.LinkState).ToHaveTextAsync("利用者連携");
        await AtNoonAsync(page);

        await parent.TapTileAsync("データプレゼント");
        await parent.TapAsync("LINEの友だちに贈る");
        await parent.TapAsync("500MB");
        (await parent.TapAsync("プレゼントリンクを作る")).ShouldContain("LINEの友だちに送る");
        await parent.Button("LINEの友だちに送る").ClickAsync();
        await parent.ShareWithAsync("子");

        await child.OpenFriendsLinkAsync();
        await Assertions.Expect(child.Frame.Locator("body")).ToContainTextAsync("500MB");
        await child.Frame.GetByText("LINEで受け取る").ClickAsync();
        (await child.SendTypedAsync()).ShouldContain("+500MB");

        await Assertions.Expect(parent.Itself.Locator(".talk")).ToContainTextAsync("500MB を受け取りました");
        (await WireLog.RefusedAsync(page, since: before)).ShouldBeEmpty();
        await page.CloseAsync();
    }

    /// <summary>Presents rest around the turn of the month, and news in the night.</summary>
    private static async Task AtNoonAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "翌朝" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "＋1時間" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "＋1時間" }).ClickAsync();
    }
}

using Microsoft.Playwright;

namespace LineBot.BrowserTests;

/// <summary>Ways that more than one journey takes.</summary>
internal static class PhoneSteps
{
    /// <summary>Presses a button of the bench that begins anew, and waits until it has.</summary>
    public static async Task BeginAsync(this IPage page, string button)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
        await page.Locator(".word").WaitForAsync();
        await page.Locator(".word").WaitForAsync(new() { State = WaitForSelectorState.Detached, Timeout = 60_000 });
        await page.Locator(".service.up").WaitForAsync();
    }

    /// <summary>Has a scenario played as fast as the bench plays them, and waits until its caption is there.</summary>
    public static async Task PlayAsync(this IPage page, string title)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "シナリオ" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "はやい" }).ClickAsync();
        await page.Locator("#scenarios button").Filter(new() { HasText = title }).ClickAsync();
        await Assertions.Expect(page.Locator(".told")).ToContainTextAsync(title);
    }

    /// <summary>Goes from the tile to 連携完了.</summary>
    public static async Task LinkContractAsync(this PhoneOnPage phone, string loginId, string password)
    {
        await phone.TapTileAsync("契約者連携・利用者連携");
        await phone.TapAsync("契約者連携をする");
        await phone.Button("サインイン画面を開く").ClickAsync();
        await phone.Frame.Locator("input[name=loginId]").FillAsync(loginId);
        await phone.Frame.Locator("input[name=password]").FillAsync(password);
        await phone.Frame.Locator("form button.button").First.ClickAsync();
        await Assertions.Expect(phone.Web).ToContainTextAsync("アカウント連携");
        await phone.CloseWebAsync();
        await Assertions.Expect(phone.LinkState).ToHaveTextAsync("契約者連携");
    }
}

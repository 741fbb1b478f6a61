using Microsoft.Playwright;

namespace LineBot.BrowserTests;

/// <summary>Scenarios on the bench: played on the phones, told in captions; and the other looks of the phones.</summary>
public sealed class ScenariosOnScreenTests(SimulatorFixture simulator) : IClassFixture<SimulatorFixture>
{
    [BrowserFact]
    public async Task A_scenario_is_played_on_the_phones_with_captions()
    {
        var page = await simulator.OpenAsync();
        await page.PlayAsync("データ残量確認: 利用者は、残量と内訳を一度のタップで見る");

        var caption = page.Locator(".told");
        await Assertions.Expect(caption).ToContainTextAsync("親が契約者連携する");
        await Assertions.Expect(caption).ToContainTextAsync("✓ おわり", new() { Timeout = 60_000 });
        await Assertions.Expect(new PhoneOnPage(page, 2).Itself.Locator(".talk")).ToContainTextAsync("このペースなら");
        await Assertions.Expect(new PhoneOnPage(page, 1).Web).ToContainTextAsync("マイページ");

        await caption.Locator("button").ClickAsync();
        await Assertions.Expect(caption).ToHaveCountAsync(0);
        await page.CloseAsync();
    }

    [BrowserFact]
    public async Task A_phone_is_added_greeted_and_can_tap()
    {
        var page = await simulator.OpenAsync();
        await page.BeginAsync("はじめから");
        var phones = await page.Locator(".phone").CountAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "＋電話" }).ClickAsync();

        await Assertions.Expect(page.Locator(".phone")).ToHaveCountAsync(phones + 1);
        var added = new PhoneOnPage(page, phones + 1);
        await Assertions.Expect(added.Itself.Locator(".talk")).ToContainTextAsync("はじめまして");
        (await added.TapTileAsync("データ残量確認")).ShouldContain("利用者連携");
        await page.CloseAsync();
    }

    [BrowserFact]
    public async Task Dark_and_large_are_kept_by_the_browser_and_can_be_read()
    {
        var page = await simulator.OpenAsync();
        var size = await TextSizeAsync(page);
        foreach (var look in (string[])["ダーク", "文字を大きく"])
            await page.GetByRole(AriaRole.Button, new() { Name = look }).ClickAsync();
        await page.ReloadAsync();
        await page.Locator(".service.up").WaitForAsync();

        (await TextSizeAsync(page)).ShouldBe(size * 1.35, 0.01);
        (await page.EvaluateAsync<double>(Contrast, "#p1 .title .name")).ShouldBeGreaterThan(4.5);
        (await page.EvaluateAsync<double>(Contrast, "#p1 .chat-bar, #p1 .typing")).ShouldBeGreaterThan(4.5);
        await page.CloseAsync();
    }

    private static Task<double> TextSizeAsync(IPage page) => page.EvaluateAsync<double>(
        """
        () => {
          const balloon = Object.assign(document.createElement('div'), { className: 'balloon', textContent: 'あ' });
          document.querySelector('#p1 .talk').append(balloon);
          const size = parseFloat(getComputedStyle(balloon).fontSize);
          balloon.remove();
          return size;
        }
        """);

    /// <summary>The contrast of an element's text with the first background behind it, by WCAG.</summary>
    private const string Contrast =
        """
        selector => {
          const light = colour => {
            const [r, g, b] = colour.match(/[\d.]+/g).map(Number).map(c => c / 255).map(c => c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
            return 0.2126 * r + 0.7152 * g + 0.0722 * b;
          };
          const element = document.querySelector(selector);
          let behind = element;
          while (/rgba\(.*, 0\)|transparent/.test(getComputedStyle(behind).backgroundColor)) behind = behind.parentElement;
          const [a, b] = [light(getComputedStyle(element).color), light(getComputedStyle(behind).backgroundColor)].sort((x, y) => y - x);
          return (a + 0.05) / (b + 0.05);
        }
        """;
}

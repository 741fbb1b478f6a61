using Microsoft.Playwright;

namespace LineBot.BrowserTests;

/// <summary>The pictures of README and docs: scenarios are played on the phones, and the phones that they end on are taken.</summary>
public sealed class PicturesTests(SimulatorFixture simulator) : IClassFixture<SimulatorFixture>
{
    private static readonly (string Picture, string Scenario, int Phone)[] Wanted =
    [
        ("apply", "追加申込・招待: だれでも、申込と招待を選べる", 4),
        ("my-page", "マイページログイン: 契約者は、IDもパスワードも入れずに開ける", 1),
        ("linking", "契約者連携・利用者連携: 二つの連携の今の状態を示す", 1),
        ("inquiry", "トークで問い合わせ: ご契約の前でも始められる", 4),
        ("data-remaining", "データ残量確認: 利用者は、残量と内訳を一度のタップで見る", 2),
        ("data-present", "データプレゼント: 親から子へ、相手にもすぐに届く", 2),
    ];

    [PicturesFact]
    public async Task Are_taken_where_the_scenarios_end()
    {
        var folder = Environment.GetEnvironmentVariable(PicturesFactAttribute.Folder)!;
        var page = await simulator.OpenAsync(height: 1060);
        foreach (var (picture, scenario, number) in Wanted)
        {
            await page.PlayAsync(scenario);
            await Assertions.Expect(page.Locator(".told.ended")).ToBeVisibleAsync(new() { Timeout = 90_000 });
            await page.Locator(".told button").ClickAsync();
            await RestAsync(page);
            await new PhoneOnPage(page, number).Itself.Locator(".device").ScreenshotAsync(new() { Path = Path.Combine(folder, $"tile-{picture}.png") });
        }
        await page.BeginAsync("連携済みから");
        await RestAsync(page);
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, "simulator.png") });
    }

    /// <summary>What slides or fades in has come to rest.</summary>
    private static Task RestAsync(IPage page) =>
        page.EvaluateAsync("() => Promise.all(document.getAnimations().map(animation => animation.finished.catch(() => 0)))");
}

using Microsoft.Playwright;

namespace LineBot.BrowserTests;

/// <summary>Two operators and a customer at once: the phone in the simulator, the console in two windows of their own.</summary>
public sealed class ConsoleTests(SimulatorFixture simulator) : IClassFixture<SimulatorFixture>
{
    [BrowserFact]
    public async Task A_question_is_taken_by_one_of_two_answered_seen_on_the_phone_and_closed()
    {
        var phones = await simulator.OpenAsync();
        var phone = new PhoneOnPage(phones, 4);
        var (console, password) = simulator.Console;
        var first = await SignInAsync(console, "operator", password);
        var colleague = await AddColleagueAsync(first);
        var second = await SignInAsync(console, "kato", colleague);
        await first.GotoAsync(console);

        // The question is in both queues without reloading.
        await phone.TapTileAsync("トークで問い合わせ");
        await phone.TapAsync("お問い合わせをはじめる");
        await phone.TapAsync("オペレーターにつなぐ");
        await phone.Itself.GetByRole(AriaRole.Button, new() { Name = "キーボード" }).ClickAsync();
        await phone.TypeAsync("SIMカードはいつ届きますか");
        await Assertions.Expect(first.Locator("#waiting .talks a")).ToHaveCountAsync(1);
        await Assertions.Expect(second.Locator("#waiting .talks a")).ToHaveCountAsync(1);

        // Both open it; one takes it, and the other's page knows at once who did.
        await first.Locator("#waiting .talks a").ClickAsync();
        await second.Locator("#waiting .talks a").ClickAsync();
        await Assertions.Expect(first.Locator("#log")).ToContainTextAsync("SIMカードはいつ届きますか");
        await second.Locator("#answer textarea").FillAsync("書きかけの返信");
        await first.GetByRole(AriaRole.Button, new() { Name = "対応する", Exact = true }).ClickAsync();
        await Assertions.Expect(second.Locator("#head")).ToContainTextAsync("オペレーター が対応中");
        await Assertions.Expect(second.Locator("#answer textarea")).ToHaveValueAsync("書きかけの返信");
        await second.Locator(".send").ClickAsync();
        await Assertions.Expect(second.Locator("#toast")).ToContainTextAsync("すでに対応しています");

        // The answer reaches the phone, and what the customer says next the page.
        await Assertions.Expect(first.Locator("#head")).ToContainTextAsync("自分が対応中");
        await first.Locator("#answer textarea").FillAsync("明日お届けの予定です。");
        await first.Locator("#answer textarea").PressAsync("Control+Enter");
        await Assertions.Expect(phone.Itself.Locator(".talk")).ToContainTextAsync("明日お届けの予定です。");
        await Assertions.Expect(first.Locator("#answer textarea")).ToHaveValueAsync("");
        await phone.Itself.Locator("textarea").FillAsync("わかりました");
        await phone.Itself.Locator("textarea").PressAsync("Enter");
        await Assertions.Expect(first.Locator("#log")).ToContainTextAsync("わかりました");

        await first.GetByRole(AriaRole.Button, new() { Name = "終了する" }).ClickAsync();
        await Assertions.Expect(phone.Itself.Locator(".talk")).ToContainTextAsync("終了しました");
        await Assertions.Expect(first.Locator("#head")).ToContainTextAsync("終了");
        foreach (var page in new[] { first, second, phones })
            await page.CloseAsync();
    }

    [BrowserFact]
    public async Task Every_page_fits_a_phone()
    {
        await (await simulator.OpenAsync()).CloseAsync();
        var (console, password) = simulator.Console;
        var page = await SignInAsync(console, "operator", password);
        await page.SetViewportSizeAsync(390, 844);
        var sections = await page.Locator("nav a").EvaluateAllAsync<string[]>("all => all.map(one => one.href)");
        sections.Length.ShouldBe(9);
        foreach (var section in sections)
        {
            await page.GotoAsync(section);
            (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBe(390, section);
            foreach (var link in await page.Locator("nav a").AllAsync())
                (await link.BoundingBoxAsync())!.X.ShouldBeInRange(0, 390 - 40, $"{await link.InnerTextAsync()} at {section}");
        }
        await page.CloseAsync();
    }

    /// <summary>In a window of their own, with cookies of their own.</summary>
    private async Task<IPage> SignInAsync(string console, string name, string password)
    {
        var page = await simulator.OpenAloneAsync(console);
        await page.Locator("input[name=name]").FillAsync(name);
        await page.Locator("input[name=password]").FillAsync(password);
        await page.Locator("button.button").ClickAsync();
        await page.Locator("#waiting").WaitForAsync();
        return page;
    }

    /// <summary>Has the administrator add a colleague, and reads the password that is shown once.</summary>
    private static async Task<string> AddColleagueAsync(IPage admin)
    {
        await admin.GetByRole(AriaRole.Link, new() { Name = "担当者" }).ClickAsync();
        await admin.Locator("input[name=displayName]").FillAsync("加藤");
        await admin.Locator(".row.wide input[name=name]").FillAsync("kato");
        await admin.GetByRole(AriaRole.Button, new() { Name = "追加する" }).ClickAsync();
        return await admin.Locator(".secret").InnerTextAsync();
    }
}

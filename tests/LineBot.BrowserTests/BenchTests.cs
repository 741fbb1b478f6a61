using Microsoft.Playwright;

namespace LineBot.BrowserTests;

/// <summary>The bench beside the phones: faults, LINE's settings, the clock.</summary>
public sealed class BenchTests(SimulatorFixture simulator) : IClassFixture<SimulatorFixture>
{
    [BrowserFact]
    public async Task A_fault_is_added_met_and_gone()
    {
        var page = await OpenPanelAsync();
        var before = await WireLog.NewestAsync(page);
        await page.BeginAsync("はじめから");
        await AddAsync(page, "fault", ("fault", "LateToken"), ("path", ""), ("times", "1"));
        await Assertions.Expect(page.Locator("#faults")).ToContainTextAsync("応答トークンの期限切れ");

        var answer = await new PhoneOnPage(page, 4).TapTileAsync("データ残量確認");

        answer.ShouldNotBeEmpty("the answer went out by push");
        await Assertions.Expect(page.Locator("#faults")).ToBeEmptyAsync();
        var refused = await WireLog.RefusedAsync(page, since: before);
        refused.Count.ShouldBe(1);
        refused[0].ShouldContain("/message/reply");
        await page.GetByRole(AriaRole.Button, new() { Name = "通信ログ" }).ClickAsync();
        var reason = page.Locator(".wire.refused small").First;
        await Assertions.Expect(reason).ToBeVisibleAsync();
        await Assertions.Expect(reason).ToHaveTextAsync("障害: 応答トークンの期限切れ · Invalid reply token");
        await page.CloseAsync();
    }

    [BrowserFact]
    public async Task The_bots_silence_and_its_end_are_switched_and_verified()
    {
        var page = await OpenPanelAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Webhookを検証" }).ClickAsync();
        await Assertions.Expect(page.Locator(".word")).ToContainTextAsync("200");

        var redelivery = page.GetByRole(AriaRole.Switch, new() { Name = "Webhookの再送" });
        await redelivery.ClickAsync();
        await Assertions.Expect(redelivery).ToHaveAttributeAsync("aria-checked", "true");
        await redelivery.ClickAsync();
        await Assertions.Expect(redelivery).ToHaveAttributeAsync("aria-checked", "false");
        await page.CloseAsync();
    }

    [BrowserFact]
    public async Task The_clock_goes_to_any_time_ahead_and_back_with_a_new_beginning()
    {
        var page = await OpenPanelAsync();
        var present = await page.Locator(".clock small").InnerTextAsync();

        await AddAsync(page, "clock", ("value", "2031-05-04T10:30"));
        await Assertions.Expect(page.Locator(".clock")).ToContainTextAsync("5/4");
        await AddAsync(page, "clock", ("value", "2030-01-01T00:00"));
        await Assertions.Expect(page.Locator(".word")).ToContainTextAsync("進めることだけ");
        await Assertions.Expect(page.Locator(".clock")).ToContainTextAsync("5/4");
        await page.BeginAsync("はじめから");

        await Assertions.Expect(page.Locator(".clock small")).ToHaveTextAsync(present);
        (await new PhoneOnPage(page, 4).TapTileAsync("データ残量確認")).ShouldNotBeEmpty();
        await page.CloseAsync();
    }

    [BrowserFact]
    public async Task Everything_above_the_phones_keeps_to_one_row_on_any_screen()
    {
        foreach (var language in (string[])["ja", "en"])
        {
            foreach (var width in (int[])[390, 1024, 1280, 1440, 1760, 1920])
            {
                var page = await simulator.OpenAsync("/", width, 900);
                await page.GotoAsync(new Uri(simulator.Address, $"/?lang={language}").AbsoluteUri);
                await page.Locator(".service.up").WaitForAsync();
                (await page.EvaluateAsync<int>("document.querySelector('.strip').offsetHeight")).ShouldBeLessThan(70, $"{language}, {width}");
                (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBe(width, $"{language}, {width}");
                await page.CloseAsync();
            }
        }
    }

    private async Task<IPage> OpenPanelAsync()
    {
        var page = await simulator.OpenAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "障害・設定" }).ClickAsync();
        return page;
    }

    /// <summary>Fills in a form of the panel and sends it.</summary>
    private static async Task AddAsync(IPage page, string form, params (string Field, string Value)[] fields)
    {
        var filled = page.Locator($"#line-drawer form[data-do={form}]");
        foreach (var (field, value) in fields)
        {
            if (field == "value")
                await filled.Locator("input").FillAsync(value);
            else
                await filled.Locator($"select[name={field}]").SelectOptionAsync(value);
        }
        await filled.Locator("button").ClickAsync();
    }
}

using Microsoft.Playwright;

namespace LineBot.BrowserTests;

/// <summary>The front door: one command, one page, and all six tiles answer on every phone.</summary>
public sealed class PhonesTests(SimulatorFixture simulator) : IClassFixture<SimulatorFixture>
{
    private static readonly string[] Tiles = ["追加申込・招待", "マイページログイン", "契約者連携・利用者連携", "トークで問い合わせ", "データ残量確認", "データプレゼント"];

    [BrowserFact]
    public async Task All_six_tiles_answer_on_four_phones_in_the_four_link_states()
    {
        var page = await simulator.OpenAsync();
        var before = await WireLog.NewestAsync(page);
        var phones = Enumerable.Range(1, 4).Select(number => new PhoneOnPage(page, number)).ToList();
        await page.BeginAsync( "連携済みから");

        (await Task.WhenAll(phones.Select(phone => phone.LinkState.InnerTextAsync()))).ShouldBe(["契約者連携＋利用者連携", "利用者連携", "契約者連携", "未連携"]);
        foreach (var phone in phones)
        {
            foreach (var tile in Tiles)
                (await phone.TapTileAsync(tile)).ShouldNotBeEmpty();
        }
        (await WireLog.RefusedAsync(page, since: before)).ShouldBeEmpty();
        await page.CloseAsync();
    }

    [BrowserFact]
    public async Task Two_phones_are_signed_in_as_two_people_at_once()
    {
        var page = await simulator.OpenAsync();
        var before = await WireLog.NewestAsync(page);
        await page.BeginAsync( "はじめから");
        var (parent, friend) = (new PhoneOnPage(page, 1), new PhoneOnPage(page, 3));

        await parent.LinkContractAsync("oya@example.jp", "demo-password-1");
        await friend.LinkContractAsync("tomo@example.jp", "demo-password-2");
        await OpenMyPageAsync(parent);
        await OpenMyPageAsync(friend);

        // One after the other again: the second sign-in took nothing from the first.
        await parent.Web.GetByRole(AriaRole.Button, new() { Name = "再読み込み" }).ClickAsync();
        await Assertions.Expect(parent.Frame.Locator("body")).ToContainTextAsync("080-0000-0001");
        await Assertions.Expect(friend.Frame.Locator("body")).ToContainTextAsync("080-0000-0003");
        await Assertions.Expect(friend.Frame.Locator("body")).Not.ToContainTextAsync("080-0000-0001");
        (await WireLog.RefusedAsync(page, since: before)).ShouldBeEmpty();
        await page.CloseAsync();
    }

    [BrowserFact]
    public async Task Typing_goes_to_the_bot_and_a_killed_service_comes_back()
    {
        var page = await simulator.OpenAsync();
        var child = new PhoneOnPage(page, 2);
        await page.GetByRole(AriaRole.Button, new() { Name = "強制終了" }).ClickAsync();
        await page.Locator(".service.down").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "起動", Exact = true }).ClickAsync();
        await page.Locator(".service.up").WaitForAsync();

        await child.Itself.GetByRole(AriaRole.Button, new() { Name = "キーボード" }).ClickAsync();
        (await child.TypeAsync("残量")).ShouldNotBeEmpty();

        await child.Itself.GetByRole(AriaRole.Button, new() { Name = "メニューを開く" }).ClickAsync();
        await child.Itself.Locator(".image-map").WaitForAsync();
        await page.CloseAsync();
    }

    [BrowserFact]
    public async Task A_talk_is_recorded_and_downloaded_without_names_and_numbers()
    {
        var page = await simulator.OpenAsync();
        await page.BeginAsync("連携済みから");
        var parent = new PhoneOnPage(page, 1);
        await page.GetByRole(AriaRole.Button, new() { Name = "● 記録" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "■ 記録を止める" }).WaitForAsync();
        await parent.TapTileAsync("データ残量確認");
        await page.GetByRole(AriaRole.Button, new() { Name = "■ 記録を止める" }).ClickAsync();

        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator("a.recorded").ClickAsync());

        download.SuggestedFilename.ShouldMatch(@"^talk-\d{8}-\d{4}(-\d+)?\.jsonl$");
        var text = await File.ReadAllTextAsync(await download.PathAsync());
        text.ShouldContain("data-remaining@1");
        text.ShouldNotContain("花子");
        text.ShouldNotContain("080-");
        await page.CloseAsync();
    }

    [BrowserFact]
    public async Task A_page_copies_the_user_code_and_shows_what_is_typed()
    {
        var page = await simulator.OpenAsync();
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await page.BeginAsync( "はじめから");
        var parent = new PhoneOnPage(page, 1);
        await parent.LinkContractAsync("oya@example.jp", "demo-password-1");
        await OpenMyPageAsync(parent);

        var copy = parent.Frame.Locator("[data-copy]").First;
        var code = await copy.GetAttributeAsync("data-copy");
        await copy.DispatchEventAsync("click");
        await Assertions.Expect(copy).ToHaveTextAsync("コピーしました");
        (await page.EvaluateAsync<string>("navigator.clipboard.readText()")).ShouldBe(code);

        await parent.Frame.Locator("a[href='/my-page/contract']").DispatchEventAsync("click");
        await parent.Frame.Locator("a[href='/my-page/password']").DispatchEventAsync("click");
        var (field, reveal) = (parent.Frame.Locator("#chosen"), parent.Frame.Locator("[data-reveals=chosen]"));
        await field.FillAsync("k8s!Tq2mzL-hana");
        await reveal.DispatchEventAsync("click");
        await Assertions.Expect(field).ToHaveAttributeAsync("type", "text");
        await reveal.DispatchEventAsync("click");
        await Assertions.Expect(field).ToHaveAttributeAsync("type", "password");
        await page.CloseAsync();
    }

    private static async Task OpenMyPageAsync(PhoneOnPage phone)
    {
        await phone.TapTileAsync("マイページログイン");
        await phone.Button("マイページを開く").ClickAsync();
        await phone.Frame.Locator("form button.button").First.ClickAsync();
        await Assertions.Expect(phone.Frame.Locator("body")).ToContainTextAsync("080-0000-");
    }
}

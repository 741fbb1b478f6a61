using Microsoft.Playwright;

namespace LineBot.BrowserTests;

/// <summary>追加申込 from the tile to what the talk says of it, for somebody new and for a contract holder.</summary>
public sealed class ApplicationJourneyTests(SimulatorFixture simulator) : IClassFixture<SimulatorFixture>
{
    [BrowserFact]
    public async Task A_newcomer_closes_the_page_half_way_goes_on_and_has_a_contract()
    {
        var page = await simulator.OpenAsync();
        var before = await WireLog.NewestAsync(page);
        await page.BeginAsync("連携済みから");
        var newcomer = new PhoneOnPage(page, 4);
        await newcomer.TapTileAsync("追加申込・招待");
        await newcomer.Button("申し込む").ClickAsync();
        await newcomer.Frame.ChoosePlanAsync("voice-3gb");
        await newcomer.Frame.PressAsync("次へ");
        await newcomer.Frame.FillHolderAsync();
        await newcomer.Frame.PressAsync("次へ");
        await newcomer.Frame.ShowsAsync("ログイン情報");
        await newcomer.CloseWebAsync();

        await newcomer.Button("申し込む").ClickAsync();
        await newcomer.Frame.ShowsAsync("前回の入力の続きです。");
        await newcomer.Frame.FillLoginAsync();
        await newcomer.Frame.PressAsync("確認画面へ");
        await newcomer.Frame.ShowsAsync("モリ ミオ");
        await newcomer.Frame.PressAsync("この内容で申し込む");
        await newcomer.Frame.ShowsAsync("ご契約ありがとうございます");

        await newcomer.CloseWebAsync();
        await Assertions.Expect(newcomer.Itself.Locator(".talk")).ToContainTextAsync("ご契約ありがとうございます");
        (await WireLog.RefusedAsync(page, since: before)).ShouldBeEmpty();
        await page.CloseAsync();
    }

    [BrowserFact]
    public async Task A_holder_adds_a_subscription_and_sees_it_in_My_Page()
    {
        var page = await simulator.OpenAsync();
        await page.BeginAsync("連携済みから");
        var parent = new PhoneOnPage(page, 1);
        await parent.TapTileAsync("追加申込・招待");
        await parent.Button("回線を追加する").ClickAsync();
        await parent.Frame.ChoosePlanAsync("data-3gb");
        await parent.Frame.FillAsync(("UserName", "空"));
        await parent.Frame.PressAsync("確認画面へ");
        await parent.Frame.ShowsAsync("oya@example.jp");
        await parent.Frame.PressAsync("この内容で申し込む");
        await parent.Frame.ShowsAsync("回線を追加しました");
        await parent.CloseWebAsync();

        await Assertions.Expect(parent.Itself.Locator(".talk")).ToContainTextAsync("回線を追加しました");
        await page.CloseAsync();
    }
}

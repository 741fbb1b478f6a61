using Microsoft.Playwright;

namespace LineBot.BrowserTests;

/// <summary>One phone, as a hand and an eye at the page have it.</summary>
/// <param name="number">From 1: 親, 子, 友だち, はじめての人.</param>
internal sealed class PhoneOnPage(IPage page, int number)
{
    public ILocator Itself { get; } = page.Locator($"#p{number}");

    public ILocator LinkState => Itself.Locator(".state");

    public ILocator BotLines => Itself.Locator(".talk .line.bot:not(:has(.dots))");

    public ILocator Web => Itself.Locator(".web .address");

    public IFrameLocator Frame => page.FrameLocator($"#p{number} iframe");

    /// <summary>Taps a tile of the rich menu and waits for the answer.</summary>
    public async Task<string> TapTileAsync(string label)
    {
        var heard = await BotLines.CountAsync();
        await Itself.Locator(".image-map button").Filter(new() { HasText = label }).ClickAsync();
        return await NextAnswerAsync(heard);
    }

    /// <summary>Taps the newest button that says so, and waits for the answer.</summary>
    public async Task<string> TapAsync(string label)
    {
        var heard = await BotLines.CountAsync();
        await Button(label).ClickAsync();
        return await NextAnswerAsync(heard);
    }

    public ILocator Button(string label) => Itself.Locator(".talk [data-tap]").Filter(new() { HasText = label }).Last;

    public async Task CloseWebAsync()
    {
        await Web.Locator("button").First.ClickAsync();
        await Web.WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }

    private async Task<string> NextAnswerAsync(int heard)
    {
        await BotLines.Nth(heard).WaitForAsync();
        return await BotLines.Nth(heard).InnerTextAsync();
    }
}

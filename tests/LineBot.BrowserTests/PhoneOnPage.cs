using Microsoft.Playwright;

namespace LineBot.BrowserTests;

/// <summary>One phone, as a hand and an eye at the page have it.</summary>
/// <param name="number">From 1: 親, 子, 友だち, はじめての人.</param>
internal sealed class PhoneOnPage(IPage page, int number)
{
    public ILocator Itself { get; } = page.Locator($"#p{number}");

    public ILocator LinkState => Itself.Locator(".state");

    public ILocator OwnLines => Itself.Locator(".talk .line.own");

    /// <summary>What the bot has said since the owner last said something.</summary>
    public ILocator Answers => Itself.Locator(".talk > div:has(> .own):not(:has(~ div > .own)) ~ div > .line.bot:not(:has(.dots))");

    public ILocator Web => Itself.Locator(".web .address");

    public IFrameLocator Frame => page.FrameLocator($"#p{number} iframe");

    /// <summary>Taps a tile of the rich menu and waits for the answer.</summary>
    public Task<string> TapTileAsync(string label) =>
        AnswerToAsync(() => Itself.Locator(".image-map button").Filter(new() { HasText = label }).ClickAsync());

    /// <summary>Taps the newest button that says so, and waits for the answer.</summary>
    public Task<string> TapAsync(string label) => AnswerToAsync(() => Button(label).ClickAsync());

    public Task<string> TypeAsync(string text) => AnswerToAsync(() => TypeAndEnterAsync(text));

    public ILocator Button(string label) => Itself.Locator(".talk [data-tap]").Filter(new() { HasText = label }).Last;

    /// <summary>Picks a friend on LINE's share screen.</summary>
    public Task ShareWithAsync(string friend) => Itself.Locator("[data-do=share]").Filter(new() { HasText = friend }).First.ClickAsync();

    /// <summary>Opens what a friend has sent last.</summary>
    public async Task OpenFriendsLinkAsync()
    {
        await Itself.Locator("[data-do=friends]").Last.ClickAsync();
        await Itself.Locator(".friends a").Last.ClickAsync();
    }

    /// <summary>Sends what a link has typed.</summary>
    public Task<string> SendTypedAsync() => AnswerToAsync(() => Itself.Locator("textarea").PressAsync("Enter"));

    public async Task CloseWebAsync()
    {
        await Web.Locator("button").First.ClickAsync();
        await Web.WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }

    private async Task TypeAndEnterAsync(string text)
    {
        await Itself.Locator("textarea").FillAsync(text);
        await Itself.Locator("textarea").PressAsync("Enter");
    }

    private async Task<string> AnswerToAsync(Func<Task> gesture)
    {
        var said = await OwnLines.CountAsync();
        await gesture();
        await OwnLines.Nth(said).WaitForAsync();
        return await Answers.First.InnerTextAsync();
    }
}

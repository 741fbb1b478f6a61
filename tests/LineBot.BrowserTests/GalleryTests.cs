using Microsoft.Playwright;

namespace LineBot.BrowserTests;

/// <summary>The renderer's sizes, measured where they count: in a browser.</summary>
public sealed class GalleryTests(SimulatorFixture simulator) : IClassFixture<SimulatorFixture>
{
    [BrowserFact]
    public async Task Bubbles_and_shares_have_LINEs_sizes()
    {
        var page = await simulator.OpenAsync("/gallery");

        (await WidthAsync(page.Locator(".fx-nano").First)).ShouldBe(120);
        (await WidthAsync(page.Locator(".fx-kilo").First)).ShouldBe(260);
        (await WidthAsync(page.Locator(".fx-mega").First)).ShouldBe(300);

        // flex 0, 2 and 3 in 260 px: the first takes what it needs, the others share the rest.
        var texts = page.Locator(".fx-text", new() { HasText = "Hello" }).First.Locator("xpath=../*[contains(@class,'fx-text')]");
        var (hello, two, three) = (await WidthAsync(texts.Nth(0)), await WidthAsync(texts.Nth(1)), await WidthAsync(texts.Nth(2)));
        (hello + two + three).ShouldBe(260, tolerance: 0.5);
        (two / three).ShouldBe(2 / 3.0, tolerance: 0.01);
    }

    [BrowserFact]
    public async Task A_line_that_may_shrink_fits_its_place()
    {
        var page = await simulator.OpenAsync("/gallery");
        var line = page.Locator("p[data-fit]").First;

        (await line.EvaluateAsync<int>("line => line.scrollWidth - line.clientWidth")).ShouldBeLessThanOrEqualTo(0);
        (await line.EvaluateAsync<double>("line => parseFloat(getComputedStyle(line).fontSize)")).ShouldBeLessThan(16);
    }

    private static async Task<double> WidthAsync(ILocator element) => (await element.BoundingBoxAsync())!.Width;
}

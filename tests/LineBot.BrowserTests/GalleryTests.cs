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

    [BrowserFact]
    public async Task Distances_gravity_and_justification_are_LINEs()
    {
        var page = await simulator.OpenAsync("/gallery");
        var (first, lg, xxl) = (await BoxAsync(page, "G-first"), await BoxAsync(page, "G-lg"), await BoxAsync(page, "G-xxl"));
        var body = (await page.Locator(".fx-body", new() { HasText = "G-first" }).First.BoundingBoxAsync())!;

        (first.X - body.X).ShouldBe(20, tolerance: 0.5f);
        (first.Y - body.Y).ShouldBe(20, tolerance: 0.5f);
        (lg.Y - Bottom(first)).ShouldBe(12, tolerance: 0.5f);
        (xxl.Y - Bottom(lg)).ShouldBe(20, tolerance: 0.5f);
        var (top, middle, bottom) = (await BoxAsync(page, "G-top"), await BoxAsync(page, "G-middle"), await BoxAsync(page, "G-bottom"));
        (Bottom(bottom) - top.Y).ShouldBe(100, tolerance: 0.5f);
        (middle.Y - top.Y).ShouldBe((bottom.Y - top.Y) / 2, tolerance: 0.5f);
        (await BoxAsync(page, "G-left")).X.ShouldBe(first.X, tolerance: 0.5f);
        var right = await BoxAsync(page, "G-right");
        (right.X + right.Width).ShouldBe(body.X + body.Width - 20, tolerance: 0.5f);
    }

    [BrowserFact]
    public async Task Ratios_places_and_heights_are_LINEs()
    {
        var page = await simulator.OpenAsync("/gallery");
        var bubble = page.Locator(".fx-bubble", new() { HasText = "G-placed" });
        var images = bubble.Locator(".fx-image");
        var (hero, small) = ((await images.Nth(0).BoundingBoxAsync())!, (await images.Nth(1).BoundingBoxAsync())!);

        (hero.Width / hero.Height).ShouldBe(20 / 13f, tolerance: 0.01f);
        (hero.Width, small.Width, small.Height).ShouldBe((260, 80, 160));
        var placed = (await bubble.Locator(".fx-box", new() { HasText = "G-placed" }).Last.BoundingBoxAsync())!;
        var ground = (await bubble.Locator(".fx-box", new() { HasText = "G-ground" }).Last.BoundingBoxAsync())!;
        (placed.X - ground.X, placed.Y - ground.Y, placed.Height).ShouldBe((30, 10, 20));
        (placed.Width / ground.Width).ShouldBe(0.5f, tolerance: 0.01f);
        (await HeightAsync(bubble.Locator(".fx-button", new() { HasText = "G-high" }))).ShouldBe(52);
        (await HeightAsync(bubble.Locator(".fx-button", new() { HasText = "G-low" }))).ShouldBe(40);
    }

    [BrowserFact]
    public async Task Texts_have_LINEs_sizes_and_end_after_their_lines()
    {
        var page = await simulator.OpenAsync("/gallery");

        (await FontAsync(page, "G-five")).ShouldBe(74);
        (await BoxAsync(page, "G-cut")).Height.ShouldBe(2 * 1.4f * 16, tolerance: 0.6f);
        var (grows, stays) = (await FontAsync(page, "G-grows"), await FontAsync(page, "G-stays"));
        grows.ShouldBe(stays);
    }

    private static float Bottom(LocatorBoundingBoxResult box) => box.Y + box.Height;

    private static async Task<LocatorBoundingBoxResult> BoxAsync(IPage page, string text) => (await TextOf(page, text).BoundingBoxAsync())!;

    private static Task<double> FontAsync(IPage page, string text) => TextOf(page, text).EvaluateAsync<double>("p => parseFloat(getComputedStyle(p).fontSize)");

    private static ILocator TextOf(IPage page, string text) => page.Locator(".fx-text > p", new() { HasText = text }).First;

    private static async Task<double> HeightAsync(ILocator element) => (await element.BoundingBoxAsync())!.Height;

    private static async Task<double> WidthAsync(ILocator element) => (await element.BoundingBoxAsync())!.Width;
}

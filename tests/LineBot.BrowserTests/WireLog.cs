using System.Globalization;
using Microsoft.Playwright;

namespace LineBot.BrowserTests;

/// <summary>The wire log at the side of the page.</summary>
internal static class WireLog
{
    /// <summary>The number of the newest line; 0 for none.</summary>
    public static async Task<long> NewestAsync(IPage page) => (await NumbersAsync(page.Locator(".wire"))).DefaultIfEmpty().Max();

    /// <summary>What LINE refused, or the bot did not take, after line <paramref name="since"/>.</summary>
    public static async Task<IReadOnlyList<string>> RefusedAsync(IPage page, long since)
    {
        var refused = page.Locator(".wire.refused");
        var texts = await refused.AllTextContentsAsync();
        return [.. (await NumbersAsync(refused)).Zip(texts).Where(line => line.First > since).Select(line => line.Second)];
    }

    private static async Task<IEnumerable<long>> NumbersAsync(ILocator lines) =>
        (await lines.EvaluateAllAsync<string[]>("lines => lines.map(line => line.parentElement.id)"))
            .Select(id => long.Parse(id["wire-".Length..], CultureInfo.InvariantCulture));
}

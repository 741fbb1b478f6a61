using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace LineBot.BrowserTests;

/// <summary>Twenty phones on one page, tapped at once; and what the page takes until it can be used.</summary>
public sealed class ManyPhonesTests(SimulatorFixture simulator, ITestOutputHelper output) : IClassFixture<SimulatorFixture>
{
    private const int Phones = 20;

    // Far above what a quiet machine takes: a busy one is not to fail for it, and a page that hangs is.
    private const double LongestFreeze = 4_000;
    private const double LongestEcho = 8_000;

    /// <summary>What LINE notes where a bot takes more than two seconds; it has the event all the same, and answers it.</summary>
    private const string Slow = "request_timeout";

    /// <summary>Taps the data tile on every phone in one go and watches each talk, and whether the page goes on drawing.</summary>
    private const string TapAll = """
        async () => {
          let freeze = 0, last = performance.now(), runs = true;
          const beat = now => { freeze = Math.max(freeze, now - last); last = now; if (runs) requestAnimationFrame(beat); };
          requestAnimationFrame(beat);
          const count = (phone, side) => phone.querySelectorAll(`.talk .line.${side}:not(:has(.dots))`).length;
          const times = await Promise.all([...document.querySelectorAll('#phones .phone')].map(phone => new Promise(done => {
            const before = { own: count(phone, 'own'), bot: count(phone, 'bot') };
            const begun = performance.now();
            let echo;
            new MutationObserver((_, watch) => {
              if (count(phone, 'own') > before.own) echo ??= performance.now() - begun;
              if (count(phone, 'bot') > before.bot) { watch.disconnect(); done({ echo, answer: performance.now() - begun }); }
            }).observe(phone, { childList: true, subtree: true });
            setTimeout(() => done({}), 60_000);
            [...phone.querySelectorAll('.image-map button')].find(tile => tile.textContent.includes('データ残量確認')).click();
          })));
          runs = false;
          return { times, freeze };
        }
        """;

    [BrowserFact]
    public async Task Twenty_phones_are_tapped_at_once_and_all_are_answered()
    {
        var page = await simulator.OpenAsync();
        await page.BeginAsync("はじめから");
        for (var phones = 5; phones <= Phones; phones++)
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "＋電話" }).ClickAsync();
            await Assertions.Expect(page.Locator("#phones .phone")).ToHaveCountAsync(phones);
        }
        await Assertions.Expect(page.Locator("#phones .image-map button").Filter(new() { HasText = "データ残量確認" })).ToHaveCountAsync(Phones);
        var before = await WireLog.NewestAsync(page);

        var seen = await page.EvaluateAsync<JsonElement>(TapAll);

        var times = seen.GetProperty("times").EnumerateArray().ToList();
        times.Count(time => time.TryGetProperty("answer", out _)).ShouldBe(Phones, "every phone is answered within a minute");
        var (echoes, answers, freeze) = (Sorted(times, "echo"), Sorted(times, "answer"), seen.GetProperty("freeze").GetDouble());
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"own words: median {echoes[Phones / 2]:0} ms, last {echoes[^1]:0} ms; answers: median {answers[Phones / 2]:0} ms, last {answers[^1]:0} ms; longest time without a frame: {freeze:0} ms"));
        echoes[^1].ShouldBeLessThan(LongestEcho);
        freeze.ShouldBeLessThan(LongestFreeze);
        (await WireLog.RefusedAsync(page, since: before)).Where(line => !line.Contains(Slow, StringComparison.Ordinal)).ShouldBeEmpty();
        await page.CloseAsync();
    }

    [BrowserFact]
    public async Task The_page_can_be_used_a_moment_after_it_was_asked_for()
    {
        await (await simulator.OpenAsync()).CloseAsync();
        var began = TimeProvider.System.GetTimestamp();
        var page = await simulator.OpenAsync();

        await page.Locator("#p1 .image-map button").First.WaitForAsync();

        var took = TimeProvider.System.GetElapsedTime(began);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"from the address to a menu that can be tapped, in a new window: {took.TotalMilliseconds:0} ms"));
        took.TotalMilliseconds.ShouldBeLessThan(LongestEcho);
        await page.CloseAsync();
    }

    private static List<double> Sorted(List<JsonElement> times, string what) => [.. times.Select(time => time.GetProperty(what).GetDouble()).Order()];
}

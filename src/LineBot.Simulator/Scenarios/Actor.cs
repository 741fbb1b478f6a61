using System.Text;
using System.Text.Json;
using LineBot.Simulator.Journeys;
using LineBot.Simulator.Platform;

namespace LineBot.Simulator.Scenarios;

/// <summary>One person of a scenario. What is seen is what has come since that person last did something.</summary>
internal sealed class Actor(LinePlatform platform, LinePhone phone) : IDisposable
{
    private readonly WebVisitor _browser = new(platform, phone);
    private WebPage? _page;
    private int _actedAt;

    private List<TalkEntry> Since => [.. phone.Talk.Where(entry => entry.Side == TalkSide.Bot && entry.Number > _actedAt)];

    /// <summary>The talk, with a mark before what came since the last act.</summary>
    public string Transcript
    {
        get
        {
            var text = new StringBuilder($"── {phone.DisplayName}\n");
            foreach (var entry in phone.Talk)
            {
                var side = entry.Side == TalkSide.Own ? "  (own) " : entry.Number > _actedAt ? "▶ " : "  ";
                text.Append(side).AppendLine(string.Join(" / ", TextOf(entry)));
            }
            return _page is null ? text.ToString() : text.Append("── page\n").AppendLine(_page.Text).ToString();
        }
    }

    public Task TapTileAsync(string label) => DoAsync(
        phone.RichMenu?.Areas.Select(area => area.Action).FirstOrDefault(action => LabelOf(action) == label)
            ?? default, $"The menu has no tile '{label}'.");

    public Task TapAsync(string label) => DoAsync(
        phone.Talk.Where(entry => entry.Side == TalkSide.Bot).Reverse()
            .SelectMany(entry => new Answer([entry.Message]).Actions).FirstOrDefault(action => LabelOf(action) == label), $"No button says '{label}'.");

    public Task SayAsync(string text) => ActAsync(() => phone.SendTextAsync(text));

    public Task SendStickerAsync() => ActAsync(() => phone.SendStickerAsync());

    public Task BlockAsync() => ActAsync(phone.BlockAsync);

    public Task UnblockAsync() => ActAsync(phone.UnblockAsync);

    /// <summary>利用者連携 by its tile, up to the code; what comes of it is for the scenario to say.</summary>
    public async Task EnterCodeAsync(string code)
    {
        await ActAsync(() => phone.TapPostbackAsync("linking/user@1"));
        await UntilAsync(() => Since.Count > 0, () => "Nothing asked for the code.");
        await SayAsync(code);
    }

    public async Task GoAsync(Func<Journey, Task> way)
    {
        _actedAt = phone.Talk.Count;
        using var journey = new Journey(phone, _browser);
        await way(journey);
    }

    public Task SeesAsync(string text) => UntilAsync(() => Since.SelectMany(TextOf).Any(part => part.Contains(text, StringComparison.Ordinal)), () => $"'{text}' is not there.");

    /// <summary>Waits for an answer first: before it, there is nothing that could show the text.</summary>
    public async Task DoesNotSeeAsync(string text)
    {
        await UntilAsync(() => Since.Count > 0, () => "No answer came.");
        if (Since.SelectMany(TextOf).Any(part => part.Contains(text, StringComparison.Ordinal)))
            throw new JourneyException($"'{text}' is there.");
    }

    public Task PageShows(string text) => _page?.Text.Contains(text, StringComparison.Ordinal) == true
        ? Task.CompletedTask
        : throw new JourneyException(_page is null ? "No page is open." : $"'{text}' is not on the page.");

    public async Task PressAsync(string label)
    {
        var form = _page?.Forms.FirstOrDefault(form => form.Buttons.Contains(label)) ?? throw new JourneyException($"No button on the page says '{label}'.");
        _actedAt = phone.Talk.Count;
        _page = await _browser.SubmitAsync(form, label);
    }

    public void Dispose() => _browser.Dispose();

    private async Task DoAsync(JsonElement action, string orElse)
    {
        if (action.ValueKind == JsonValueKind.Undefined)
            throw new JourneyException(orElse);
        _actedAt = phone.Talk.Count;
        if ((await phone.TapAsync(action)).Opens is { } address)
            _page = await _browser.OpenAsync(address);
    }

    private async Task ActAsync(Func<Task<WebhookPost?>> act)
    {
        _actedAt = phone.Talk.Count;
        await act();
    }

    private static string? LabelOf(JsonElement action) => action.TryGetProperty("label", out var label) ? label.GetString() : null;

    private static IReadOnlyList<string> TextOf(TalkEntry entry) => new Answer([entry.Message]).Texts;

    private static async Task UntilAsync(Func<bool> isSo, Func<string> orElse)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!isSo())
        {
            if (TimeProvider.System.GetElapsedTime(started) > Journey.Patience)
                throw new JourneyException(orElse());
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System);
        }
    }
}

using System.Text;
using System.Text.Json;
using LineBot.Simulator.Browser;
using LineBot.Simulator.Journeys;
using LineBot.Simulator.Platform;

namespace LineBot.Simulator.Scenarios;

/// <summary>One person of a scenario. What is seen is what has come since that person last did something.</summary>
/// <param name="audience">Null where nobody watches.</param>
internal sealed class Actor(LinePlatform platform, LinePhone phone, IAudience? audience) : IDisposable
{
    private readonly WebVisitor _browser = audience is { } watching
        ? new(phone, watching.CookiesOf(phone)) { Reached = page => watching.SeePageAsync(phone, page) }
        : new(platform, phone);

    private readonly List<(string Name, string Value)> _filled = [];

    private WebPage? _page;
    private string? _shared;
    private string? _typed;
    private int _actedAt = phone.Talk.Count;

    /// <summary>The last act was one that the talk answers; what is done on pages it need not.</summary>
    private bool _awaitsAnswer;

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

    /// <summary>Whoever taps has read the answer to what they did before; the newest button that says so is meant.</summary>
    public async Task TapAsync(string label)
    {
        JsonElement Find() => phone.Talk.Where(entry => entry.Side == TalkSide.Bot).Reverse()
            .SelectMany(entry => new Answer([entry.Message]).Actions).FirstOrDefault(action => LabelOf(action) == label);
        await UntilAsync(() => (Since.Count > 0 || !_awaitsAnswer) && Find().ValueKind != JsonValueKind.Undefined, () => $"No button says '{label}'.");
        await DoAsync(Find(), $"No button says '{label}'.");
    }

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
        Begin();
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
        var form = Page.Forms.FirstOrDefault(form => form.Buttons.Contains(label)) ?? throw new JourneyException($"No button on the page says '{label}'.");
        foreach (var (name, value) in _filled.Where(filled => form.Has(filled.Name)))
            form.Fill(name, value);
        _filled.Clear();
        (_actedAt, _awaitsAnswer) = (phone.Talk.Count, false);
        _page = await _browser.SubmitAsync(form, label);
    }

    /// <summary>Kept until a button of the form is pressed.</summary>
    public Task FillAsync(string field, string text)
    {
        _filled.Add((Page.Field(field).Name, text));
        return Task.CompletedTask;
    }

    public Task ChooseAsync(string label)
    {
        var (name, value) = Page.Field(label);
        _filled.Add((name, value ?? throw new JourneyException($"'{label}' is typed and not chosen.")));
        return Task.CompletedTask;
    }

    public Task FollowAsync(string label) => OpenAsync(Page.Link(label));

    /// <summary>Opens what a friend sent by LINE's share screen.</summary>
    public Task OpenSharedAsync(Actor friend)
    {
        var words = (friend._shared ?? throw new JourneyException("Nothing was shared.")).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        Begin();
        return OpenAsync(new Uri(words.Last(word => word.StartsWith("http", StringComparison.Ordinal))));
    }

    public Task SendTypedAsync() => SayAsync(_typed ?? throw new JourneyException("Nothing was typed by a link."));

    public void Dispose() => _browser.Dispose();

    private async Task DoAsync(JsonElement action, string orElse)
    {
        if (action.ValueKind == JsonValueKind.Undefined)
            throw new JourneyException(orElse);
        Begin();
        var opens = (await phone.TapAsync(action)).Opens;
        _awaitsAnswer = opens is null;
        if (opens is not null)
            await OpenAsync(opens);
    }

    private WebPage Page => _page ?? throw new JourneyException("No page is open.");

    private async Task OpenAsync(Uri address)
    {
        switch (LineLink.Of(address))
        {
            case LineLink.Share share:
                _shared = share.Text;
                break;
            case LineLink.TypedMessage typed:
                _typed = typed.Text;
                break;
            default:
                _filled.Clear();
                _page = await _browser.OpenAsync(address);
                break;
        }
    }

    private async Task ActAsync(Func<Task<WebhookPost?>> act)
    {
        Begin();
        _awaitsAnswer = true;
        await act();
    }

    private void Begin()
    {
        audience?.SeeTalk(phone);
        (_actedAt, _awaitsAnswer) = (phone.Talk.Count, false);
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

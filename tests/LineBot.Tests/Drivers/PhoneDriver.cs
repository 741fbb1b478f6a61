using System.Globalization;
using System.Text;
using System.Text.Json;
using LineBot.Simulator.Journeys;
using LineBot.Simulator.Platform;

namespace LineBot.Tests.Drivers;

/// <summary>One person's hands and eyes: does things on a phone and reads what comes back.</summary>
public sealed class PhoneDriver(LineTalk line, LinePhone phone) : IDisposable
{
    private readonly WebVisitor _browser = new(line.Platform, phone);
    private int _heardUpTo;

    public string Name => phone.DisplayName;

    public string UserId => phone.UserId;

    /// <summary>The phone itself, for what is not wrapped here.</summary>
    public LinePhone Phone => phone;

    public Task<WebhookPost?> FollowAsync() => phone.FollowAsync();

    public Task<WebhookPost?> SayAsync(string text) => phone.SendTextAsync(text);

    /// <summary>Taps a button that carries this postback data.</summary>
    public Task<WebhookPost?> TapAsync(string postbackData) => phone.TapPostbackAsync(postbackData);

    /// <summary>Taps something of an answer: <c>await phone.TapAsync(answer.Button("…"))</c>.</summary>
    public Task<TapOutcome> TapAsync(JsonElement action, string? picked = null) => phone.TapAsync(action, picked);

    /// <summary>The oldest answer that was not read yet: the messages of one call.</summary>
    public async Task<Answer> NextAnswerAsync()
    {
        await line.EventuallyAsync(() => Unheard.Any(), $"the next answer to {Name}");
        var first = Unheard.First();
        var together = Unheard.TakeWhile(entry => entry.RequestId == first.RequestId).ToList();
        _heardUpTo = together[^1].Number;
        return new Answer([.. together.Select(entry => entry.Message)]);
    }

    /// <summary>Says it and reads the answer.</summary>
    public async Task<Answer> AskAsync(string text)
    {
        await SayAsync(text);
        return await NextAnswerAsync();
    }

    /// <summary>Taps it and reads the answer.</summary>
    public async Task<Answer> AskTapAsync(string postbackData)
    {
        await TapAsync(postbackData);
        return await NextAnswerAsync();
    }

    /// <summary>Taps a button and reads the answer.</summary>
    public async Task<Answer> AskTapAsync(JsonElement action)
    {
        await TapAsync(action);
        return await NextAnswerAsync();
    }

    /// <summary>Opens an address in the phone's in-app browser, which keeps this phone's cookies.</summary>
    public Task<WebPage> OpenAsync(Uri address) => _browser.OpenAsync(address);

    /// <summary>Sends a form of an open page: <c>await phone.SubmitAsync(page.Form("loginId").Fill("loginId", "…"))</c>.</summary>
    /// <param name="button">What the pressed button says; null presses the first.</param>
    public Task<WebPage> SubmitAsync(WebForm form, string? button = null) => _browser.SubmitAsync(form, button);

    public void Dispose() => _browser.Dispose();

    /// <summary>Holds that all is processed and nothing more was said.</summary>
    public async Task HearsNothingAsync()
    {
        await line.SettledAsync();
        if (Unheard.Any())
            throw line.Failed($"{Name} should hear nothing.");
    }

    /// <summary>Waits until the talk shows a rich menu by that name.</summary>
    public Task MenuBecomesAsync(string name) => line.EventuallyAsync(
        () => phone.RichMenu?.Name.Contains(name, StringComparison.Ordinal) == true,
        $"{Name}'s menu to become '{name}', which is '{phone.RichMenu?.Name ?? "none"}'");

    /// <summary>The whole talk, as one would read it.</summary>
    public string Transcript()
    {
        var text = new StringBuilder();
        foreach (var entry in phone.Talk)
        {
            var who = entry.Side switch { TalkSide.Own => "→", TalkSide.Bot => "←", _ => "·" };
            var said = string.Join(" / ", new Answer([entry.Message]).Texts);
            text.AppendLine(CultureInfo.InvariantCulture, $"{who} {entry.Message.GetProperty("type").GetString()}: {said}");
        }
        return text.ToString();
    }

    private IEnumerable<TalkEntry> Unheard => phone.Talk.Where(entry => entry.Side == TalkSide.Bot && entry.Number > _heardUpTo);
}

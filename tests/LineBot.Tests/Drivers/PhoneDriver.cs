using System.Globalization;
using System.Text;
using System.Text.Json;
using LineBot.Simulator.Platform;

namespace LineBot.Tests.Drivers;

/// <summary>One person's hands and eyes: does things on a phone and reads what comes back.</summary>
public sealed class PhoneDriver(LineTalk line, LinePhone phone) : IDisposable
{
    private readonly WebVisitor _browser = new(line.Platform, phone);
    private readonly TalkReader _talk = new(phone);

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
        try
        {
            return await _talk.NextAsync(Eventually.Patience);
        }
        catch (JourneyException e)
        {
            throw line.Failed(e.Message);
        }
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

    public void Dispose()
    {
        _talk.Dispose();
        _browser.Dispose();
    }

    /// <summary>Takes as read what has come and what is on its way.</summary>
    public async Task SkipAsync()
    {
        await line.SettledAsync();
        _talk.Skip();
    }

    /// <summary>Holds that all is processed and nothing more was said.</summary>
    public async Task HearsNothingAsync()
    {
        await line.SettledAsync();
        if (_talk.Unread.Any())
            throw line.Failed($"{Name} should hear nothing.");
    }

    /// <summary>Goes the real way to 契約者連携, and reads up to its end.</summary>
    public Task<Answer> LinkContractAsync(string loginId = "oya@example.jp", string password = "demo-password-1") =>
        GoAsync(journey => journey.LinkContractAsync(loginId, password));

    /// <summary>Goes the real way to 利用者連携 with a code, and reads up to its end.</summary>
    public Task<Answer> LinkSubscriptionAsync(string userCode) => GoAsync(journey => journey.LinkSubscriptionAsync(userCode));

    /// <summary>Reads the user code of a subscription off My Page, as its contract holder.</summary>
    public Task<string> ReadUserCodeAsync(string phoneNumber) => GoAsync(journey => journey.ReadUserCodeAsync(phoneNumber));

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

    private async Task<T> GoAsync<T>(Func<Journey, Task<T>> way)
    {
        using var journey = new Journey(phone, _browser);
        try
        {
            return await way(journey);
        }
        catch (JourneyException e)
        {
            throw line.Failed(e.Message);
        }
        finally
        {
            _talk.Skip();
        }
    }
}

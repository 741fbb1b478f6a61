using System.Text.RegularExpressions;
using LineBot.Simulator.Platform;

namespace LineBot.Simulator.Journeys;

/// <summary>
/// The ways a customer goes to link an account, gone for real: tiles tapped, pages opened and filled in, the account-link dialog
/// followed, the user code read off My Page and typed. Nothing is put into the store from behind.
/// </summary>
public sealed partial class Journey(LinePhone phone, WebVisitor browser) : IDisposable
{
    // What a customer reads or taps. The pages and bubbles themselves are found by what they hold.
    private const string StartContractorLink = "linking/contractor@1";
    private const string StartUserLink = "linking/user@1";
    private const string OpenMyPage = "my-page@1";
    private const string NewLogin = "新規ログインID連携";
    private const int MostPages = 4;

    /// <summary>Real time that a customer waits for an answer.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly TalkReader _talk = new(phone);

    /// <summary>契約者連携, from the tile to 連携完了.</summary>
    /// <returns>The answer that tells of the link.</returns>
    public async Task<Answer> LinkContractAsync(string loginId, string password)
    {
        var answer = await TapAsync(StartContractorLink);
        if (answer.FindLink("linkToken=") is null && answer.Labels.Contains(NewLogin))
        {
            await phone.TapAsync(answer.Button(NewLogin));
            answer = await _talk.NextAsync(Patience);
        }
        var signIn = answer.FindLink("linkToken=") ?? throw new JourneyException($"No button leads to the sign-in page:\n{answer.Text}");
        var page = await browser.OpenAsync(signIn);
        page = await browser.SubmitAsync(page.Form("loginId", "password").Fill("loginId", loginId).Fill("password", password));
        // A link that displaces another one asks first.
        for (var pages = 1; pages < MostPages && !LinePlatform.IsOwnPage(page.Address) && page.Forms.FirstOrDefault(form => form.IsPost && !form.Has("password")) is { } question; pages++)
            page = await browser.SubmitAsync(question);
        if (!LinePlatform.IsOwnPage(page.Address) || page.Status != 200)
            throw new JourneyException($"The way to LINE's dialog ended on {page.Address.AbsolutePath} ({page.Status}):\n{page.Text}");
        return await _talk.NextAsync(Patience);
    }

    /// <summary>The user code of a subscription, as My Page shows it to the contract holder.</summary>
    /// <param name="phoneNumber">As the page writes it: <c>080-0000-0001</c>.</param>
    public async Task<string> ReadUserCodeAsync(string phoneNumber)
    {
        var answer = await TapAsync(OpenMyPage);
        var button = answer.FindLink("/my-page") ?? throw new JourneyException($"No button leads to My Page:\n{answer.Text}");
        var page = await browser.OpenAsync(button);
        if (CodeIn(page, phoneNumber) is null && page.Forms.FirstOrDefault(form => form.IsPost) is { } enter)
            page = await browser.SubmitAsync(enter);
        return CodeIn(page, phoneNumber)
            ?? throw new JourneyException($"{page.Address.AbsolutePath} ({page.Status}) shows no user code of {phoneNumber}:\n{page.Text}");
    }

    /// <summary>利用者連携, from the tile to 連携完了.</summary>
    /// <returns>The answer that tells of the link.</returns>
    public async Task<Answer> LinkSubscriptionAsync(string userCode)
    {
        await TapAsync(StartUserLink);
        await phone.SendTextAsync(userCode);
        return await _talk.NextAsync(Patience);
    }

    /// <summary>Waits until the talk shows a rich menu whose name holds <paramref name="name"/>.</summary>
    public async Task MenuBecomesAsync(string name)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (phone.RichMenu?.Name.Contains(name, StringComparison.Ordinal) != true)
        {
            if (TimeProvider.System.GetElapsedTime(started) > Patience)
                throw new JourneyException($"{phone.DisplayName}'s menu is {phone.RichMenu?.Name ?? "none"} and not {name}.");
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System);
        }
    }

    public void Dispose() => _talk.Dispose();

    private async Task<Answer> TapAsync(string postbackData)
    {
        _talk.Skip();
        var post = await phone.TapPostbackAsync(postbackData);
        if (post?.IsAccepted != true)
            throw new JourneyException($"The service did not take the tap on {postbackData}: {post?.Status?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? post?.Failure}.");
        return await _talk.NextAsync(Patience);
    }

    private static string? CodeIn(WebPage page, string phoneNumber)
    {
        var text = page.Text;
        var at = text.IndexOf(phoneNumber, StringComparison.Ordinal);
        return at >= 0 && Code().Match(text, at + phoneNumber.Length) is { Success: true } code ? code.Value : null;
    }

    [GeneratedRegex(@"(?<!\d)\d{4}[\s-]?\d{4}[\s-]?\d{4}[\s-]?\d{4}(?!\d)")]
    private static partial Regex Code();
}

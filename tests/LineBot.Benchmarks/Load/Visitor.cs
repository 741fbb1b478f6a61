using System.Net;
using System.Text.RegularExpressions;

namespace LineBot.Benchmarks.Load;

/// <summary>A browser of one customer's own: in by the tile's button, then from page to page.</summary>
internal sealed partial class Visitor(FakeLine line, Uri webhook) : IDisposable
{
    private readonly HttpClient _http = new();

    public void Dispose() => _http.Dispose();

    /// <summary>Asks for My Page and signs in with the button that comes.</summary>
    /// <param name="token">The reply token of the question.</param>
    /// <returns>How long the sign-in took, with the page it leads to.</returns>
    public async Task<TimeSpan> EnterAsync(string lineUserId, string token, CancellationToken cancel)
    {
        var taken = await Webhooks.SayAsync(_http, webhook, lineUserId, "マイページ", token, cancel);
        if (taken != HttpStatusCode.OK)
            throw new InvalidOperationException($"The webhook answered {taken}.");
        while (line.HeardAt(token) is null)
            await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System, cancel);
        var button = SignInLink().Match(line.BodyOf(token)).Value;
        using var fields = new FormUrlEncodedContent(
            HiddenField().Matches(await _http.GetStringAsync(button, cancel)).Select(field => KeyValuePair.Create(field.Groups[1].Value, field.Groups[2].Value)));
        return await TimeAsync(() => _http.PostAsync(new Uri(button).GetLeftPart(UriPartial.Path), fields, cancel));
    }

    public Task<TimeSpan> OpenAsync(string path, CancellationToken cancel) => TimeAsync(() => _http.GetAsync(new Uri(webhook, path), cancel));

    private static async Task<TimeSpan> TimeAsync(Func<Task<HttpResponseMessage>> send)
    {
        var begun = TimeProvider.System.GetTimestamp();
        using var response = await send();
        if (response.StatusCode != HttpStatusCode.OK)
            throw new InvalidOperationException($"{response.RequestMessage?.RequestUri?.AbsolutePath} answered {response.StatusCode}.");
        return TimeProvider.System.GetElapsedTime(begun);
    }

    [GeneratedRegex(@"http://[^""\\]+/my-page/sign-in\?[^""\\]+")]
    private static partial Regex SignInLink();

    [GeneratedRegex(@"name=""([^""]+)"" value=""([^""]*)""")]
    private static partial Regex HiddenField();
}

using System.Text.Json;
using System.Text.RegularExpressions;
using LineBot.Language;
using LineBot.Simulator.Platform;

namespace LineBot.Simulator.Phones.Bench;

/// <summary>One line of the wire log: what LINE sent out (a webhook, a look at a link), or a call that came in.</summary>
/// <param name="Number">Counts all together.</param>
/// <param name="Trouble">The reason of a refusal or a failure, in LINE's words; null when all went well.</param>
/// <param name="Fault">The fault that the simulator put in the way of a call, if any.</param>
public sealed partial record WireLine(long Number, DateTimeOffset At, bool IsOut, string What, string Status, string? Trouble, ApiFault? Fault = null)
{
    public bool IsTrouble => Trouble is not null || Fault is not null;

    /// <summary>The newest lines, newest first.</summary>
    public static IReadOnlyList<WireLine> Newest(WireRecord record, int most, Func<string?, string?> nameOf) =>
    [
        .. record.NewestWebhooks(most).Select(post => Of(post, nameOf))
            .Concat(record.NewestCalls(most).Select(Of))
            .Concat(record.NewestPreviews(most).Select(Of))
            .OrderByDescending(line => line.Number).Take(most),
    ];

    public string Time => JapanTime.In(At).ToString("H:mm:ss", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Both sides of one exchange, readable.</summary>
    public static string? Details(WireRecord record, long number)
    {
        if (record.Webhooks.FirstOrDefault(post => post.Number == number) is { } post)
            return $"POST webhook → {post.Status?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? post.Failure}\n\n{Readable(post.Body)}";
        if (record.Previews.FirstOrDefault(preview => preview.Number == number) is { } look)
            return $"GET {look.Link}\nuser-agent: {LinkPreviews.UserAgent}\n\n→ {look.Status?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "×"}\n{look.Title}";
        return record.Calls.FirstOrDefault(call => call.Number == number) is { } call
            ? $"{call.Method} {call.Path}\nx-line-request-id: {call.RequestId}{(call.RetryKey is null ? "" : $"\nx-line-retry-key: {call.RetryKey}")}\n\n{Readable(call.Body)}\n\n→ {call.Status}\n{Readable(call.Answer)}"
            : null;
    }

    private static WireLine Of(WebhookPost post, Func<string?, string?> nameOf) => new(
        post.Number, post.At, true,
        $"{nameOf(post.LineUserId)} {Happened(post.Body)}{(post.IsRedelivery ? " ↻" : "")}".Trim(),
        post.Status?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "×",
        post.IsAccepted ? null : post.Failure ?? "error_status_code");

    private static WireLine Of(ApiCall call)
    {
        var fault = Enum.TryParse<ApiFault>(call.Fault, out var known) ? known : (ApiFault?)null;
        var isHeard = fault is not (ApiFault.ResetBefore or ApiFault.ResetAfter);
        return new(
            call.Number, call.At, false,
            $"{call.Method} {call.Path.Replace("/v2/bot", "", StringComparison.Ordinal)}",
            isHeard ? call.Status.ToString(System.Globalization.CultureInfo.InvariantCulture) : "×",
            // To look for what is not there is no mistake.
            call is { Method: "GET", Status: 404 } ? null : Reason(call.Refusal ?? (isHeard && call.Status >= 400 ? call.Answer : null)),
            fault);
    }

    /// <summary>LINE's words out of its error body, with the places they speak of.</summary>
    private static string? Reason(string? refusal)
    {
        if (refusal is null || Parsed(refusal) is not { } body)
            return refusal;
        var details = body.Items("details").Select(detail => $"{detail.Text("property")}: {detail.Text("message")}");
        return string.Join(" · ", [body.Text("message") ?? $"{body.Text("error")}: {body.Text("error_description")}", .. details]);
    }

    private static JsonElement? Parsed(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<JsonElement>(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // A page that is not there is no mistake of the bot's towards LINE.
    private static WireLine Of(LinkPreview look) => new(
        look.Number, look.At, true, $"preview {look.Link.PathAndQuery}", look.Status?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "×", null);

    private static string Happened(string body)
    {
        if (Parsed(body) is not { } json)
            return "?";
        var events = json.Items("events");
        if (events.Count == 0)
            return "verify";
        var happened = events[0];
        var message = happened.Child("message");
        var detail = message.Text("text") ?? message.Text("type") ?? happened.Child("postback").Text("data") ?? happened.Child("link").Text("result");
        return $"{happened.Text("type")} {detail}".Trim() + (events.Count > 1 ? $" +{events.Count - 1}" : "");
    }

    /// <summary>Indented, and with characters beyond the basic plane (emoji) as they look.</summary>
    private static string Readable(string text) => Parsed(text) is { } json
        ? SurrogatePair().Replace(JsonSerializer.Serialize(json, Indented), pair => $"{(char)Convert.ToInt32(pair.Groups[1].Value, 16)}{(char)Convert.ToInt32(pair.Groups[2].Value, 16)}")
        : text;

    [GeneratedRegex(@"(?<!\\)\\u(D[89AB][0-9A-F]{2})\\u(D[C-F][0-9A-F]{2})")]
    private static partial Regex SurrogatePair();

    private static readonly JsonSerializerOptions Indented = new(PlatformJson.Options) { WriteIndented = true };
}

using Line.Messaging;
using LineBot.Webhook.Recordings;

namespace LineBot.Cli.Replay;

/// <summary>What a chat was told in the recording, and which webhook that came of.</summary>
/// <param name="Owner">The number of the webhook that it answers, or after which it came.</param>
/// <param name="Place">Where the call stands in its file.</param>
internal sealed record ExpectedMessage(int Owner, string Place, Spoken Spoken);

/// <summary>The talks of a recording, by chat: what was told, and when it has to have been told again.</summary>
internal sealed class ExpectedTalks
{
    private readonly Dictionary<string, List<ExpectedMessage>> _messagesOf = new(StringComparer.Ordinal);

    public ExpectedTalks(IReadOnlyList<PlacedEntry> entries)
    {
        var answers = new Dictionary<string, (int Webhook, string Chat)>(StringComparer.Ordinal);
        var number = -1;
        foreach (var placed in entries)
        {
            if (placed.Entry is RecordedWebhook webhook)
            {
                number++;
                foreach (var e in WebhookRequest.Parse(webhook.Body).Events)
                {
                    if (e is { ReplyToken: { } token, Source.ChatId: { } chat })
                        answers.TryAdd(token, (number, chat));
                }
            }
            else if (placed.Entry is RecordedCall call)
            {
                foreach (var spoken in Spoken.In(call))
                    Add(spoken, spoken.ReplyToken is { } token && answers.TryGetValue(token, out var answered) ? answered : (number, spoken.Chat), placed.Place);
            }
            else if (placed.Entry is RecordedPerson person)
            {
                Languages[person.UserId] = person.Language;
            }
        }
        // What the bot asked of LINE itself tells as much.
        foreach (var call in entries.Select(placed => placed.Entry).OfType<RecordedCall>())
            NoteLanguage(call);
    }

    public IEnumerable<string> Chats => _messagesOf.Keys;

    public bool IsEmpty => _messagesOf.Count == 0;

    /// <summary>The languages of the people, as far as the recording tells.</summary>
    public Dictionary<string, string> Languages { get; } = new(StringComparer.Ordinal);

    public IReadOnlyList<ExpectedMessage> Of(string chat) => _messagesOf[chat];

    /// <summary>The chats that a webhook has something told to, with how many messages they have got by then.</summary>
    public IEnumerable<(string Chat, int Messages)> After(int webhook) =>
        _messagesOf.Where(chat => chat.Value.Exists(message => message.Owner == webhook))
            .Select(chat => (chat.Key, chat.Value.Count(message => message.Owner <= webhook)));

    private void Add(Spoken spoken, (int Webhook, string? Chat) answered, string place)
    {
        if (answered.Chat is not { } chat)
            return;
        if (!_messagesOf.TryGetValue(chat, out var messages))
            _messagesOf[chat] = messages = [];
        messages.Add(new ExpectedMessage(answered.Webhook, place, spoken));
    }

    private void NoteLanguage(RecordedCall call)
    {
        const string profile = "/v2/bot/profile/";
        if (call is not { Method: "GET", Status: 200, Answer: { } answer } || !call.Path.StartsWith(profile, StringComparison.Ordinal))
            return;
        using var json = System.Text.Json.JsonDocument.Parse(answer);
        if (json.RootElement.Text("language") is { } language)
            Languages.TryAdd(call.Path[profile.Length..], language);
    }
}

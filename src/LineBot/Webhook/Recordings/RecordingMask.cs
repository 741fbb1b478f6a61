using Line.Messaging;

namespace LineBot.Webhook.Recordings;

/// <summary>
/// Takes persons out of what is recorded. LINE's ids become pseudonyms of the same shape; what has a shape of its own (phone numbers,
/// mail addresses, codes, cards, tokens, days) and the given words are covered; of values that nobody knows nothing stays.
/// Other texts stay where the people are invented; where they are real, those alone stay that are everybody's.
/// </summary>
public sealed class RecordingMask
{
    private const int MostTokens = 50_000;

    private readonly Pseudonyms _pseudonyms;
    private readonly WebhookMask _webhooks;
    private readonly CallMask _calls;
    private readonly Dictionary<string, string> _chatOfToken = [];
    private readonly Queue<string> _oldestTokens = new();

    /// <param name="words">Names and the like that are covered wherever they stand.</param>
    /// <param name="shared">Decides which texts are everybody's; null keeps texts, because the people are invented.</param>
    public RecordingMask(Pseudonyms pseudonyms, IEnumerable<string> words, SharedTexts? shared)
    {
        _pseudonyms = pseudonyms;
        var text = new TextMask(pseudonyms, words);
        _webhooks = new WebhookMask(pseudonyms, text, shared);
        _calls = new CallMask(pseudonyms, text, shared);
    }

    public RecordedEntry Of(RecordedEntry entry) => entry switch
    {
        RecordedWebhook webhook => webhook with { Body = _webhooks.Of(webhook.Body.Span, ChatOf(webhook)) },
        RecordedCall call => Of(call),
        RecordedPerson person => person with { UserId = _pseudonyms.Of(person.UserId) },
        _ => entry,
    };

    private RecordedCall Of(RecordedCall call)
    {
        var chat = ChatOf(call);
        return call with
        {
            Path = UriMask.OfCall(call.Path, _pseudonyms),
            Body = call.Body is { } body ? _calls.Of(body.Span, chat) : (ReadOnlyMemory<byte>?)null,
            Answer = call.Answer is { } answer ? _calls.Of(answer.Span, chat) : (ReadOnlyMemory<byte>?)null,
        };
    }

    /// <summary>The one chat that a webhook is of; null where there are several or none.</summary>
    private string? ChatOf(RecordedWebhook webhook)
    {
        var events = WebhookRequest.Parse(webhook.Body).Events;
        foreach (var e in events)
        {
            if (e is { ReplyToken: { } token, Source.ChatId: { } chat })
                Remember(token, chat);
        }
        var chats = events.Select(e => e.Source?.ChatId).Distinct().ToList();
        return chats is [var only] ? only : null;
    }

    private void Remember(string token, string chat)
    {
        if (!_chatOfToken.TryAdd(token, chat))
            return;
        _oldestTokens.Enqueue(token);
        if (_oldestTokens.Count > MostTokens)
            _chatOfToken.Remove(_oldestTokens.Dequeue());
    }

    private string? ChatOf(RecordedCall call)
    {
        if (call.Body is not { } body)
            return null;
        string? token = null, to = null;
        JsonRewrite.Of(body.Span, (place, _, value) =>
        {
            if (place is { Depth: 1, Name: "replyToken" })
                token = value;
            else if (place is { Depth: 1, Name: "to" })
                to = value;
            return null;
        });
        return token is null ? to : _chatOfToken.GetValueOrDefault(token);
    }
}

using System.Text.Json;
using System.Text.Json.Nodes;

namespace LineBot.Simulator.Platform;

/// <summary>A LINE user's phone with the Official Account's talk open. What its owner does becomes webhooks.</summary>
public sealed class LinePhone
{
    /// <summary>What LINE takes to get a video or a sound ready for the bot, by the platform's clock.</summary>
    public static readonly TimeSpan Preparation = TimeSpan.FromSeconds(1);

    private readonly LinePlatform _platform;
    private readonly List<TalkEntry> _talk = [];
    private Friendship _friendship = new();

    internal LinePhone(LinePlatform platform, string userId, string displayName, string? language)
    {
        _platform = platform;
        UserId = userId;
        DisplayName = displayName;
        Language = language;
    }

    public string UserId { get; }

    public string DisplayName { get; }

    /// <summary>BCP 47, or null for a user who does not tell.</summary>
    public string? Language { get; }

    /// <summary>Added the account and has not blocked it.</summary>
    public bool IsFriend => _friendship.IsFriend;

    public bool IsBlocking => _friendship.IsBlocking;

    /// <summary>Until when the loading dots move, unless an answer comes first.</summary>
    public DateTimeOffset? LoadingUntil { get; internal set; }

    public bool IsLoading => LoadingUntil > _platform.Clock.GetUtcNow();

    /// <summary>The number of the own message up to which the bot has read; 0 is none.</summary>
    public int ReadUpTo { get; internal set; }

    /// <summary>The talk as the phone shows it, oldest first.</summary>
    public IReadOnlyList<TalkEntry> Talk => _platform.Do<IReadOnlyList<TalkEntry>>(() => [.. _talk]);

    /// <summary>The buttons under the last message; they vanish with the next message or a tap on one.</summary>
    public JsonElement? QuickReply { get; private set; }

    public RichMenu? RichMenu => _platform.Do(() => _platform.RichMenus.ShownTo(this));

    /// <summary>Something that the phone shows has changed.</summary>
    public event EventHandler? Changed;

    internal DateTimeOffset? LastWroteAt { get; private set; }

    /// <summary>When the account was added for the first time.</summary>
    internal DateTimeOffset? FriendSince => _friendship.Since;

    /// <summary>Adds the account as a friend.</summary>
    public Task<WebhookPost?> FollowAsync() => FollowAsync(isUnblocked: false);

    public Task<WebhookPost?> UnblockAsync() => FollowAsync(isUnblocked: true);

    public Task<WebhookPost?> BlockAsync()
    {
        if (!IsFriend)
            return Task.FromResult<WebhookPost?>(null);
        return Tell(() =>
        {
            _friendship.Block(_platform.Clock.GetUtcNow());
            return WebhookEvent.Of("unfollow");
        });
    }

    public Task<WebhookPost?> SendTextAsync(string text) =>
        SendAsync(new JsonObject { ["type"] = "text", ["text"] = text });

    public Task<WebhookPost?> SendStickerAsync(string packageId = "446", string stickerId = "1988") =>
        SendAsync(new JsonObject { ["type"] = "sticker", ["packageId"] = packageId, ["stickerId"] = stickerId, ["stickerResourceType"] = "STATIC" });

    /// <summary>Sends a picture; the bot can fetch <paramref name="bytes"/> by the message's id.</summary>
    public Task<WebhookPost?> SendImageAsync(ReadOnlyMemory<byte> bytes, string contentType = "image/jpeg") =>
        SendFileAsync(new JsonObject { ["type"] = "image" }, new StoredFile(contentType, bytes), new StoredFile(contentType, bytes));

    /// <summary>Sends a video, which the bot can fetch once LINE has prepared it.</summary>
    public Task<WebhookPost?> SendVideoAsync(ReadOnlyMemory<byte> bytes, TimeSpan duration, StoredFile preview) =>
        SendFileAsync(new JsonObject { ["type"] = "video", ["duration"] = (long)duration.TotalMilliseconds }, new StoredFile("video/mp4", bytes), preview);

    /// <summary>Sends a sound, which the bot can fetch once LINE has prepared it.</summary>
    public Task<WebhookPost?> SendAudioAsync(ReadOnlyMemory<byte> bytes, TimeSpan duration) =>
        SendFileAsync(new JsonObject { ["type"] = "audio", ["duration"] = (long)duration.TotalMilliseconds }, new StoredFile("audio/x-m4a", bytes), preview: null);

    public Task<WebhookPost?> SendLocationAsync(string title, string address, double latitude, double longitude) =>
        SendAsync(new JsonObject { ["type"] = "location", ["title"] = title, ["address"] = address, ["latitude"] = latitude, ["longitude"] = longitude });

    /// <summary>Has seen a video of the bot's to its end, which the bot asked to be told of.</summary>
    public Task<WebhookPost?> WatchToEndAsync(string trackingId) => Tell(() =>
        WebhookEvent.Of("videoPlayComplete", ("videoPlayComplete", new JsonObject { ["trackingId"] = trackingId })));

    /// <summary>Takes an own message back: it vanishes from the talk, and its content from the platform.</summary>
    public Task<WebhookPost?> UnsendAsync(string messageId) => Tell(() =>
    {
        var index = _talk.FindIndex(entry => entry.Side == TalkSide.Own && entry.MessageId == messageId && !entry.IsUnsent);
        if (index < 0)
            throw new ArgumentException($"{DisplayName} has no message {messageId} to take back.", nameof(messageId));
        _talk[index] = _talk[index] with { IsUnsent = true };
        if (_platform.Contents.TryGetValue(messageId, out var content))
            _platform.Contents[messageId] = content with { File = null, Preview = null };
        return WebhookEvent.Of("unsend", ("unsend", new JsonObject { ["messageId"] = messageId }));
    });

    /// <summary>Sends postback data, as a tap on a button that carries it.</summary>
    public async Task<WebhookPost?> TapPostbackAsync(string data, string? displayText = null)
    {
        var action = new JsonObject { ["type"] = "postback", ["data"] = data };
        if (displayText is not null)
            action["displayText"] = displayText;
        return (await TapAsync(PlatformJson.Freeze(action))).Webhook;
    }

    /// <summary>Taps a button, an image or a menu area that carries <paramref name="action"/>, in LINE's JSON.</summary>
    /// <param name="picked">For a datetimepicker: what was picked, as LINE writes it (<c>2026-11-30</c>, <c>09:30</c>, <c>2026-11-30T09:30</c>).</param>
    public Task<TapOutcome> TapAsync(JsonElement action, string? picked = null) => new ActionTap(_platform, this, action).RunAsync(picked);

    /// <summary>Taps the rich menu at a point of its image.</summary>
    /// <returns>Null where there is no area.</returns>
    public async Task<TapOutcome?> TapRichMenuAsync(int x, int y) =>
        RichMenu?.Areas.FirstOrDefault(area => area.Contains(x, y)) is { } area ? await TapAsync(area.Action) : null;

    /// <param name="area">Counts from 0, in the order of the menu's definition.</param>
    public Task<TapOutcome> TapRichMenuAsync(int area) =>
        RichMenu is { } menu ? TapAsync(menu.Areas[area].Action) : throw new InvalidOperationException($"{DisplayName}'s talk shows no rich menu.");

    /// <summary>Changes the phone under the platform's lock and sends the event that comes of it, after those before it.</summary>
    internal Task<WebhookPost?> Tell(Func<JsonObject?> change)
    {
        return _platform.Do(() =>
        {
            var happened = change();
            _platform.Touch(this);
            return happened is null
                ? Task.FromResult<WebhookPost?>(null)
                : _platform.Webhooks.Enqueue(this, WebhookEvent.Complete(happened, _platform, this));
        });
    }

    internal TalkEntry Show(TalkSide side, JsonObject message, string? messageId = null, string? requestId = null)
    {
        var entry = new TalkEntry(_talk.Count + 1, _platform.Clock.GetUtcNow(), side, PlatformJson.Freeze(message), messageId, requestId);
        _talk.Add(entry);
        QuickReply = side == TalkSide.Bot && entry.Message.TryGetProperty("quickReply", out var buttons) ? buttons : null;
        if (side == TalkSide.Bot)
            LoadingUntil = null;
        if (side == TalkSide.Own && !_platform.HasChat)
            ReadUpTo = entry.Number;
        _platform.Touch(this);
        return entry;
    }

    internal void Forget()
    {
        _talk.Clear();
        (_friendship, QuickReply, LoadingUntil, ReadUpTo, LastWroteAt) = (new Friendship(), null, null, 0, null);
    }

    /// <summary>Has been a friend for as long as anybody knows.</summary>
    internal void BefriendSilently() => _friendship.Add(DateTimeOffset.MinValue);

    internal bool WasBlocking(DateTimeOffset before) => _friendship.WasBlocking(before);

    internal void Note(string text) => Show(TalkSide.Note, new JsonObject { ["type"] = "text", ["text"] = text });

    internal void HideQuickReply() => QuickReply = null;

    internal void RaiseChanged() => Changed?.Invoke(this, EventArgs.Empty);

    private Task<WebhookPost?> SendFileAsync(JsonObject content, StoredFile file, StoredFile? preview)
    {
        content["contentProvider"] = new JsonObject { ["type"] = "line" };
        var type = (string)content["type"]!;
        var readyAt = _platform.Clock.GetUtcNow() + (type == "image" ? TimeSpan.Zero : Preparation);
        return SendAsync(content, new SentContent(type, file, preview, readyAt));
    }

    internal Task<WebhookPost?> SendAsync(JsonObject content, SentContent? file = null) => Tell(() =>
    {
        if (IsBlocking)
            throw new InvalidOperationException($"{DisplayName} blocks the account and can send nothing.");
        var id = _platform.NextMessageId();
        if (file is not null)
            _platform.Contents[id] = file;
        LastWroteAt = _platform.Clock.GetUtcNow();
        _platform.Previews.Look((string?)content["text"]);
        var entry = Show(TalkSide.Own, (JsonObject)content.DeepClone(), id);
        var message = WebhookEvent.Received(content, id);
        _platform.ReadTokens[(string)message["markAsReadToken"]!] = (this, entry.Number);
        return WebhookEvent.Of("message", ("message", message));
    });

    private Task<WebhookPost?> FollowAsync(bool isUnblocked)
    {
        if (IsFriend)
            return Task.FromResult<WebhookPost?>(null);
        return Tell(() =>
        {
            _friendship.Add(_platform.Clock.GetUtcNow());
            return WebhookEvent.Of("follow", ("follow", new JsonObject { ["isUnblocked"] = isUnblocked }));
        });
    }
}

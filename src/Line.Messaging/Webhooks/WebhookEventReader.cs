using System.Text.Json;
using Line.Messaging.Json;

namespace Line.Messaging;

/// <summary>From the JSON of one event to its type, the properties in any order.</summary>
internal static class WebhookEventReader
{
    private static readonly JsonDocumentOptions Bounded = new() { MaxDepth = 64 };

    public static WebhookEvent Read(ReadOnlyMemory<byte> json)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(json, Bounded);
        }
        catch (JsonException)
        {
            return new UnknownEvent("") { Raw = json };
        }
        using (document)
        {
            try
            {
                var fields = new JsonFields(document.RootElement);
                return ReadCommon(ReadTyped(fields.Text("type"), fields), fields, json);
            }
            // InvalidOperationException: a property's name has a lone surrogate.
            catch (Exception e) when (e is JsonException or InvalidOperationException)
            {
                return ReadWhatIsSound(document.RootElement) with { Raw = json };
            }
        }
    }

    private static WebhookEvent ReadCommon(WebhookEvent typed, JsonFields fields, ReadOnlyMemory<byte> raw) => typed with
    {
        Raw = raw,
        WebhookEventId = fields.TextOrNull("webhookEventId"),
        Timestamp = Instant(fields.NumberOrNull("timestamp") ?? 0),
        Mode = ReadMode(fields.TextOrNull("mode")),
        Source = fields.ObjectOrNull("source") is { } source ? ReadSource(source) : null,
        IsRedelivery = fields.ObjectOrNull("deliveryContext")?.FlagOrNull("isRedelivery") ?? false,
        ReplyToken = fields.TextOrNull("replyToken"),
    };

    private static WebhookEvent ReadTyped(string type, JsonFields fields) => type switch
    {
        "message" => new MessageEvent(MessageContentReader.Read(fields.Object("message"))),
        "messageEdited" => new MessageEditedEvent(MessageContentReader.Read(fields.Object("message"))),
        "unsend" => new UnsendEvent(fields.Object("unsend").Text("messageId")),
        "follow" => new FollowEvent(fields.ObjectOrNull("follow")?.FlagOrNull("isUnblocked")),
        "unfollow" => new UnfollowEvent(),
        "join" => new JoinEvent(),
        "leave" => new LeaveEvent(),
        "memberJoined" => new MemberJoinedEvent(ReadMembers(fields.Object("joined"))),
        "memberLeft" => new MemberLeftEvent(ReadMembers(fields.Object("left"))),
        "postback" => ReadPostback(fields.Object("postback")),
        "videoPlayComplete" => new VideoPlayCompleteEvent(fields.Object("videoPlayComplete").Text("trackingId")),
        "beacon" => ReadBeacon(fields.Object("beacon")),
        "accountLink" => ReadAccountLink(fields.Object("link")),
        "membership" => ReadMembership(fields.Object("membership")),
        "module" => ReadModule(fields.Object("module")),
        "activated" => new ActivatedEvent(Instant(fields.Object("chatControl").Number("expireAt"))),
        "deactivated" => new DeactivatedEvent(),
        "botSuspended" => new BotSuspendedEvent(),
        "botResumed" => new BotResumedEvent(),
        "delivery" => new DeliveryEvent(fields.Object("delivery").Text("data")),
        _ => new UnknownEvent(type),
    };

    private static ChannelMode ReadMode(string? mode) => mode switch
    {
        "active" or null => ChannelMode.Active,
        "standby" => ChannelMode.Standby,
        _ => ChannelMode.Unknown,
    };

    private static EventSource ReadSource(JsonFields source) => source.Text("type") switch
    {
        "user" => new UserSource(source.TextOrNull("userId")),
        "group" => new GroupSource(source.Text("groupId"), source.TextOrNull("userId")),
        "room" => new RoomSource(source.Text("roomId"), source.TextOrNull("userId")),
        var kind => new UnknownSource(kind) { UserId = source.TextOrNull("userId") },
    };

    private static IReadOnlyList<EventSource> ReadMembers(JsonFields change) =>
        change.List("members", member => ReadSource(new JsonFields(member)));

    private static PostbackEvent ReadPostback(JsonFields postback)
    {
        var chosen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in postback.ObjectOrNull("params")?.All() ?? [])
        {
            // A later kind of parameter may be no string; the ones that are still count.
            if (value.ValueKind == JsonValueKind.String)
                chosen[name] = JsonFields.TextOf(value, name);
        }
        return new PostbackEvent(postback.Text("data"), chosen);
    }

    private static BeaconEvent ReadBeacon(JsonFields beacon) => new(
        beacon.Text("hwid"),
        beacon.Text("type") switch
        {
            "enter" => BeaconAction.Enter,
            "banner" => BeaconAction.Banner,
            "stay" => BeaconAction.Stay,
            _ => BeaconAction.Unknown,
        },
        beacon.TextOrNull("dm"));

    private static AccountLinkEvent ReadAccountLink(JsonFields link) => new(
        link.Text("result") switch
        {
            "ok" => AccountLinkResult.Ok,
            "failed" => AccountLinkResult.Failed,
            _ => AccountLinkResult.Unknown,
        },
        link.Text("nonce"));

    private static MembershipEvent ReadMembership(JsonFields membership) => new(
        membership.Text("type") switch
        {
            "joined" => MembershipChange.Joined,
            "left" => MembershipChange.Left,
            "renewed" => MembershipChange.Renewed,
            _ => MembershipChange.Unknown,
        },
        membership.Number("membershipId"));

    private static ModuleEvent ReadModule(JsonFields module) => new(
        module.Text("type") switch
        {
            "attached" => ModuleChange.Attached,
            "detached" => ModuleChange.Detached,
            _ => ModuleChange.Unknown,
        },
        module.TextOrNull("botId"),
        module.Texts("scopes"),
        module.TextOrNull("reason"));

    private static DateTimeOffset Instant(long milliseconds) =>
        milliseconds is >= 0 and <= 253_402_300_799_999
            ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
            : throw new JsonException("The instant is out of range.");

    /// <summary>Each common property by itself: one that is broken does not take the others along.</summary>
    private static UnknownEvent ReadWhatIsSound(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object)
            return new UnknownEvent("");
        var fields = new JsonFields(element);
        return new UnknownEvent(Sound(() => fields.TextOrNull("type")) ?? "")
        {
            WebhookEventId = Sound(() => fields.TextOrNull("webhookEventId")),
            Timestamp = Sound(() => (DateTimeOffset?)Instant(fields.NumberOrNull("timestamp") ?? 0)) ?? DateTimeOffset.UnixEpoch,
            Mode = Sound(() => ReadMode(fields.TextOrNull("mode"))),
            Source = Sound(() => fields.ObjectOrNull("source") is { } source ? ReadSource(source) : null),
            IsRedelivery = Sound(() => fields.ObjectOrNull("deliveryContext")?.FlagOrNull("isRedelivery") ?? false),
            ReplyToken = Sound(() => fields.TextOrNull("replyToken")),
        };
    }

    private static T? Sound<T>(Func<T?> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return default;
        }
    }
}

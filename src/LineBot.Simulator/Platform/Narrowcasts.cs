using System.Text.Json;

namespace LineBot.Simulator.Platform;

/// <summary>
/// The narrowcasts of the last fortnight, and how each goes its way: it is prepared, puts messages of the month aside, and is sent.
/// LINE knows nothing of those who have the phones, so that a choice by attributes reaches nobody.
/// </summary>
internal sealed class Narrowcasts(LinePlatform platform) : IDisposable
{
    /// <summary>What each of the two steps takes, by the platform's clock.</summary>
    public static readonly TimeSpan Step = TimeSpan.FromSeconds(1);

    private const int FewestFriendsForAttributes = 100;
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(14);

    private readonly Dictionary<string, Narrowcast> _all = [];
    private readonly CancellationTokenSource _stopping = new();

    /// <exception cref="Refusal">It names recipients that there are not, or the month has nothing left.</exception>
    public void Accept(ApiRequest request)
    {
        if (HasAttributes(request.Json) && platform.Friends.Count < FewestFriendsForAttributes)
            throw new Refusal(403, "Your account does not have enough friends");
        if (request.Json.TryGetProperty("recipient", out var recipient))
            CheckRecipient(recipient);
        if (platform.Sent.Left <= 0)
            throw new Refusal(429, "You have reached your monthly limit.");
        var narrowcast = _all[request.Id] = new Narrowcast(request.Id, request.Json, platform.Clock.GetUtcNow());
        _ = RunAsync(narrowcast);
    }

    /// <returns>Null for a request that was no narrowcast, or one of more than fourteen days ago.</returns>
    public Narrowcast? Find(string requestId) =>
        _all.TryGetValue(requestId, out var narrowcast) && platform.Clock.GetUtcNow() - narrowcast.AcceptedAt <= KeptFor ? narrowcast : null;

    public void Dispose()
    {
        _stopping.Cancel();
        _stopping.Dispose();
    }

    private async Task RunAsync(Narrowcast narrowcast)
    {
        var stopping = _stopping.Token;
        await Task.Delay(Step, platform.Clock, stopping);
        platform.Do(() => Begin(narrowcast));
        if (narrowcast.Phase != NarrowcastPhase.Sending)
            return;
        await Task.Delay(Step, platform.Clock, stopping);
        platform.Do(() => Send(narrowcast));
    }

    private void Begin(Narrowcast narrowcast)
    {
        var body = narrowcast.Body;
        var most = Most(body);
        var targets = HasAttributes(body) ? [] : platform.Friends.Where(phone => Picks(body, phone)).ToList();
        if (HasAttributes(body))
            Fail(narrowcast, 2, "There are not enough recipients");
        else if (most > platform.Sent.Left)
            Fail(narrowcast, 1, "You have reached your monthly limit.");
        else if (targets.Count > most && Limit(body, "forbidPartialDelivery"))
            Fail(narrowcast, 5, "The number of recipients exceeds the number of messages that can be sent");
        else
        {
            Random.Shared.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(targets));
            narrowcast.Begin([.. targets.Take(most)], most);
            platform.Sent.Reserved += most;
        }
    }

    private void Send(Narrowcast narrowcast)
    {
        platform.Sent.Reserved -= narrowcast.Reserved;
        // Whoever blocked the account meanwhile counts as a failure.
        var reached = narrowcast.Targets.Where(platform.Delivery.Hears).ToList();
        platform.Delivery.Send(SendWay.Narrowcast, reached, narrowcast.Body, narrowcast.RequestId);
        narrowcast.Succeed(reached.Count, platform.Clock.GetUtcNow());
    }

    private void Fail(Narrowcast narrowcast, int code, string description) => narrowcast.Fail(code, description, platform.Clock.GetUtcNow());

    private static bool HasAttributes(JsonElement body) => body.TryGetProperty("filter", out var filter) && filter.TryGetProperty("demographic", out _);

    private static bool Limit(JsonElement body, string option) =>
        body.TryGetProperty("limit", out var limit) && limit.TryGetProperty(option, out var value) && value.ValueKind == JsonValueKind.True;

    /// <summary>So many go out at most, and so many are put aside for it.</summary>
    private int Most(JsonElement body)
    {
        var most = platform.Friends.Count;
        if (body.TryGetProperty("limit", out var limit) && limit.TryGetProperty("max", out var max))
            most = Math.Min(most, max.GetInt32());
        return Limit(body, "upToRemainingQuota") && platform.Sent.Left is { } left ? Math.Min(most, left) : most;
    }

    private void CheckRecipient(JsonElement recipient)
    {
        switch (recipient.Text("type"))
        {
            case "audience":
                throw new Refusal(400, $"Invalid audience group id: {recipient.GetProperty("audienceGroupId").GetRawText()}");
            case "redelivery" when Find(recipient.Text("requestId")!) is not { Phase: NarrowcastPhase.Succeeded }:
                throw new Refusal(400, $"Invalid request id: {recipient.Text("requestId")}");
            case "operator":
                foreach (var part in Parts(recipient))
                    CheckRecipient(part);
                break;
        }
    }

    private bool Picks(JsonElement body, LinePhone phone) => !body.TryGetProperty("recipient", out var recipient) || IsAmong(recipient, phone);

    private bool IsAmong(JsonElement recipient, LinePhone phone)
    {
        if (recipient.Text("type") == "redelivery")
            return Find(recipient.Text("requestId")!)!.Targets.Contains(phone);
        var parts = Parts(recipient);
        return recipient.TryGetProperty("and", out _) ? parts.TrueForAll(part => IsAmong(part, phone))
            : recipient.TryGetProperty("or", out _) ? parts.Exists(part => IsAmong(part, phone))
            : !IsAmong(parts[0], phone);
    }

    private static List<JsonElement> Parts(JsonElement @operator) =>
        @operator.TryGetProperty("not", out var one) ? [one]
        : @operator.TryGetProperty("and", out var all) ? [.. all.EnumerateArray()]
        : [.. @operator.GetProperty("or").EnumerateArray()];
}

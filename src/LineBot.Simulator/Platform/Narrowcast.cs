using System.Text.Json;
using System.Text.Json.Nodes;

namespace LineBot.Simulator.Platform;

/// <summary>One message to many, which LINE sends in the background.</summary>
internal sealed class Narrowcast(string requestId, JsonElement body, DateTimeOffset acceptedAt)
{
    public string RequestId { get; } = requestId;

    public JsonElement Body { get; } = body;

    public DateTimeOffset AcceptedAt { get; } = acceptedAt;

    public NarrowcastPhase Phase { get; private set; }

    public IReadOnlyList<LinePhone> Targets { get; private set; } = [];

    /// <summary>Of the month's messages, so many are put aside while it is under way.</summary>
    public int Reserved { get; private set; }

    private (int Code, string Description)? Failure { get; set; }

    private int SuccessCount { get; set; }

    private DateTimeOffset CompletedAt { get; set; }

    public void Begin(IReadOnlyList<LinePhone> targets, int reserved) =>
        (Phase, Targets, Reserved) = (NarrowcastPhase.Sending, targets, reserved);

    public void Succeed(int count, DateTimeOffset now) => (Phase, SuccessCount, CompletedAt) = (NarrowcastPhase.Succeeded, count, now);

    public void Fail(int code, string description, DateTimeOffset now) =>
        (Phase, Failure, CompletedAt) = (NarrowcastPhase.Failed, (code, description), now);

    public JsonObject Progress()
    {
        var progress = new JsonObject { ["phase"] = Phase.ToString().ToLowerInvariant() };
        if (Phase != NarrowcastPhase.Waiting)
        {
            progress["successCount"] = SuccessCount;
            progress["failureCount"] = Phase == NarrowcastPhase.Succeeded ? Targets.Count - SuccessCount : 0;
            progress["targetCount"] = Targets.Count;
        }
        if (Failure is { } failure)
            (progress["failedDescription"], progress["errorCode"]) = (failure.Description, failure.Code);
        progress["acceptedTime"] = PlatformJson.Time(AcceptedAt);
        if (Phase is NarrowcastPhase.Succeeded or NarrowcastPhase.Failed)
            progress["completedTime"] = PlatformJson.Time(CompletedAt);
        return progress;
    }
}

internal enum NarrowcastPhase
{
    Waiting,
    Sending,
    Succeeded,
    Failed,
}

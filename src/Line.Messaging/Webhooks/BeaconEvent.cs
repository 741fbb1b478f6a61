namespace Line.Messaging;

/// <summary>What a user did near a beacon.</summary>
public enum BeaconAction
{
    /// <summary>Came into its range.</summary>
    Enter,

    /// <summary>Tapped the beacon's banner.</summary>
    Banner,

    /// <summary>Stays in its range.</summary>
    Stay,

    /// <summary>Something that LINE added later.</summary>
    Unknown,
}

/// <summary>A user met a LINE Beacon. See https://developers.line.biz/en/reference/messaging-api/#beacon-event.</summary>
/// <param name="Hwid">The beacon's hardware ID.</param>
/// <param name="Action">What happened.</param>
/// <param name="DeviceMessage">The beacon's device message in hexadecimal, where it sends one.</param>
public sealed record BeaconEvent(string Hwid, BeaconAction Action, string? DeviceMessage) : WebhookEvent
{
    /// <inheritdoc/>
    public override string Type => "beacon";
}

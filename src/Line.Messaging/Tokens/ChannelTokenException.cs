namespace Line.Messaging;

/// <summary>
/// No channel access token could be had, so that LINE got no request it could act on: nothing was sent, and the call can be made again.
/// </summary>
public sealed class ChannelTokenException : Exception
{
    internal ChannelTokenException(Exception reason)
        : base("No channel access token could be had; the call was not made.", reason)
    {
    }
}

namespace Line.Messaging;

/// <summary>
/// Where a client gets the channel access token from. See https://developers.line.biz/en/docs/basics/channel-access-token/.
/// </summary>
public abstract class ChannelTokenSource
{
    /// <summary>A token that somebody else looks after, such as a long-lived one from the console.</summary>
    public static ChannelTokenSource Fixed(string token) => new FixedTokenSource(token);

    /// <summary>
    /// Stateless tokens: good for 15 minutes, any number at a time, issued from the channel's ID and secret and renewed before they end.
    /// </summary>
    public static ChannelTokenSource Stateless(ChannelTokenClient client, string channelId, string channelSecret)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentException.ThrowIfNullOrEmpty(channelId);
        ArgumentException.ThrowIfNullOrEmpty(channelSecret);
        return new RenewingTokenSource(cancel => client.IssueStatelessAsync(channelId, channelSecret, cancel), client.TimeProvider);
    }

    /// <summary>As <see cref="Stateless(ChannelTokenClient, string, string)"/>, with a key of the channel in place of its secret.</summary>
    public static ChannelTokenSource Stateless(ChannelTokenClient client, ChannelAssertionKey key)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(key);
        return new RenewingTokenSource(cancel => client.IssueStatelessAsync(key, cancel), client.TimeProvider);
    }

    /// <summary>
    /// Tokens v2.1 issued with a key of the channel and renewed before they end. LINE allows 30 of them at a time for a channel.
    /// </summary>
    /// <param name="lifetime">Up to 30 days.</param>
    public static ChannelTokenSource Keyed(ChannelTokenClient client, ChannelAssertionKey key, TimeSpan lifetime)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(key);
        return new RenewingTokenSource(cancel => client.IssueAsync(key, lifetime, cancel), client.TimeProvider);
    }

    /// <summary>A token to use now. The client turns a failure into a <see cref="ChannelTokenException"/>.</summary>
    /// <exception cref="LineApiException">None could be issued.</exception>
    public abstract ValueTask<string> GetAsync(CancellationToken cancel);

    /// <summary>Another token, because LINE answered 401 to this one.</summary>
    /// <param name="rejected">The token that was refused. It may have been renewed meanwhile by another caller.</param>
    /// <returns>Null when there is no other, so that the 401 stands.</returns>
    public abstract ValueTask<string?> RenewAsync(string rejected, CancellationToken cancel);
}

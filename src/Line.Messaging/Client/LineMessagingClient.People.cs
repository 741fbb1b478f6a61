namespace Line.Messaging;

public sealed partial class LineMessagingClient
{
    /// <summary>
    /// A user's profile. See https://developers.line.biz/en/reference/messaging-api/#get-profile.
    /// </summary>
    /// <returns>Null when LINE shows none: no such user, not a friend, blocked, or no consent (404).</returns>
    public Task<UserProfile?> GetProfileAsync(string userId, CancellationToken cancel = default) =>
        FindAsync<UserProfile>(Get("get profile", $"v2/bot/profile/{Part(userId, nameof(userId))}"), cancel);

    /// <summary>
    /// The profile of a member of a group, friend or not. See https://developers.line.biz/en/reference/messaging-api/#get-group-member-profile.
    /// </summary>
    /// <returns>Null when LINE shows none (404).</returns>
    public Task<UserProfile?> GetGroupMemberProfileAsync(string groupId, string userId, CancellationToken cancel = default) =>
        FindAsync<UserProfile>(
            Get("get group member", $"v2/bot/group/{Part(groupId, nameof(groupId))}/member/{Part(userId, nameof(userId))}"),
            cancel);

    /// <summary>
    /// The profile of a member of a multi-person chat. See https://developers.line.biz/en/reference/messaging-api/#get-room-member-profile.
    /// </summary>
    /// <returns>Null when LINE shows none (404).</returns>
    public Task<UserProfile?> GetRoomMemberProfileAsync(string roomId, string userId, CancellationToken cancel = default) =>
        FindAsync<UserProfile>(
            Get("get room member", $"v2/bot/room/{Part(roomId, nameof(roomId))}/member/{Part(userId, nameof(userId))}"),
            cancel);

    /// <summary>Leaves a group. See https://developers.line.biz/en/reference/messaging-api/#leave-group.</summary>
    public Task LeaveGroupAsync(string groupId, CancellationToken cancel = default) =>
        DoAsync(Post("leave group", $"v2/bot/group/{Part(groupId, nameof(groupId))}/leave"), cancel);

    /// <summary>Leaves a multi-person chat. See https://developers.line.biz/en/reference/messaging-api/#leave-room.</summary>
    public Task LeaveRoomAsync(string roomId, CancellationToken cancel = default) =>
        DoAsync(Post("leave room", $"v2/bot/room/{Part(roomId, nameof(roomId))}/leave"), cancel);

    /// <summary>
    /// The friends of a verified or premium account, a page at a time. See https://developers.line.biz/en/reference/messaging-api/#get-follower-ids.
    /// </summary>
    /// <param name="start">The <see cref="UserIdPage.Next"/> of the page before, good for 24 hours; null for the first page.</param>
    /// <param name="limit">How many to a page, up to 1,000.</param>
    public Task<UserIdPage> GetFollowerIdsAsync(string? start = null, int limit = 300, CancellationToken cancel = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, 1000);
        var from = start is null ? "" : $"&start={Uri.EscapeDataString(start)}";
        return GetAsync<UserIdPage>(Get("get followers", $"v2/bot/followers/ids?limit={limit}{from}"), cancel);
    }

    /// <summary>
    /// A token for linking this user's LINE account to an account of the service: once, within 10 minutes, for a friend.
    /// See https://developers.line.biz/en/reference/messaging-api/#issue-link-token.
    /// </summary>
    public async Task<string> IssueLinkTokenAsync(string userId, CancellationToken cancel = default)
    {
        var request = Post("issue link token", $"v2/bot/user/{Part(userId, nameof(userId))}/linkToken");
        return (await GetAsync<LinkTokenAnswer>(request, cancel)).LinkToken;
    }

    /// <summary>
    /// Where the service sends a user who has signed in to it: LINE's dialog, after which an <see cref="AccountLinkEvent"/> comes.
    /// See https://developers.line.biz/en/docs/messaging-api/linking-accounts/.
    /// </summary>
    /// <param name="linkToken">From <see cref="IssueLinkTokenAsync"/>.</param>
    /// <param name="nonce">10 to 255 characters that nobody can guess, stored with the account that signed in, good once.</param>
    public Uri AccountLinkUrl(string linkToken, string nonce)
    {
        ArgumentException.ThrowIfNullOrEmpty(linkToken);
        ArgumentException.ThrowIfNullOrEmpty(nonce);
        if (nonce.Length is < 10 or > 255)
            throw new ArgumentException("LINE takes a nonce of 10 to 255 characters.", nameof(nonce));
        var query = $"linkToken={Uri.EscapeDataString(linkToken)}&nonce={Uri.EscapeDataString(nonce)}";
        return LineRequest.Under(_options.AccessBaseUrl, $"dialog/bot/accountLink?{query}");
    }

    /// <summary>
    /// Shows in the talk that an answer is being made, until it comes or the time is over. One-on-one chats only; 100 a second.
    /// See https://developers.line.biz/en/reference/messaging-api/#display-a-loading-indicator.
    /// </summary>
    /// <param name="seconds">5 to 60, in steps of 5.</param>
    public Task ShowLoadingAsync(string userId, int seconds = 20, CancellationToken cancel = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(userId);
        if (seconds is < 5 or > 60 || seconds % 5 != 0)
            throw new ArgumentOutOfRangeException(nameof(seconds), seconds, "LINE takes 5 to 60 seconds in steps of 5.");
        var request = Post("show loading", "v2/bot/chat/loading/start");
        return DoAsync(WithJson(request, new LoadingRequest(userId, seconds)), cancel);
    }

    /// <summary>
    /// Marks a message and all before it as read, where the account reads by hand. See https://developers.line.biz/en/reference/messaging-api/#mark-as-read.
    /// </summary>
    /// <param name="markAsReadToken">The message's <see cref="MessageContent.MarkAsReadToken"/>.</param>
    public Task MarkAsReadAsync(string markAsReadToken, CancellationToken cancel = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(markAsReadToken);
        var request = Post("mark as read", "v2/bot/chat/markAsRead");
        return DoAsync(WithJson(request, new MarkAsReadRequest(markAsReadToken)), cancel);
    }
}

internal sealed record LinkTokenAnswer(string LinkToken);

internal sealed record LoadingRequest(string ChatId, int LoadingSeconds);

internal sealed record MarkAsReadRequest(string MarkAsReadToken);

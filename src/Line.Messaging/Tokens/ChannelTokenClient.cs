namespace Line.Messaging;

/// <summary>
/// Issues, checks and revokes channel access tokens. Thread-safe.
/// See https://developers.line.biz/en/reference/messaging-api/#channel-access-token.
/// </summary>
/// <param name="http">Sends the requests. Its base address is not used.</param>
/// <param name="options">Where LINE is.</param>
public sealed class ChannelTokenClient(HttpClient http, LineClientOptions options)
{
    private const string JwtBearer = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    internal TimeProvider TimeProvider => options.TimeProvider;

    /// <summary>
    /// A stateless token: 15 minutes, any number of them, not to be revoked.
    /// See https://developers.line.biz/en/reference/messaging-api/#issue-stateless-channel-access-token.
    /// </summary>
    public Task<ChannelToken> IssueStatelessAsync(string channelId, string channelSecret, CancellationToken cancel = default) =>
        AskAsync<ChannelToken>(
            Post("issue stateless token", "oauth2/v3/token",
                ("grant_type", "client_credentials"), ("client_id", channelId), ("client_secret", channelSecret)),
            cancel);

    /// <summary>As <see cref="IssueStatelessAsync(string, string, CancellationToken)"/>, with a key of the channel in place of its secret.</summary>
    public Task<ChannelToken> IssueStatelessAsync(ChannelAssertionKey key, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        return AskAsync<ChannelToken>(
            Post("issue stateless token", "oauth2/v3/token",
                ("grant_type", "client_credentials"), ("client_assertion_type", JwtBearer), ("client_assertion", key.Sign())),
            cancel);
    }

    /// <summary>
    /// A token v2.1. A channel has at most 30; the 31st is refused with 400.
    /// See https://developers.line.biz/en/reference/messaging-api/#issue-channel-access-token-v2-1.
    /// </summary>
    /// <param name="lifetime">Up to 30 days.</param>
    public Task<ChannelToken> IssueAsync(ChannelAssertionKey key, TimeSpan lifetime, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        return AskAsync<ChannelToken>(
            Post("issue token", "oauth2/v2.1/token",
                ("grant_type", "client_credentials"), ("client_assertion_type", JwtBearer), ("client_assertion", key.Sign(lifetime))),
            cancel);
    }

    /// <summary>
    /// What LINE knows of a token v2.1. See https://developers.line.biz/en/reference/messaging-api/#verify-channel-access-token-v2-1.
    /// </summary>
    /// <exception cref="LineApiException">400: the token is none, has ended or was revoked.</exception>
    public Task<ChannelTokenInfo> VerifyAsync(string token, CancellationToken cancel = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(token);
        return AskAsync<ChannelTokenInfo>(
            Get("verify token", $"oauth2/v2.1/verify?access_token={Uri.EscapeDataString(token)}"), cancel);
    }

    /// <summary>
    /// What LINE knows of a long-lived or short-lived token, as the console issues them.
    /// See https://developers.line.biz/en/reference/messaging-api/#verify-channel-access-token.
    /// </summary>
    /// <exception cref="LineApiException">400: the token is none, is of another kind, has ended or was revoked.</exception>
    public Task<ChannelTokenInfo> VerifyLongLivedAsync(string token, CancellationToken cancel = default) =>
        AskAsync<ChannelTokenInfo>(Post("verify long-lived token", "v2/oauth/verify", ("access_token", token)), cancel);

    /// <summary>
    /// The key IDs of the channel's tokens v2.1 that are still good.
    /// See https://developers.line.biz/en/reference/messaging-api/#get-all-valid-channel-access-token-key-ids-v2-1.
    /// </summary>
    public async Task<IReadOnlyList<string>> GetKeyIdsAsync(ChannelAssertionKey key, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        var query = $"client_assertion_type={Uri.EscapeDataString(JwtBearer)}&client_assertion={key.Sign()}";
        return (await AskAsync<KeyIdsAnswer>(Get("get token key ids", $"oauth2/v2.1/tokens/kid?{query}"), cancel)).Kids;
    }

    /// <summary>
    /// Ends a token v2.1. See https://developers.line.biz/en/reference/messaging-api/#revoke-channel-access-token-v2-1.
    /// </summary>
    public async Task RevokeAsync(string channelId, string channelSecret, string token, CancellationToken cancel = default)
    {
        var request = Post("revoke token", "oauth2/v2.1/revoke",
            ("client_id", channelId), ("client_secret", channelSecret), ("access_token", token));
        using var response = await SendAsync(request, cancel);
    }

    private async Task<T> AskAsync<T>(LineRequest request, CancellationToken cancel)
    {
        using var response = await SendAsync(request, cancel);
        return await LineAnswer.ReadAsync<T>(response, request, cancel);
    }

    private async Task<HttpResponseMessage> SendAsync(LineRequest request, CancellationToken cancel)
    {
        using var message = request.ToMessage(http, token: null);
        var response = await http.SendAsync(message, cancel);
        if (response.IsSuccessStatusCode)
            return response;
        using (response)
            throw await LineAnswer.FailureAsync(response, request, options.TimeProvider, cancel);
    }

    private LineRequest Get(string operation, string path) => new(operation, HttpMethod.Get, LineRequest.Under(options.ApiBaseUrl, path));

    private LineRequest Post(string operation, string path, params ReadOnlySpan<(string Name, string Value)> form)
    {
        var pairs = new List<string>();
        foreach (var (name, value) in form)
        {
            ArgumentException.ThrowIfNullOrEmpty(value, name);
            pairs.Add($"{name}={Uri.EscapeDataString(value)}");
        }
        return new LineRequest(operation, HttpMethod.Post, LineRequest.Under(options.ApiBaseUrl, path))
        {
            Body = System.Text.Encoding.ASCII.GetBytes(string.Join('&', pairs)),
            BodyType = LineRequest.Form,
        };
    }
}

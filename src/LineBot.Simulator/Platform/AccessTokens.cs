namespace LineBot.Simulator.Platform;

/// <summary>Who may call: the channel's long-lived token, and stateless tokens for 15 minutes each.</summary>
internal sealed class AccessTokens(Channel channel, TimeProvider clock)
{
    public static readonly TimeSpan StatelessLife = TimeSpan.FromMinutes(15);

    private readonly Dictionary<string, DateTimeOffset> _stateless = [];

    public string IssueStateless()
    {
        foreach (var late in _stateless.Where(issued => issued.Value <= clock.GetUtcNow()).Select(issued => issued.Key).ToList())
            _stateless.Remove(late);
        var token = RandomId.Token(48);
        _stateless[token] = clock.GetUtcNow() + StatelessLife;
        return token;
    }

    /// <exception cref="Refusal">The token is missing, unknown or late.</exception>
    public void Check(string? authorization)
    {
        const string scheme = "Bearer ";
        if (authorization is null || !authorization.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
            throw new Refusal(401, "Authentication failed due to the following reason: missing access token");
        var token = authorization[scheme.Length..].Trim();
        if (token == channel.AccessToken)
            return;
        if (!_stateless.TryGetValue(token, out var until) || clock.GetUtcNow() >= until)
            throw new Refusal(401, "Authentication failed due to the following reason: invalid token");
    }
}

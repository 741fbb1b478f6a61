namespace LineBot.Simulator.Platform;

/// <summary>Who may call: the channel's long-lived token, and the tokens of the other three kinds that were issued and still live.</summary>
internal sealed class AccessTokens
{
    /// <summary>So many short-lived tokens a channel has at once, and so many v2.1.</summary>
    public const int Most = 30;

    public static readonly TimeSpan StatelessLife = TimeSpan.FromMinutes(15);
    public static readonly TimeSpan LongestLife = TimeSpan.FromDays(30);

    // What LINE tells of a token that never ends.
    private static readonly TimeSpan Ages = TimeSpan.FromSeconds(3_153_600_000);

    private readonly TimeProvider _clock;
    private readonly Dictionary<string, ChannelToken> _tokens = [];
    private int _issued;

    public AccessTokens(Channel channel, TimeProvider clock)
    {
        _clock = clock;
        Add(channel.AccessToken, TokenKind.LongLived, Ages);
    }

    public IReadOnlyList<string> KeyIds => [.. Living(TokenKind.Keyed).Select(token => token.KeyId!)];

    public ChannelToken IssueStateless() => Add(RandomId.Jws(), TokenKind.Stateless, StatelessLife);

    /// <summary>One too many costs the oldest its life.</summary>
    public ChannelToken IssueShortLived()
    {
        if (Living(TokenKind.ShortLived) is { Count: >= Most } living)
            _tokens.Remove(living[0].Text);
        return Add(RandomId.Token(96), TokenKind.ShortLived, LongestLife);
    }

    /// <exception cref="Refusal">There are as many as there may be.</exception>
    public ChannelToken IssueKeyed(TimeSpan life) => Living(TokenKind.Keyed).Count < Most
        ? Add(RandomId.Jws(), TokenKind.Keyed, life, RandomId.Token(16))
        : throw new Refusal(400, "The maximum number of access tokens has already been issued");

    /// <returns>Null for a token that is unknown, was revoked or ended a day ago or earlier.</returns>
    public ChannelToken? Find(string? text) => text is null ? null : _tokens.GetValueOrDefault(text);

    public bool IsLiving(ChannelToken token) => _clock.GetUtcNow() < token.Until;

    public TimeSpan LeftOf(ChannelToken token) => token.Until - _clock.GetUtcNow();

    public void Revoke(ChannelToken token) => _tokens.Remove(token.Text);

    /// <exception cref="Refusal">The token is missing, unknown or late.</exception>
    public void Check(string? authorization)
    {
        const string scheme = "Bearer ";
        if (authorization is null || !authorization.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
            throw new Refusal(401, "Authentication failed due to the following reason: missing access token");
        if (Find(authorization[scheme.Length..].Trim()) is not { } token)
            throw new Refusal(401, "Authentication failed due to the following reason: invalid token");
        if (!IsLiving(token))
            throw new Refusal(401, "Authentication failed due to the following reason: access token expired");
    }

    private List<ChannelToken> Living(TokenKind kind) =>
        [.. _tokens.Values.Where(token => token.Kind == kind && IsLiving(token)).OrderBy(token => token.Number)];

    private ChannelToken Add(string text, TokenKind kind, TimeSpan life, string? keyId = null)
    {
        var now = _clock.GetUtcNow();
        foreach (var late in _tokens.Values.Where(token => now - token.Until >= TimeSpan.FromDays(1)).ToList())
            _tokens.Remove(late.Text);
        return _tokens[text] = new ChannelToken(++_issued, text, kind, now + life, keyId);
    }
}

internal enum TokenKind
{
    LongLived,
    ShortLived,
    Stateless,

    /// <summary>v2.1: issued for an assertion, with an id and an end of one's choice.</summary>
    Keyed,
}

/// <param name="Number">Counts up with each token issued.</param>
internal sealed record ChannelToken(int Number, string Text, TokenKind Kind, DateTimeOffset Until, string? KeyId);

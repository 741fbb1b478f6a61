namespace LineBot.Simulator.Platform;

/// <summary>Tokens that open the account-link dialog: once, within ten minutes, for the LINE account they were issued for.</summary>
internal sealed class LinkTokens(TimeProvider clock)
{
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    private readonly Dictionary<string, (LinePhone Phone, DateTimeOffset At)> _tokens = [];

    public string Issue(LinePhone phone)
    {
        foreach (var late in _tokens.Where(issued => clock.GetUtcNow() - issued.Value.At > Life).Select(issued => issued.Key).ToList())
            _tokens.Remove(late);
        var token = RandomId.Token(24);
        _tokens[token] = (phone, clock.GetUtcNow());
        return token;
    }

    /// <summary>Whose token it is; null for one that is unknown, late or spent. Either way it is spent now.</summary>
    public LinePhone? Spend(string? token) =>
        token is not null && _tokens.Remove(token, out var issued) && clock.GetUtcNow() - issued.At <= Life ? issued.Phone : null;
}

namespace LineBot.Simulator.Platform;

/// <summary>
/// Reply tokens: good once, for one minute after the webhook went out; a redelivery opens the minute again
/// unless the token was used or its event is more than 20 minutes old.
/// </summary>
internal sealed class ReplyTokens(TimeProvider clock)
{
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan RedeliveryLife = TimeSpan.FromMinutes(20);

    private readonly Dictionary<string, Token> _tokens = [];
    private readonly Queue<string> _oldest = new();

    public string Issue(LinePhone phone)
    {
        Forget();
        var text = RandomId.Hex(32);
        _tokens[text] = new Token(phone, clock.GetUtcNow());
        _oldest.Enqueue(text);
        return text;
    }

    /// <summary>The webhook that carries the token goes out now, for the first time or again.</summary>
    public void Sent(string text)
    {
        if (_tokens.TryGetValue(text, out var token))
            token.SentAt = clock.GetUtcNow();
    }

    public LinePhone Find(string? text)
    {
        var now = clock.GetUtcNow();
        return text is not null && _tokens.TryGetValue(text, out var token) && !token.IsUsed
            && now - token.SentAt <= Life && now - token.IssuedAt <= RedeliveryLife
                ? token.Phone
                : throw Invalid();
    }

    /// <summary>What LINE says to a token that is late, used or unknown.</summary>
    public static Refusal Invalid() => new(400, "Invalid reply token");

    public void Use(string text) => _tokens[text].IsUsed = true;

    private void Forget()
    {
        while (_oldest.TryPeek(out var text) && clock.GetUtcNow() - _tokens[text].IssuedAt > RedeliveryLife)
            _tokens.Remove(_oldest.Dequeue());
    }

    private sealed class Token(LinePhone phone, DateTimeOffset now)
    {
        public LinePhone Phone { get; } = phone;

        public DateTimeOffset IssuedAt { get; } = now;

        public DateTimeOffset SentAt { get; set; } = now;

        public bool IsUsed { get; set; }
    }
}

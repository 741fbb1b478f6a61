namespace LineBot.Outbox;

/// <summary>A reply token that its event's own answer left unspent.</summary>
/// <param name="Until">The instant from which it is not worth trying.</param>
public sealed record SpareToken(string Token, DateTimeOffset Until);

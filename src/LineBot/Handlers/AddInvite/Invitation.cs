namespace LineBot.Handlers.AddInvite;

/// <summary>An invitation link that a LINE account issued.</summary>
/// <param name="Code">Ten characters that cannot be mistaken for one another, unique.</param>
/// <param name="IssuedOn">The Japanese day of the issue; one a day and account.</param>
public sealed record Invitation(string Code, string LineUserId, DateOnly IssuedOn, DateTimeOffset IssuedAt);

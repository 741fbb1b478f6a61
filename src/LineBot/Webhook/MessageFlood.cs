using Microsoft.Extensions.Options;

namespace LineBot.Webhook;

/// <summary>What is done with a chat's next message.</summary>
public enum FloodVerdict
{
    Take,

    /// <summary>The first too many within a minute: its sender is told, and it is not answered otherwise.</summary>
    Tell,

    /// <summary>Neither stored nor answered: its sender has been told.</summary>
    Refuse,
}

/// <summary>
/// Holds one chat that floods the service off everybody else's way: of its messages only so many are taken in a minute.
/// Taps, follows and messages taken back are never refused.
/// </summary>
public sealed class MessageFlood(IOptions<WebhookOptions> options)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private Dictionary<string, int> _counts = [];
    private DateTimeOffset _windowEnds;

    public FloodVerdict Judge(string chatId, DateTimeOffset now)
    {
        var most = options.Value.MostMessagesPerMinute;
        lock (_lock)
        {
            // All chats share the minute, so that nothing is kept of a chat that is quiet again.
            if (now >= _windowEnds || _windowEnds - now > Window)
                (_counts, _windowEnds) = ([], now + Window);
            var count = _counts[chatId] = _counts.GetValueOrDefault(chatId) + 1;
            return count <= most ? FloodVerdict.Take : count == most + 1 ? FloodVerdict.Tell : FloodVerdict.Refuse;
        }
    }
}

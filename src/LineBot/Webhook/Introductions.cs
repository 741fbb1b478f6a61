using Line.Messaging;
using LineBot.Language;

namespace LineBot.Webhook;

/// <summary>Who a LINE account is that this service meets for the first time.</summary>
public sealed record Introduction(string? DisplayName, Tongue Tongue);

/// <summary>Asks LINE for the profile of somebody not seen before; without an answer they are greeted in Japanese and without a name.</summary>
public sealed partial class Introductions(LineMessagingClient line, TimeProvider clock, ILogger<Introductions> log)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public async Task<Introduction> OfAsync(string lineUserId, CancellationToken cancel)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancel);
        try
        {
            var profile = await line.GetProfileAsync(lineUserId, either.Token);
            return new Introduction(profile?.DisplayName, Tongue.Of(profile?.Language));
        }
        catch (Exception e) when (!cancel.IsCancellationRequested)
        {
            Log.NoProfile(log, e.GetType().Name);
            return new Introduction(null, Tongue.Japanese);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "LINE gave no profile ({Reason}); the customer is met without a name")]
        public static partial void NoProfile(ILogger logger, string reason);
    }
}

using Line.Messaging;

namespace LineBot.LineApi;

/// <summary>The Official Account that this service answers for, as LINE names it.</summary>
public sealed partial class OwnAccount(LineMessagingClient line, TimeProvider clock, ILogger<OwnAccount> log)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private string? _basicId;

    /// <summary>The basic ID (<c>@linebot</c>), which addresses of LINE's carry. Asked of LINE once; null while LINE does not answer.</summary>
    public async Task<string?> BasicIdAsync(CancellationToken cancel)
    {
        if (_basicId is not null)
            return _basicId;
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancel);
        try
        {
            return _basicId = (await line.GetBotInfoAsync(either.Token)).BasicId;
        }
        catch (Exception e) when (!cancel.IsCancellationRequested)
        {
            Log.NoAnswer(log, e.GetType().Name);
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "LINE did not tell the account's basic ID ({Reason})")]
        public static partial void NoAnswer(ILogger logger, string reason);
    }
}

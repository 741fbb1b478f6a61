using Line.Messaging;
using LineBot.Storage;
using Microsoft.Extensions.Options;

namespace LineBot.Inquiries;

/// <summary>
/// Fetches from LINE what customers' messages brought, soon after they came: LINE deletes it after a time that it does not tell.
/// The bytes are read before the write that keeps them; a crash in between fetches again. One of all nodes does it.
/// </summary>
public sealed partial class ContentWorker(
    Database database, AttachmentStore attachments, LineMessagingClient line, InquirySignal signal, InquiryStore inquiries,
    IOptions<InquiryOptions> options, TimeProvider clock, ILogger<ContentWorker> log) : BackgroundService
{
    private const int AtOnce = 4;
    private const int MostTries = 8;
    private static readonly TimeSpan LongestDownload = TimeSpan.FromMinutes(1);

    /// <summary>How often what was not to be had is looked for again.</summary>
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(15);

    private const string Topic = "content";

    private readonly SemaphoreSlim _wake = new(0);

    /// <summary>Has it look at once, on whichever node it does so: something was added.</summary>
    public void Wake(Transaction tx) => tx.Announce(Topic, 0);

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        database.Node.Heard += Hear;
        return base.StartAsync(cancellationToken);
    }

    public override void Dispose()
    {
        database.Node.Heard -= Hear;
        _wake.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            if (!database.Node.DoesChores || !await FetchDueAsync(stoppingToken))
                await RestAsync(stoppingToken);
        }
    }

    private void Hear(string topic, long value)
    {
        if (topic == Topic)
            _wake.Release();
    }

    /// <returns>Whether there may be more.</returns>
    private async Task<bool> FetchDueAsync(CancellationToken cancel)
    {
        try
        {
            var due = await database.ReadAsync(tx => attachments.Due(tx, clock.GetUtcNow(), AtOnce), cancel);
            await Task.WhenAll(due.Select(attachment => FetchAsync(attachment, cancel)));
            return due.Count == AtOnce;
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return false;
        }
        catch (StoreUnavailableException e)
        {
            Log.NotNow(log, e);
            return false;
        }
    }

    private async Task RestAsync(CancellationToken cancel)
    {
        using var rest = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        await Task.WhenAny(_wake.WaitAsync(rest.Token), Task.Delay(LookEvery, clock, rest.Token));
        await rest.CancelAsync();
    }

    private async Task FetchAsync(Attachment attachment, CancellationToken cancel)
    {
        var fetched = await TryFetchAsync(attachment, cancel);
        await database.WriteAsync(tx =>
        {
            var now = clock.GetUtcNow();
            if (fetched.Bytes is { } bytes)
                attachments.Keep(tx, attachment.MessageId, ContentKind.Of(bytes), bytes, now);
            else if (fetched.Failure is { } failure)
                attachments.GiveUp(tx, attachment.MessageId, failure);
            else if (attachment.Tries + 1 >= MostTries)
                attachments.GiveUp(tx, attachment.MessageId, "failed");
            else
                attachments.TryAgain(tx, attachment.MessageId, now + Pause(attachment.Tries));
            if (inquiries.InquiryOf(tx, attachment.MessageId) is { } inquiryId)
                signal.Raise(tx, inquiryId);
        });
    }

    private async Task<Fetched> TryFetchAsync(Attachment attachment, CancellationToken cancel)
    {
        using var late = new CancellationTokenSource(LongestDownload, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, late.Token);
        try
        {
            using var content = await line.GetContentAsync(attachment.LineMessageId, either.Token);
            return content.State switch
            {
                ContentState.Ready => await ReadAsync(content, either.Token),
                ContentState.Preparing => Fetched.NotYet,
                _ => new Fetched(null, "gone"),
            };
        }
        catch (Exception e) when (!cancel.IsCancellationRequested)
        {
            Log.NotFetched(log, attachment.MessageId, e.GetType().Name);
            return Fetched.NotYet;
        }
    }

    private async Task<Fetched> ReadAsync(MessageContentResult content, CancellationToken cancel)
    {
        var largest = options.Value.LargestContentBytes;
        if (content.Length > largest)
            return new Fetched(null, "too-large");
        using var bytes = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int read; (read = await content.Bytes!.ReadAsync(buffer, cancel)) > 0;)
        {
            if (bytes.Length + read > largest)
                return new Fetched(null, "too-large");
            bytes.Write(buffer, 0, read);
        }
        return new Fetched(bytes.ToArray(), null);
    }

    /// <summary>2, 4, 8 … seconds: eight tries in some four minutes.</summary>
    private static TimeSpan Pause(long tries) => TimeSpan.FromSeconds(2 << (int)Math.Min(tries, 6));

    private sealed record Fetched(byte[]? Bytes, string? Failure)
    {
        public static readonly Fetched NotYet = new(null, null);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The store is not available; what customers sent is fetched later")]
        public static partial void NotNow(ILogger logger, Exception failure);

        [LoggerMessage(LogLevel.Warning, "What message {Id} brought could not be fetched and is tried again ({Reason})")]
        public static partial void NotFetched(ILogger logger, long id, string reason);
    }
}

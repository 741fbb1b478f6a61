using Line.Messaging;

namespace LineBot.Cli.Replay;

/// <summary>
/// Sends webhooks. Without a pace of its own, each when the one before was answered; with one, each when it is due, but within a chat not
/// before the one before.
/// </summary>
/// <param name="oneByOne">Whether each waits for the one before also where a pace is kept.</param>
internal sealed class Player(WebhookSender sender, Pace pace, bool oneByOne, TimeProvider clock)
{
    private const int MostAtOnce = 256;

    /// <param name="bodyOf">Makes the body of a webhook, by its number, at the moment when it is sent.</param>
    /// <param name="answered">Is waited for after each webhook.</param>
    /// <returns>The answers in the webhooks' order: fewer, where one was refused as all later ones would be.</returns>
    public async Task<IReadOnlyList<ReplayAnswer>> PlayAsync(
        IReadOnlyList<PlacedEntry> webhooks, Func<int, byte[]> bodyOf, Func<int, CancellationToken, Task> answered, Action<double> progress, CancellationToken cancel)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        using var slots = new SemaphoreSlim(pace.IsKept && !oneByOne ? MostAtOnce : 1);
        var answers = new ReplayAnswer?[webhooks.Count];
        var lastOf = new Dictionary<string, Task>();
        var all = new List<Task>();
        var started = clock.GetTimestamp();
        try
        {
            for (var i = 0; i < webhooks.Count; i++)
            {
                var wait = pace.DueAt(i, webhooks[i].Entry.At) - clock.GetElapsedTime(started);
                if (wait > TimeSpan.Zero)
                    await Task.Delay(wait, clock, stop.Token);
                await slots.WaitAsync(stop.Token);
                var body = bodyOf(i);
                var chat = ChatOf(body);
                all.Add(lastOf[chat] = SendAsync(i, body, lastOf.GetValueOrDefault(chat, Task.CompletedTask)));
            }
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            // One of those under way has failed; it is told below.
        }
        await Task.WhenAll(all);
        return [.. answers.OfType<ReplayAnswer>()];

        async Task SendAsync(int number, byte[] body, Task before)
        {
            try
            {
                await before;
                stop.Token.ThrowIfCancellationRequested();
                var answer = answers[number] = await sender.PostAsync(webhooks[number].Place, body, stop.Token);
                if (WebhookSender.IsForGood(answer.Status))
                    await stop.CancelAsync();
                else
                    await answered(number, stop.Token);
                progress((double)(number + 1) / webhooks.Count);
            }
            catch (Exception e) when (e is not OperationCanceledException || cancel.IsCancellationRequested)
            {
                await stop.CancelAsync();
                throw;
            }
            catch (OperationCanceledException)
            {
                // Called off because of another one.
            }
            finally
            {
                slots.Release();
            }
        }
    }

    /// <summary>A webhook with events of several chats is ordered by its first.</summary>
    private static string ChatOf(byte[] body) => WebhookRequest.Parse(body).Events.Select(e => e.Source?.ChatId).FirstOrDefault() ?? "";
}

using System.Net;
using Line.Messaging;

namespace LineBot.RichMenu.Publishing;

/// <summary>
/// Calls of which LINE takes only so many an hour. Where it says that there were too many, they are tried again after a pause:
/// LINE does not say when there will be room, so the pauses grow.
/// </summary>
/// <param name="longest">How long is waited in all for one call.</param>
/// <param name="told">Hears of each pause before it.</param>
internal sealed class RateLimitPatience(TimeProvider clock, TimeSpan longest, Action<RateLimitPause> told)
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private static readonly int[] Seconds = [1, 5, 15];
    private static readonly int[] Minutes = [1, 2, 4, 8, 15];

    public async Task<T> CallAsync<T>(Func<Task<T>> call, CancellationToken cancel)
    {
        var left = longest;
        for (var tries = 0; ; tries++)
        {
            try
            {
                return await call();
            }
            catch (LineApiException e) when (e.StatusCode == HttpStatusCode.TooManyRequests && left > TimeSpan.Zero)
            {
                var pause = e.RetryAfter ?? TimeSpan.FromMinutes(Minutes[Math.Min(tries, Minutes.Length - 1)]);
                pause = TimeSpan.FromTicks(Math.Clamp(pause.Ticks, Shortest.Ticks, Math.Max(left.Ticks, Shortest.Ticks)));
                left -= pause;
                told(new RateLimitPause(e.Operation, clock.GetUtcNow() + pause, left));
                await Task.Delay(pause, clock, cancel);
            }
        }
    }

    /// <summary>As <see cref="CallAsync{T}"/>, for calls that may be repeated unseen: trouble that passes is waited out, too.</summary>
    public async Task<T> RepeatAsync<T>(Func<Task<T>> call, CancellationToken cancel)
    {
        foreach (var seconds in Seconds)
        {
            try
            {
                return await CallAsync(call, cancel);
            }
            catch (Exception e) when (e is LineApiException { StatusCode: >= HttpStatusCode.InternalServerError } or HttpRequestException)
            {
                await Task.Delay(TimeSpan.FromSeconds(seconds), clock, cancel);
            }
        }
        return await CallAsync(call, cancel);
    }

    public Task CallAsync(Func<Task> call, CancellationToken cancel) => CallAsync(async () =>
    {
        await call();
        return true;
    }, cancel);
}

/// <summary>LINE takes no more of these for now.</summary>
/// <param name="Operation">What was asked for too often, such as <c>create rich menu</c>.</param>
/// <param name="Until">When it is tried again.</param>
/// <param name="LeftAfter">How much longer it would be waited after that.</param>
public sealed record RateLimitPause(string Operation, DateTimeOffset Until, TimeSpan LeftAfter);

using System.Data.Common;
using System.Diagnostics;
using System.Text;
using Dapper;
using LineBot.Simulator.Platform;

namespace LineBot.Tests.Killing;

/// <summary>
/// Customers who write one text after the other until it is enough, each answered by <see cref="CountingHandler"/>; what was not acknowledged
/// is delivered again, as LINE does.
/// </summary>
internal sealed class BusyCustomers : IDisposable
{
    /// <summary>The tests that measure how soon they are answered again do not take the machine from one another.</summary>
    public const string OneAtATime = "busy customers";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly CancellationTokenSource _enough = new();
    private readonly IReadOnlyList<Writer> _writers;
    private readonly Task _writing;

    private BusyCustomers(LinePlatform platform, int count)
    {
        _writers = [.. Enumerable.Range(0, count).Select(i => new Writer(platform, platform.AddFriend($"客{i}")))];
        _writing = Task.WhenAll(_writers.Select((writer, i) => writer.WriteAsync(new Random(i), _enough.Token)));
    }

    public static BusyCustomers Start(LinePlatform platform, int count) => new(platform, count);

    public int Written => _writers.Sum(writer => writer.Written);

    /// <summary>Waits until everybody is answered to what they write next.</summary>
    /// <param name="since">When it began to be interesting, of <see cref="Stopwatch.GetTimestamp"/>.</param>
    /// <returns>How long that took.</returns>
    public async Task<TimeSpan> AnsweredAgainAsync(long since)
    {
        var next = _writers.Select(writer => writer.Begun + 1).ToList();
        await UntilAsync(() => _writers.Zip(next).All(pair => pair.First.Heard.Count >= pair.Second));
        return Stopwatch.GetElapsedTime(since);
    }

    /// <summary>Has them stop, waits until all is answered, and holds it against what was written.</summary>
    /// <param name="store">Where the effects are.</param>
    public async Task AllHappenedOnceAndInOrderAsync(DbConnection store)
    {
        await _enough.CancelAsync();
        await _writing;
        await UntilAsync(() => _writers.All(writer => writer.Heard.Count >= writer.Written));
        var counted = store.Query<(string User, long Number, string Text)>("SELECT line_user_id, number, text FROM counted ORDER BY number")
            .ToLookup(row => row.User, row => $"{row.Number}: {row.Text}");
        foreach (var writer in _writers)
        {
            var expected = Enumerable.Range(1, writer.Written).Select(n => $"{n}: text {n}").ToList();
            counted[writer.UserId].ShouldBe(expected, "effects");
            writer.Heard.ShouldBe(expected, "answers");
        }
    }

    public void Dispose() => _enough.Dispose();

    public override string ToString() => string.Join('\n', _writers.Select(writer => $"wrote {writer.Written}, heard {writer.Heard.Count}"));

    private async Task UntilAsync(Func<bool> isSo)
    {
        for (var started = Stopwatch.GetTimestamp(); !isSo();)
        {
            if (Stopwatch.GetElapsedTime(started) > Patience)
                throw new Xunit.Sdk.XunitException($"Not all are answered.\n{this}");
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }
    }

    private sealed class Writer(LinePlatform platform, LinePhone phone)
    {
        private volatile int _begun;
        private volatile int _written;

        public string UserId => phone.UserId;

        public int Begun => _begun;

        /// <summary>Texts that were acknowledged.</summary>
        public int Written => _written;

        public List<string> Heard => KillTests.Heard(phone);

        public async Task WriteAsync(Random random, CancellationToken enough)
        {
            while (!enough.IsCancellationRequested)
            {
                _begun++;
                var post = await phone.SendTextAsync($"text {_begun}");
                for (var body = post!.Body; !post.IsAccepted;)
                {
                    await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, CancellationToken.None);
                    post = await platform.Webhooks.PostAsync(Encoding.UTF8.GetBytes(body));
                }
                _written++;
                await Task.Delay(TimeSpan.FromMilliseconds(random.Next(100, 500)), TimeProvider.System, CancellationToken.None);
            }
        }
    }
}

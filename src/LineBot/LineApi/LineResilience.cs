using System.Net;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace LineBot.LineApi;

/// <summary>
/// What stands between this service and a LINE API that is slow or down: a time-out for each attempt, a circuit breaker,
/// and repetition with jitter of the calls that may be repeated unseen. A reply may not: whether its first attempt was taken
/// has to be known to the outbox, which repeats it by its own rules.
/// </summary>
public sealed class LineResilience : DelegatingHandler
{
    private static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(5);

    /// <summary>Faults that pass: no connection, no answer in time, an error on LINE's side.</summary>
    private static readonly PredicateBuilder<HttpResponseMessage> Trouble = new PredicateBuilder<HttpResponseMessage>()
        .Handle<HttpRequestException>()
        .Handle<TimeoutRejectedException>()
        .HandleResult(response => response.StatusCode >= HttpStatusCode.InternalServerError);

    private readonly ResiliencePipeline<HttpResponseMessage> _once;
    private readonly ResiliencePipeline<HttpResponseMessage> _repeated;

    public LineResilience(HttpMessageHandler network, TimeProvider clock) : base(network)
    {
        var breaker = new CircuitBreakerStrategyOptions<HttpResponseMessage>
        {
            FailureRatio = 0.5,
            MinimumThroughput = 20,
            SamplingDuration = TimeSpan.FromSeconds(10),
            BreakDuration = TimeSpan.FromSeconds(2),
            ShouldHandle = Trouble,
        };
        var retry = new RetryStrategyOptions<HttpResponseMessage>
        {
            MaxRetryAttempts = 2,
            Delay = TimeSpan.FromMilliseconds(200),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            ShouldHandle = Trouble,
        };
        var timeout = new TimeoutStrategyOptions { Timeout = AttemptTimeout };
        // One breaker for both pipelines: LINE is down for all calls or for none.
        var guarded = Pipeline(clock).AddCircuitBreaker(breaker).AddTimeout(timeout).Build();
        _once = guarded;
        _repeated = Pipeline(clock).AddRetry(retry).AddPipeline(guarded).Build();
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var pipeline = MayBeRepeated(request) ? _repeated : _once;
        return await pipeline.ExecuteAsync(
            static async (call, cancel) => await call.Send(call.Request, cancel),
            (Send: (Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>>)base.SendAsync, Request: request), cancellationToken);
    }

    /// <summary>Reading changes nothing, and a retry key lets LINE recognise the repetition.</summary>
    private static bool MayBeRepeated(HttpRequestMessage request) =>
        request.Method == HttpMethod.Get || request.Headers.Contains("X-Line-Retry-Key");

    private static ResiliencePipelineBuilder<HttpResponseMessage> Pipeline(TimeProvider clock) => new() { TimeProvider = clock };
}

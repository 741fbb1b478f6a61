using System.Diagnostics;
using OpenTelemetry.Trace;

namespace LineBot.Operations;

/// <summary>
/// Takes whole traces, so many a second of events and as many of requests, and no part of the others: all of an ordinary day, and under
/// load a part, so that watching the service does not slow it down.
/// </summary>
internal sealed class SomePerSecond(int most) : Sampler
{
    private long _second;
    private int _events;
    private int _requests;

    public override SamplingResult ShouldSample(in SamplingParameters samplingParameters)
    {
        var second = Environment.TickCount64 / 1000;
        if (Interlocked.Exchange(ref _second, second) != second)
            (_events, _requests) = (0, 0);
        var count = samplingParameters.Kind == ActivityKind.Server ? Interlocked.Increment(ref _requests) : Interlocked.Increment(ref _events);
        return new SamplingResult(count <= most);
    }
}

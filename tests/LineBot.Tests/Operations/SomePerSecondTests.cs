using System.Diagnostics;
using LineBot.Operations;
using OpenTelemetry.Trace;

namespace LineBot.Tests.Operations;

public sealed class SomePerSecondTests
{
    [Fact]
    public void Takes_as_many_events_as_it_may_beside_as_many_requests()
    {
        var sampler = new SomePerSecond(10);

        // A second may end in between; two seconds never do in so short a time.
        Taken(sampler, ActivityKind.Consumer, 1000).ShouldBeInRange(10, 20);
        Taken(sampler, ActivityKind.Server, 1000).ShouldBeInRange(10, 20);
    }

    private static int Taken(SomePerSecond sampler, ActivityKind kind, int offered) =>
        Enumerable.Range(0, offered).Count(_ => sampler.ShouldSample(new SamplingParameters(default, ActivityTraceId.CreateRandom(), "x", kind)).Decision
            == SamplingDecision.RecordAndSample);
}

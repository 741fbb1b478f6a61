using LineBot.Tests.Drivers;

namespace LineBot.Tests.Operations;

/// <summary>
/// Alone: services of one process share their meter's name, and what one of them closes, the exporter of another
/// stops hearing.
/// </summary>
[Collection(LineTalkTests.Alone)]
public sealed class TelemetryExportTests
{
    [Fact]
    public async Task An_event_is_one_trace_from_its_arrival_to_its_answer_at_LINE()
    {
        await using var collector = await FakeCollector.StartAsync();
        var settings = new Dictionary<string, string>
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address.ToString(), ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_BSP_SCHEDULE_DELAY"] = "50", ["OTEL_METRIC_EXPORT_INTERVAL"] = "50",
        };
        var userId = "";
        await using (var line = await LineTalk.StartAsync(new LineTalkOptions { Settings = settings }))
        {
            var phone = line.Phone("はな");
            userId = phone.UserId;
            await phone.AskTapAsync("data-remaining@1");
            await line.SettledAsync();
        }

        var answered = collector.Spans.Where(span => span.Name == "event answered" && span.Tags.GetValueOrDefault("linebot.tile") == "DataRemaining").ToList();
        var traces = answered.Select(span => collector.Spans.Where(other => other.TraceId == span.TraceId).ToList()).ToList();
        traces.ShouldContain(trace => IsWhole(trace), string.Join('\n', collector.Spans));
        collector.Text.ShouldContain("linebot_answer_seconds");
        collector.Text.ShouldNotContain(userId);
    }

    private static bool IsWhole(IReadOnlyList<SentSpan> trace)
    {
        SentSpan? Named(string name) => trace.SingleOrDefault(span => span.Name == name);
        var (received, answered, sent, reply) = (Named("event received"), Named("event answered"), Named("message sent"), Named("LINE message/reply"));
        return received is { ParentId: "" } && answered?.ParentId == received.SpanId && sent?.ParentId == answered.SpanId && reply?.ParentId == sent.SpanId
            && received.Tags["linebot.event.id"] == answered.Tags["linebot.event.id"];
    }
}

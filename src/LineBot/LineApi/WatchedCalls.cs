using System.Diagnostics;
using System.Diagnostics.Metrics;
using LineBot.Operations;

namespace LineBot.LineApi;

/// <summary>Counts, times and traces each attempt to call LINE. Neither labels nor spans hold an ID of anybody's.</summary>
public sealed class WatchedCalls(HttpMessageHandler network, Telemetry telemetry, TimeProvider clock) : DelegatingHandler(network)
{
    private const int LongestWord = 20;

    private readonly Counter<long> _calls = telemetry.Count("linebot_line_calls_total", "Calls of LINE's API by what came back");
    private readonly Histogram<double> _seconds = telemetry.Time("linebot_line_call_seconds", "How long LINE's API took to answer");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = NameOf(request.RequestUri!.AbsolutePath);
        // A call belongs to the trace of what it is made for, and begins none of its own.
        using var span = Activity.Current is { Recorded: true } ? telemetry.Source.StartActivity($"LINE {call}", ActivityKind.Client) : null;
        var (started, result) = (clock.GetTimestamp(), "no-answer");
        try
        {
            var response = await base.SendAsync(request, cancellationToken);
            result = ((int)response.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture);
            return response;
        }
        finally
        {
            _calls.Add(1, Label.Of("call", call), Label.Of("result", result));
            _seconds.Record(clock.GetElapsedTime(started).TotalSeconds, Label.Of("call", call));
            span?.SetTag("http.request.method", request.Method.Method).SetTag("http.response.status_code", result);
        }
    }

    /// <summary>The words of a path, without versions and IDs: <c>message/push</c>, <c>user/richmenu</c>.</summary>
    public static string NameOf(string path) =>
        string.Join('/', path.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(part => part != "bot" && part.Length <= LongestWord && part.All(char.IsAsciiLetter)));
}

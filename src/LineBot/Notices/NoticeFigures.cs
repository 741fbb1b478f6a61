using System.Diagnostics.Metrics;
using LineBot.Operations;

namespace LineBot.Notices;

/// <summary>How many notices were told, held and dropped.</summary>
public sealed class NoticeFigures(Telemetry telemetry)
{
    private readonly Counter<long> _notices = telemetry.Meter.CreateCounter<long>(
        "linebot_notices_total", description: "Notices by kind and what became of them");

    public void Count(NoticeKind kind, NoticeState state) => _notices.Add(
        1, new KeyValuePair<string, object?>("kind", kind.Id()), new KeyValuePair<string, object?>("state", Name(state)));

    private static string Name(NoticeState state) => state switch
    {
        NoticeState.Held => "held",
        NoticeState.Told => "told",
        NoticeState.SwitchedOff => "switched-off",
        NoticeState.Unreachable => "unreachable",
        _ => "over-budget",
    };
}

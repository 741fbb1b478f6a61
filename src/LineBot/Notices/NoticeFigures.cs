using System.Diagnostics.Metrics;
using LineBot.Operations;

namespace LineBot.Notices;

/// <summary>How many notices were told, held and dropped.</summary>
public sealed class NoticeFigures(Telemetry telemetry)
{
    private readonly Counter<long> _notices = telemetry.Count(
        "linebot_notices_total", "Notices by kind and what became of them");

    public void Count(NoticeKind kind, NoticeState state) => _notices.Add(
        1, Label.Of("kind", kind.Id()), Label.Of("state", Name(state)));

    private static string Name(NoticeState state) => state switch
    {
        NoticeState.Held => "held",
        NoticeState.Told => "told",
        NoticeState.SwitchedOff => "switched-off",
        NoticeState.Unreachable => "unreachable",
        NoticeState.Late => "late",
        _ => "over-budget",
    };
}

using LineBot.Language;

namespace LineBot.Simulator.Phones.Bench;

/// <summary>Why a line of the wire log is red, for its reader.</summary>
internal static class WireWords
{
    public static string Of(WireLine line, Tongue tongue) => string.Join(" · ", ((string?[])[
        line.Fault is { } fault ? tongue.Say($"障害: {FaultWords.Of(fault, tongue)}", $"Fault: {FaultWords.Of(fault, tongue)}") : null,
        line.Trouble,
        line.IsOut && line.Trouble is { } trouble ? Explained(trouble, tongue) : null,
    ]).OfType<string>());

    /// <summary>What LINE's reasons for a webhook that did not arrive mean.</summary>
    private static string? Explained(string trouble, Tongue tongue) => trouble switch
    {
        "could_not_connect" => tongue.Say("ボットにつながらないか、HTTPの応答ではありません", "Nobody listens there, or what answers is no HTTP"),
        "request_timeout" => tongue.Say("2秒以内に応答がありません", "No answer within two seconds"),
        "error_status_code" => tongue.Say("2xx以外の応答は、届かなかったものとみなされます", "Any answer but 2xx counts as not delivered"),
        _ => null,
    };
}

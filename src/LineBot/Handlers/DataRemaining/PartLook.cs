using LineBot.Data;
using LineBot.Language;

namespace LineBot.Handlers.DataRemaining;

/// <summary>How each kind of data is named and marked. The mark's colour never stands without the name.</summary>
internal static class PartLook
{
    public static string Name(Tongue tongue, PartKind kind) => kind switch
    {
        PartKind.CarryOver => tongue.Say("繰越", "Carry-over"),
        PartKind.Present => tongue.Say("プレゼント", "Present"),
        PartKind.Plan => tongue.Say("基本", "Plan"),
        _ => tongue.Say("追加", "Top-up"),
    };

    public static string Color(PartKind kind) => kind switch
    {
        PartKind.CarryOver => "#4FA678",
        PartKind.Present => "#D9598C",
        PartKind.Plan => "#0B6B3A",
        _ => "#2F6FB0",
    };
}

namespace LineBot.Data;

/// <summary>Where data came from, in the order in which it is used up.</summary>
public enum PartKind
{
    /// <summary>繰越: what was left of last month's plan data.</summary>
    CarryOver,

    /// <summary>プレゼント: given by another subscription.</summary>
    Present,

    /// <summary>基本: this month's plan data, the only part that can be given away or carried over.</summary>
    Plan,

    /// <summary>追加: bought.</summary>
    TopUp,
}

namespace LineBot.Notices;

/// <summary>What one LINE account wants to hear of.</summary>
/// <param name="Off">The kinds that are turned off.</param>
/// <param name="LowLevels">The percentages of data left at which <see cref="NoticeKind.DataLow"/> is told, highest first.</param>
public sealed record NoticeChoices(IReadOnlyList<NoticeKind> Off, IReadOnlyList<int> LowLevels)
{
    /// <summary>The levels that can be chosen.</summary>
    public static readonly IReadOnlyList<int> Levels = [50, 30, 20, 10];

    public bool IsOn(NoticeKind kind) => kind.IsSecurity() || !Off.Contains(kind);
}

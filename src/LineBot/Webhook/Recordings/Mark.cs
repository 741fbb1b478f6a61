namespace LineBot.Webhook.Recordings;

/// <summary>
/// <c>⟦name⟧</c>: in a recorded answer the place of something that is masked or different each time. Whoever compares takes anything there,
/// and whoever edits a recording may write one wherever anything will do.
/// </summary>
public static class Mark
{
    private const char Open = '⟦';
    private const char Close = '⟧';

    public static string Of(string kind) => $"{Open}{kind}{Close}";

    /// <summary>Whether a text is what was recorded, marks aside.</summary>
    public static bool Fits(string recorded, string actual)
    {
        var literals = Literals(recorded);
        if (literals is [var whole])
            return whole == actual;
        if (!actual.StartsWith(literals[0], StringComparison.Ordinal))
            return false;
        var at = literals[0].Length;
        foreach (var literal in literals[1..^1])
        {
            at = actual.IndexOf(literal, at, StringComparison.Ordinal);
            if (at < 0)
                return false;
            at += literal.Length;
        }
        return actual.Length - at >= literals[^1].Length && actual.EndsWith(literals[^1], StringComparison.Ordinal);
    }

    /// <summary>What stands before, between and after the marks.</summary>
    private static List<string> Literals(string recorded)
    {
        var literals = new List<string>();
        var start = 0;
        for (var open = recorded.IndexOf(Open, StringComparison.Ordinal); open >= 0; open = recorded.IndexOf(Open, start))
        {
            var close = recorded.IndexOf(Close, open);
            if (close < 0)
                break;
            literals.Add(recorded[start..open]);
            start = close + 1;
        }
        literals.Add(recorded[start..]);
        return literals;
    }
}

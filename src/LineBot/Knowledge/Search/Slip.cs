namespace LineBot.Knowledge.Search;

/// <summary>One slip of the thumb: a letter wrong, missing, too many, or two in the wrong order.</summary>
internal static class Slip
{
    /// <summary>Whether <paramref name="text"/> holds <paramref name="word"/> with at most one slip, the first or the last letter being right.</summary>
    public static bool IsIn(ReadOnlySpan<char> text, string word)
    {
        for (var start = 0; start + word.Length - 1 <= text.Length; start++)
        {
            for (var length = word.Length - 1; length <= word.Length + 1 && start + length <= text.Length; length++)
            {
                var part = text.Slice(start, length);
                if ((part[0] == word[0] || part[^1] == word[^1]) && IsOneApart(part, word))
                    return true;
            }
        }
        return false;
    }

    private static bool IsOneApart(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        var same = 0;
        while (same < a.Length && same < b.Length && a[same] == b[same])
            same++;
        var restA = a[same..];
        var restB = b[same..];
        if (a.Length == b.Length)
        {
            return restA.IsEmpty || restA[1..].SequenceEqual(restB[1..])
                || (restA.Length > 1 && restA[0] == restB[1] && restA[1] == restB[0] && restA[2..].SequenceEqual(restB[2..]));
        }
        return a.Length < b.Length ? restA.SequenceEqual(restB[1..]) : restA[1..].SequenceEqual(restB);
    }
}

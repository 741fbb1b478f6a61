namespace LineBot.Accounts;

/// <summary>Why a new password cannot be taken.</summary>
public enum PasswordFault
{
    Missing,
    TooShort,
    TooLong,
    HasForbiddenCharacters,

    /// <summary>Among the first that anybody would guess.</summary>
    TooSimple,
}

/// <summary>What a new password must be. Taken exactly as typed; length counts, not which kinds of characters it has.</summary>
public static class PasswordRule
{
    /// <summary>UTF-16 units.</summary>
    public const int Shortest = 12;

    /// <summary>UTF-16 units; longer ones would only make the server work.</summary>
    public const int Longest = 128;

    /// <summary>What has to be left once everything is taken away that a guesser tries first.</summary>
    private const int FewestUnguessed = 6;

    /// <summary>From this many on it takes no more to be called strong.</summary>
    private const int ManyUnguessed = 14;

    private const int ShortestRun = 3;

    /// <summary>Neighbours on a keyboard, in the alphabet and among the digits.</summary>
    private static readonly string[] Rows = ["qwertyuiop", "asdfghjkl", "zxcvbnm", "abcdefghijklmnopqrstuvwxyz", "01234567890"];

    /// <summary>What the lists of leaked passwords are made of, longest first: "password" goes before "pass" does.</summary>
    private static readonly string[] CommonWords =
    [
        .. Lines("common-passwords.txt").Where(word => word.Length >= ShortestRun).OrderByDescending(word => word.Length),
    ];

    /// <summary>The strongest that <see cref="StrengthOf"/> knows.</summary>
    public const int StrengthLevels = 3;

    /// <summary>How strong a password is that can be taken: 2 is fair, <see cref="StrengthLevels"/> is strong.</summary>
    public static int StrengthOf(string password, string loginId) =>
        Unguessed(password.ToLowerInvariant(), loginId.ToLowerInvariant()) < ManyUnguessed ? 2 : StrengthLevels;

    /// <param name="loginId">The login ID that the password is for: it says nothing that a guesser does not know.</param>
    public static PasswordFault? Check(string? typed, string loginId)
    {
        if (string.IsNullOrEmpty(typed))
            return PasswordFault.Missing;
        if (typed.Length < Shortest)
            return PasswordFault.TooShort;
        if (typed.Length > Longest)
            return PasswordFault.TooLong;
        if (typed.Any(char.IsControl))
            return PasswordFault.HasForbiddenCharacters;
        return Unguessed(typed.ToLowerInvariant(), loginId.ToLowerInvariant()) < FewestUnguessed ? PasswordFault.TooSimple : null;
    }

    private static int Unguessed(string password, string loginId)
    {
        foreach (var known in ((string[])[loginId, loginId.Split('@')[0], .. CommonWords]).Where(known => known.Length >= ShortestRun))
            password = password.Replace(known, " ", StringComparison.Ordinal);
        return CountWithoutRuns(Once(password));
    }

    /// <summary>A block that is only repeated says no more than one of it.</summary>
    private static string Once(string text)
    {
        for (var block = 1; block <= text.Length / 2; block++)
        {
            if (text.Where((letter, i) => letter != text[i % block]).Any())
                continue;
            return text[..block];
        }
        return text;
    }

    /// <summary>Counts three or more neighbours in a row, forwards or backwards, and three or more of the same, as one.</summary>
    private static int CountWithoutRuns(string text)
    {
        var count = 0;
        for (var i = 0; i < text.Length; count++)
            i += Math.Max(1, RunAt(text, i));
        return count;
    }

    private static int RunAt(string text, int start)
    {
        var longest = ((int[])[-1, 0, 1]).Max(step =>
        {
            var end = start + 1;
            while (end < text.Length && AreNeighbours(text[end - 1], text[end], step))
                end++;
            return end - start;
        });
        return longest >= ShortestRun ? longest : 0;
    }

    private static bool AreNeighbours(char one, char next, int step) => step == 0
        ? one == next
        : Rows.Any(row => row.IndexOf(one, StringComparison.Ordinal) is >= 0 and var at && at + step is >= 0 and var to && to < row.Length && row[to] == next);

    private static IEnumerable<string> Lines(string resource)
    {
        using var words = new StreamReader(typeof(PasswordRule).Assembly.GetManifestResourceStream(resource)!);
        while (words.ReadLine() is { } line)
        {
            if (!line.StartsWith('#'))
                yield return line;
        }
    }
}

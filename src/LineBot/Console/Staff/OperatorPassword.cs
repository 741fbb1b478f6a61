using System.Security.Cryptography;

namespace LineBot.Console.Staff;

/// <summary>What operators' passwords are like.</summary>
public static class OperatorPassword
{
    public const int Shortest = 12;
    public const int Longest = 256;

    /// <summary>Without letters and digits that are taken for one another.</summary>
    private const string Letters = "abcdefghijkmnpqrstuvwxyz23456789";

    /// <summary>Four groups of five: 100 random bits that can be read out and typed.</summary>
    public static string New() => string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Letters, 5)));

    public static bool IsLongEnough(string password) => password.Length is >= Shortest and <= Longest;
}

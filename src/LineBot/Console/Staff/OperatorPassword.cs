namespace LineBot.Console.Staff;

/// <summary>What operators' passwords are like.</summary>
public static class OperatorPassword
{
    public const int Shortest = 12;
    public const int Longest = 256;

    public static bool IsLongEnough(string password) => password.Length is >= Shortest and <= Longest;
}

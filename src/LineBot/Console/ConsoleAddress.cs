using System.Globalization;

namespace LineBot.Console;

/// <summary>The console's addresses.</summary>
internal static class ConsoleAddress
{
    public const string Root = "/console";
    public const string SignIn = "/console/sign-in";
    public const string SignOut = "/console/sign-out";
    public const string Account = "/console/account";
    public const string Operators = "/console/operators";
    public const string Live = "/console/live";
    public const string Talks = "/console/talks";
    public const string Search = "/console/search";
    public const string Applications = "/console/applications";
    public const string Events = "/console/events";
    public const string Audit = "/console/audit";
    public const string Figures = "/console/figures";
    public const string Gaps = "/console/gaps";
    public const string Canned = "/console/canned";

    public static string Talk(long inquiryId) => string.Create(CultureInfo.InvariantCulture, $"{Talks}/{inquiryId}");

    public static string Application(long id) => string.Create(CultureInfo.InvariantCulture, $"{Applications}/{id}");

    public static string SignInFor(string path) => path == Root ? SignIn : $"{SignIn}?return={Uri.EscapeDataString(path)}";

    /// <summary>Where to go after the sign-in: a page of the console's own, whatever an address asks for.</summary>
    public static string After(string? wanted) =>
        wanted is not null && wanted.StartsWith(Root, StringComparison.Ordinal) && wanted.Length < 500
            && (wanted.Length == Root.Length || wanted[Root.Length] is '/' or '?') && !wanted.Contains('\\', StringComparison.Ordinal)
            ? wanted
            : Root;
}

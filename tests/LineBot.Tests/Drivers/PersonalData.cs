using System.Text.RegularExpressions;

namespace LineBot.Tests.Drivers;

/// <summary>What must never stand in a log, by its shape: it is looked for in everything that a service logs in any test.</summary>
internal static partial class PersonalData
{
    /// <returns>What kind of personal data the text holds; null where it holds none.</returns>
    public static string? FoundIn(string text) => LineUserId().IsMatch(text) ? "a LINE user ID" : FoundBesideIds(RequestId().Replace(text, ""));

    private static string? FoundBesideIds(string text) =>
        PhoneNumber().IsMatch(text) ? "a phone number"
        : MailAddress().IsMatch(text) ? "a mail address"
        : UserCode().IsMatch(text) ? "a user code or a card number"
        : DemoName().IsMatch(text) ? "a name"
        : text.Contains("demo-password", StringComparison.Ordinal) ? "a password"
        : null;

    [GeneratedRegex("U[0-9a-f]{32}")]
    private static partial Regex LineUserId();

    [GeneratedRegex(@"(?<![\d-])0[5789]0-?\d{4}-?\d{4}(?!\d)")]
    private static partial Regex PhoneNumber();

    [GeneratedRegex(@"[\w.+-]+@[\w-]+\.(jp|com)\b")]
    private static partial Regex MailAddress();

    [GeneratedRegex(@"(?<!\d)\d{4}[ -]?\d{4}[ -]?\d{4}[ -]?\d{4}(?!\d)")]
    private static partial Regex UserCode();

    /// <summary>Of a call to LINE or of a trace: now and then one has the digits of a code or a number.</summary>
    [GeneratedRegex("[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}")]
    private static partial Regex RequestId();

    [GeneratedRegex("山田|花子|鈴木|友子|はな|たろう")]
    private static partial Regex DemoName();
}

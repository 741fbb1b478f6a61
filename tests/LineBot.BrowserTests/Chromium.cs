namespace LineBot.BrowserTests;

/// <summary>Where the browser is. It is the machine's own: none is downloaded.</summary>
internal static class Chromium
{
    private static readonly string[] Usual =
    [
        "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", @"C:\Program Files\Google\Chrome\Application\chrome.exe",
    ];

    /// <summary>The path of a Chromium, or null on a machine without one. <c>CHROMIUM_PATH</c> says where to look first.</summary>
    public static string? Path => Usual.Prepend(Environment.GetEnvironmentVariable("CHROMIUM_PATH")).FirstOrDefault(File.Exists);

    public static bool IsMissing => Path is null;

    public static bool IsRequired => Environment.GetEnvironmentVariable("CI") == "true";
}

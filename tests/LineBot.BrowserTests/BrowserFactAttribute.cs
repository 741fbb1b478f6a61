namespace LineBot.BrowserTests;

/// <summary>A test that needs Chromium: skipped where there is none, but never in CI, which has to have one.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        if (Chromium.IsMissing && !Chromium.IsRequired)
            Skip = "There is no Chromium on this machine. Install one, or set CHROMIUM_PATH.";
    }
}

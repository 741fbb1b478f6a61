namespace LineBot.Tests.Drivers;

/// <summary>A test that needs programs of the machine: skipped where one is missing, but never in CI, which has to have them.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ToolFactAttribute : FactAttribute
{
    public ToolFactAttribute(params string[] tools)
    {
        var missing = tools.Where(tool => Find(tool) is null).ToList();
        if (missing.Count > 0 && Environment.GetEnvironmentVariable("CI") != "true")
            Skip = $"There is no {string.Join(", no ", missing)} on this machine.";
    }

    /// <summary>Where a program is; null where it is not.</summary>
    public static string? Find(string tool) =>
        $"{Environment.GetEnvironmentVariable("PATH")}:/usr/sbin".Split(':').Select(folder => Path.Combine(folder, tool)).FirstOrDefault(File.Exists);
}

using LineBot.Tests.Drivers;

namespace LineBot.Tests.Operations;

/// <summary>A test of the published service: skipped where nobody published it, or bwrap or nginx is missing, but never in CI.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PublishedFactAttribute : FactAttribute
{
    /// <param name="variable">Names the folder.</param>
    public PublishedFactAttribute(string variable)
    {
        var lacks = Environment.GetEnvironmentVariable(variable) is null ? $"{variable} names no folder of a published service."
            : new ToolFactAttribute("bwrap", "nginx", "setpriv").Skip;
        if (Environment.GetEnvironmentVariable("CI") != "true")
            Skip = lacks;
    }
}

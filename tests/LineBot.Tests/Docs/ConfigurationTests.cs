using System.Reflection;
using LineBot.Tests.Drivers;

namespace LineBot.Tests.Docs;

public sealed class ConfigurationTests
{
    public static TheoryData<string> Keys => [.. typeof(LineBotService).Assembly.GetTypes()
        .Where(type => type.GetField("Section", BindingFlags.Public | BindingFlags.Static) is not null)
        .SelectMany(type => type.GetProperties().Where(property => property.SetMethod is { IsPublic: true })
            .Select(property => $"{type.GetField("Section")!.GetValue(null)}:{property.Name}"))];

    [Theory]
    [MemberData(nameof(Keys))]
    public void Every_key_is_explained(string key) => Documentation.ShouldContain($"`{key}`");

    private static string Documentation => File.ReadAllText(Path.Combine(Repository.Root, "docs", "configuration.md"));
}

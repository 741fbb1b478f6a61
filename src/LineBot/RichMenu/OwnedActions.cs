using System.Reflection;

namespace LineBot.RichMenu;

/// <summary>The actions that some handler answers, read from the attributes without starting the service.</summary>
public static class OwnedActions
{
    /// <summary>As a button carries them: <c>data-remaining@1</c>.</summary>
    public static IReadOnlySet<string> All() =>
        typeof(OwnedActions).Assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.Name.EndsWith("Handler", StringComparison.Ordinal))
            .SelectMany(type => type.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly))
            .SelectMany(method => method.GetCustomAttributes<ActionAttribute>())
            .Select(action => Postback.To(action.Id, action.Version))
            .ToHashSet(StringComparer.Ordinal);
}

using System.Reflection;
using System.Text.RegularExpressions;
using LineBot.RichMenu;
using LineBot.Tests.Drivers;

namespace LineBot.Tests.Access;

/// <summary>What a forger writes into a button: every parameter that the action's room reads, as the code has them.</summary>
internal static partial class Wishes
{
    private static readonly IReadOnlyDictionary<string, string> Rooms =
        (from type in typeof(OwnedActions).Assembly.GetTypes()
         where type.Name.EndsWith("Handler", StringComparison.Ordinal)
         from method in type.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
         from action in method.GetCustomAttributes<ActionAttribute>()
         select (Id: Postback.To(action.Id, action.Version), Room: type.Namespace!.Split('.')[^1]))
        .ToDictionary(owned => owned.Id, owned => owned.Room, StringComparer.Ordinal);

    public static string Of(string action, Func<string, object> value)
    {
        var parameters = Repository.Sources("src", "LineBot", "Handlers", Rooms[action])
            .SelectMany(file => Parameter().Matches(File.ReadAllText(file))).Select(match => match.Groups[1].Value).Distinct()
            .Select(name => $"{name}={value(name)}").ToList();
        var data = parameters.Count == 0 ? action : $"{action}?{string.Join('&', parameters)}";
        // Longer, LINE would not carry it and the walk would try nothing.
        data.Length.ShouldBeLessThanOrEqualTo(Postback.MaxLength);
        return data;
    }

    [GeneratedRegex(@"Tap\.(?:Number|Parameter)\(""([a-z-]+)""\)")]
    private static partial Regex Parameter();
}

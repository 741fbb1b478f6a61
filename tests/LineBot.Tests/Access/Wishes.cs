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
        var code = string.Concat(Repository.Sources("src", "LineBot", "Handlers", Rooms[action]).Select(File.ReadAllText));
        var constants = Constant().Matches(code).ToLookup(match => match.Groups[1].Value, match => match.Groups[2].Value);
        var parameters = Parameter().Matches(code)
            .SelectMany(match => match.Groups[1].Success ? [match.Groups[1].Value] : constants[match.Groups[2].Value]).Distinct()
            .Select(name => $"{name}={value(name)}").ToList();
        var data = parameters.Count == 0 ? action : $"{action}?{string.Join('&', parameters)}";
        // Longer, LINE would not carry it and the walk would try nothing.
        data.Length.ShouldBeLessThanOrEqualTo(Postback.MaxLength);
        return data;
    }

    [GeneratedRegex(@"Tap\.(?:Number|Parameter)\((?:""([a-z-]+)""|(\w+))\)")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"const string (\w+) = ""([a-z-]+)"";")]
    private static partial Regex Constant();
}

using System.Globalization;

namespace LineBot.Benchmarks.Load;

/// <summary>How much, and how long at most.</summary>
/// <param name="Events">Events to post.</param>
/// <param name="Connections">Connections that post them, each the next one when the last was answered.</param>
/// <param name="Rate">Events offered per second; 0 posts as fast as answers come.</param>
/// <param name="Users">LINE accounts that write.</param>
/// <param name="Store">A store to run on, which another process may be writing to; with none, an empty one of this run.</param>
/// <param name="Tile">The tile that is tapped; with none, the data left is asked for in words.</param>
internal sealed record LoadOptions(
    int Events = 20_000, int Connections = 64, double Rate = 0, int Users = 1_000, string? Store = null, string? Tile = null)
{
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    public static LoadOptions Parse(IReadOnlyList<string> arguments)
    {
        var options = new LoadOptions();
        for (var i = 0; i + 1 < arguments.Count; i += 2)
        {
            if (arguments[i] == "--store")
            {
                options = options with { Store = Path.GetFullPath(arguments[i + 1]) };
                continue;
            }
            var value = double.Parse(arguments[i + 1], CultureInfo.InvariantCulture);
            options = arguments[i] switch
            {
                "--events" => options with { Events = (int)value },
                "--connections" => options with { Connections = (int)value },
                "--rate" => options with { Rate = value },
                "--users" => options with { Users = (int)value },
                var other => throw new ArgumentException($"'{other}' is not known; --events, --connections, --rate, --users and --store are."),
            };
        }
        return options;
    }
}

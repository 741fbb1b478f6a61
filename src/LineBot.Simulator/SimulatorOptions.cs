using System.Globalization;

namespace LineBot.Simulator;

/// <summary>What the command line asks for.</summary>
/// <param name="Folder">Keeps the store and who is who from one run to the next; null is a fresh one each time.</param>
/// <param name="HasBot">False starts no service: another one is to be pointed here.</param>
internal sealed record SimulatorOptions(int Port, string? Folder, bool HasBot)
{
    public const string Usage = """
        LINE in a box: plays the LINE Platform, starts the service beside it and shows phones in the browser.

          --port N       the page's port on this machine; the next free one where it is taken (5080)
          --data FOLDER  keeps the service's store from one run to the next (a fresh one each time)
          --no-bot       starts no service; the settings for one of your own are printed
        """;

    private static readonly SimulatorOptions Default = new(5080, null, true);

    /// <returns>Null for what cannot be understood.</returns>
    public static SimulatorOptions? Read(IReadOnlyList<string> arguments)
    {
        var options = Default;
        for (var i = 0; i < arguments.Count; i++)
        {
            var value = i + 1 < arguments.Count ? arguments[i + 1] : "";
            switch (arguments[i])
            {
                case "--port" when ushort.TryParse(value, CultureInfo.InvariantCulture, out var port) && port > 0:
                    (options, i) = (options with { Port = port }, i + 1);
                    break;
                case "--data" when value.Length > 0:
                    (options, i) = (options with { Folder = Path.GetFullPath(value) }, i + 1);
                    break;
                case "--no-bot":
                    options = options with { HasBot = false };
                    break;
                default:
                    return null;
            }
        }
        return options;
    }
}

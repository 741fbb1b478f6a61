using System.Globalization;
using System.Net;

namespace LineBot.Simulator;

/// <summary>What the command line asks for.</summary>
internal sealed record SimulatorOptions
{
    public const string Usage = """
        LINE in a box: plays the LINE Platform, starts the service beside it and shows phones in the browser.

          --port N              the page's port on this machine; the next free one where it is taken (5080)
          --data FOLDER         keeps the service's store from one run to the next (a fresh one each time)
          --no-bot              starts no service; the settings for one of your own are printed
          --bot URL             talks to a bot that runs elsewhere, in any language, at its webhook's address; starts no service
          --secret TEXT         the channel secret that this bot knows (a new one, which is printed)
          --token TEXT          the channel access token that it knows (a new one, which is printed)
          --assertion-key FILE  the public key (JSON Web Key) with which it asks for tokens v2.1; its id is printed
          --listen ADDRESS      another address than 127.0.0.1, for a bot in a container; whoever reaches it can be any customer
        """;

    /// <summary>The page's port.</summary>
    public int Port { get; private init; } = 5080;

    /// <summary>Keeps the store and who is who from one run to the next; null is a fresh one each time.</summary>
    public string? Folder { get; private init; }

    /// <summary>False starts no service: another one is to be pointed here.</summary>
    public bool HasBot { get; private init; } = true;

    /// <summary>The webhook of a bot that runs elsewhere; null where none was named.</summary>
    public Uri? Bot { get; private init; }

    /// <summary>Null draws one.</summary>
    public string? Secret { get; private init; }

    /// <summary>Null draws one.</summary>
    public string? Token { get; private init; }

    /// <summary>A public key as a JSON Web Key.</summary>
    public string? AssertionKey { get; private init; }

    public IPAddress Listen { get; private init; } = IPAddress.Loopback;

    /// <exception cref="FormatException">It cannot be understood; the message says what and why.</exception>
    public static SimulatorOptions Read(IReadOnlyList<string> arguments)
    {
        var options = new SimulatorOptions();
        for (var i = 0; i < arguments.Count; i++)
        {
            var option = arguments[i];
            if (option == "--no-bot")
            {
                options = options with { HasBot = false };
                continue;
            }
            var value = ++i < arguments.Count ? arguments[i] : "";
            options = option switch
            {
                "--port" => options with { Port = PortNumber(value) },
                "--data" => options with { Folder = Path.GetFullPath(Text(option, value)) },
                "--bot" => options with { Bot = Webhook(value), HasBot = false },
                "--secret" => options with { Secret = Text(option, value) },
                "--token" => options with { Token = Text(option, value) },
                "--assertion-key" => options with { AssertionKey = TextIn(Text(option, value)) },
                "--listen" => options with { Listen = Address(value) },
                _ => throw new FormatException($"There is no option {option}."),
            };
        }
        return options;
    }

    private static int PortNumber(string value) =>
        ushort.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port > 0
            ? port
            : throw new FormatException($"--port wants a number from 1 to 65535, not '{value}'.");

    private static Uri Webhook(string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            ? url
            : throw new FormatException($"--bot wants the whole address of a webhook, such as http://127.0.0.1:3000/webhook, not '{value}'.");

    private static IPAddress Address(string value) =>
        IPAddress.TryParse(value, out var address)
            ? address
            : throw new FormatException($"--listen wants an IP address of this machine, such as 0.0.0.0 for each of them, not '{value}'.");

    private static string TextIn(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FormatException($"The file {path} cannot be read: {e.Message}", e);
        }
    }

    private static string Text(string option, string value) =>
        value.Length > 0 && !value.StartsWith("--", StringComparison.Ordinal) ? value : throw new FormatException($"{option} wants a value.");
}

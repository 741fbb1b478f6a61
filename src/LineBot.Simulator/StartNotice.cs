using System.Net;

namespace LineBot.Simulator;

/// <summary>What the simulator writes when it answers: where its page is, and what a bot of one's own has to know.</summary>
internal static class StartNotice
{
    public static string Of(Simulation simulation, SimulatorOptions options, IPEndPoint listening)
    {
        List<string> lines = ["", $"LINE in a box: {simulation.LineAddress}", ""];
        if (!IPAddress.IsLoopback(listening.Address))
            lines.AddRange([$"It listens on {listening}: whoever reaches that can be any customer, and read what was said.", ""]);
        if (simulation.Elsewhere is not null)
            lines.AddRange([.. Elsewhere(simulation, options), ""]);
        else if (!options.HasBot)
            lines.AddRange([.. simulation.ServiceSettings.Select(setting => $"{setting.Key.Replace(":", "__", StringComparison.Ordinal)}={setting.Value}"), ""]);
        if (simulation.AssertionKeyId is { } key)
            lines.AddRange([$"Key id for assertions: {key}", ""]);
        return string.Join('\n', lines.Select(line => line.Length == 0 ? line : $"  {line}"));
    }

    /// <summary>What the bot knows already is not repeated.</summary>
    private static IEnumerable<string> Elsewhere(Simulation simulation, SimulatorOptions options)
    {
        var channel = simulation.Platform.Channel;
        yield return $"Webhooks go to {simulation.Elsewhere}";
        yield return $"API, in place of https://api.line.me and https://api-data.line.me: {simulation.LineAddress.GetLeftPart(UriPartial.Authority)}";
        yield return $"Channel ID: {channel.Id}";
        if (options.Secret is null)
            yield return $"Channel secret: {channel.Secret}";
        if (options.Token is null)
            yield return $"Channel access token: {channel.AccessToken}";
    }
}

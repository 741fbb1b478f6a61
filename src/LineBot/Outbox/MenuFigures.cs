using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using LineBot.Operations;

namespace LineBot.Outbox;

/// <summary>How switching rich menus fares. A customer whose menu stays behind sees tiles that do not fit their links.</summary>
public sealed class MenuFigures
{
    private readonly ConcurrentDictionary<long, bool> _late = new();
    private readonly Counter<long> _switches;

    public MenuFigures(Telemetry telemetry)
    {
        _switches = telemetry.Count("linebot_menu_switches_total", "Switches of a customer's rich menu by outcome");
        telemetry.Observe("linebot_menu_switches_late", "Switches of rich menus that failed and are tried again", () => _late.Count);
    }

    public void Failed(OutgoingMessage message)
    {
        if (message.Kind == OutgoingKind.Menu)
            _late[message.Id] = true;
    }

    /// <summary>Another node goes on with it.</summary>
    public void Dropped(OutgoingMessage message) => _late.TryRemove(message.Id, out _);

    /// <param name="outcome"><c>taken</c>, <c>expired</c> or <c>refused</c>.</param>
    public void Settled(OutgoingMessage message, string outcome)
    {
        if (message.Kind != OutgoingKind.Menu)
            return;
        _late.TryRemove(message.Id, out _);
        _switches.Add(1, Label.Of("outcome", outcome));
    }
}

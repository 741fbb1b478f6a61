using Line.Messaging;

namespace LineBot.RichMenu;

/// <summary>From what a customer did to the method that owns it.</summary>
public sealed class Router(HandlerMap map)
{
    private static readonly IReadOnlyDictionary<string, string> NoParameters = new Dictionary<string, string>();

    /// <summary>
    /// Reads the event and finds its owner. The owner is null for a message, which only the customer's state can assign
    /// (<see cref="OwnersOfMessage"/>), and for what nobody answers.
    /// </summary>
    public (Tap Tap, HandlerMethod? Owner) Read(string eventId, WebhookEvent e)
    {
        var user = e.Source?.UserId ?? "";
        if (e is PostbackEvent postback)
        {
            return Postback.TryParse(postback.Data, out var button) && map.OfButton(button) is { } owner
                ? (new Tap(user, e, eventId, button.Parameters, null), owner)
                : (new Tap(user, e, eventId, NoParameters, null), map.OfAction(Tiles.OldButton));
        }
        var text = (e as MessageEvent)?.Message is TextContent content ? content.Text : null;
        return (new Tap(user, e, eventId, NoParameters, text), e is MessageEvent ? null : map.OfEvent(e.GetType()));
    }

    /// <summary>
    /// Who may answer a message, best first: whose link typed it, the action that the customer was asked to answer, the open talk,
    /// the tile whose words were typed, whoever takes what is left,
    /// and at last the one who tells that nobody understood it.
    /// </summary>
    public IEnumerable<(HandlerMethod Owner, bool WasAsked)> OwnersOfMessage(Tap tap, Expectation? expected, DateTimeOffset now)
    {
        if (tap.Text is not null && map.OfBeginning(tap.Text) is { } link)
            yield return (link, false);
        if (expected is not null && now < expected.Until && map.OfAction(expected.Action) is { } asked)
            yield return (asked, true);
        if (map.OfAction(Tiles.OpenTalk) is { } talk)
            yield return (talk, false);
        if (tap.Text is not null && map.OfText(tap.Text) is { } typed)
            yield return (typed, false);
        if (map.OfEvent(typeof(MessageEvent)) is { } rest)
            yield return (rest, false);
        if (map.OfAction(Tiles.NotUnderstood) is { } nobody)
            yield return (nobody, false);
    }

    public HandlerMethod? TooMany => map.OfAction(Tiles.TooMany);

    public HandlerMethod? Apology => map.OfAction(Tiles.Apology);
}

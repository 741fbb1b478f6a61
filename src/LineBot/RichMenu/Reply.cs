using Line.Messaging;

namespace LineBot.RichMenu;

/// <summary>What a handler answers. It is stored with the handler's changes, in one transaction, and sent by the outbox.</summary>
public sealed record Reply
{
    public static readonly Reply Nothing = new();

    /// <summary>"Not for me": the router goes on to the typed words and the fallback. Only for a handler that was expecting a text.</summary>
    public static readonly Reply Pass = new();

    private Reply()
    {
    }

    /// <summary>Up to five messages to the customer who tapped.</summary>
    public IReadOnlyList<Message> Messages { get; private init; } = [];

    /// <summary>Messages to other customers who have to hear of it.</summary>
    public IReadOnlyList<(string LineUserId, IReadOnlyList<Message> Messages)> Told { get; private init; } = [];

    /// <summary>The LINE accounts whose links changed, so that their rich menu has to follow.</summary>
    public IReadOnlyList<string> MenusToSwitch { get; private init; } = [];

    /// <summary>The action that gets the customer's next typed text; null leaves things as they are, empty ends the waiting.</summary>
    public Expectation? Next { get; private init; }

    public static Reply With(params IReadOnlyList<Message> messages) => new() { Messages = messages };

    public Reply Telling(string lineUserId, params IReadOnlyList<Message> messages) =>
        this with { Told = [.. Told, (lineUserId, messages)] };

    public Reply SwitchingMenuOf(string lineUserId) =>
        this with { MenusToSwitch = [.. MenusToSwitch, lineUserId] };

    /// <summary>The customer's next texts go to <paramref name="action"/> until <paramref name="until"/>, or until it answers without asking again.</summary>
    public Reply Expecting(string action, DateTimeOffset until) =>
        this with { Next = new Expectation(action, until) };

    /// <summary>Typed text means what it always means again.</summary>
    public Reply ExpectingNothing() => this with { Next = Expectation.None };
}

/// <summary>Which action gets the next typed text, and how long.</summary>
public sealed record Expectation(string Action, DateTimeOffset Until)
{
    public static readonly Expectation None = new("", DateTimeOffset.MinValue);
}

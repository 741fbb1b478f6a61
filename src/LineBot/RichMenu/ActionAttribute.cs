namespace LineBot.RichMenu;

/// <summary>
/// Marks the method that answers a postback action. <c>room</c> or <c>room/step</c>, kebab-case.
/// Raise <see cref="Version"/> when buttons that are already in people's talks no longer mean the same:
/// taps on those are then answered politely instead of being misread.
/// </summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class ActionAttribute(string id) : Attribute
{
    public string Id { get; } = id;

    public int Version { get; init; } = 1;
}

/// <summary>
/// Everyday words that mean the same as tapping. Compared after normalisation (width, case, spaces, punctuation),
/// as the whole text or, for words of three characters and more, inside a short sentence.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class WordsAttribute(params string[] words) : Attribute
{
    public IReadOnlyList<string> Words { get; } = words;

    /// <summary>Only as the whole text: inside a sentence these words are not what it is about.</summary>
    public bool OnlyAlone { get; init; }
}

/// <summary>
/// Marks the method that gets texts which begin with these words and may go on: what a link of ours typed into the talk.
/// Nobody writes such a thing by chance, so it goes before whatever the customer was asked to answer. What is no such thing after all
/// is passed on with <see cref="Reply.Pass"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TypedByLinkAttribute(params string[] beginnings) : Attribute
{
    public IReadOnlyList<string> Beginnings { get; } = beginnings;
}

/// <summary>
/// Marks the method that answers a kind of webhook event, by the type of the event. One method a kind.
/// A message goes first to the action that the customer was asked to answer (<see cref="Reply.Expecting"/>), then by its
/// words to a tile; only what nobody took, text or not, reaches the method marked with <c>MessageEvent</c>, and what that
/// passes on is answered by <see cref="Tiles.NotUnderstood"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class OnAttribute(Type eventType) : Attribute
{
    public Type EventType { get; } = eventType;
}

using System.Reflection;
using System.Text;

namespace LineBot.RichMenu;

/// <summary>
/// Who answers what: found in the handlers' attributes when the service starts. Two owners of one action, word or event stop the start.
/// </summary>
public sealed class HandlerMap
{
    private readonly Dictionary<string, (HandlerMethod Method, int Version)> _actions = new(StringComparer.Ordinal);
    private readonly Dictionary<Type, HandlerMethod> _events = [];
    private readonly Dictionary<string, HandlerMethod> _words = new(StringComparer.Ordinal);
    private readonly HashSet<string> _onlyAlone = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HandlerMethod> _beginnings = new(StringComparer.Ordinal);
    private readonly List<KeyValuePair<string, HandlerMethod>> _phrases;

    public HandlerMap(IEnumerable<object> handlers)
    {
        foreach (var handler in handlers)
        {
            foreach (var method in handler.GetType().GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly))
                Add(handler, method);
        }
        _phrases = [.. _words.Where(word => word.Key.Length >= TypedWords.ShortestInsideSentence && !_onlyAlone.Contains(word.Key)).OrderByDescending(word => word.Key.Length)];
    }

    public IReadOnlyCollection<string> Actions => _actions.Keys;

    /// <summary>The method for a button, or null when the button is older than today's meaning or was never ours.</summary>
    public HandlerMethod? OfButton(Postback button) =>
        _actions.TryGetValue(button.Action, out var owner) && owner.Version == button.Version ? owner.Method : null;

    public HandlerMethod? OfAction(string action) =>
        _actions.TryGetValue(action, out var owner) ? owner.Method : null;

    public HandlerMethod? OfEvent(Type eventType) => _events.GetValueOrDefault(eventType);

    /// <summary>The method whose words were typed: as the whole text, or the longest of them inside a short sentence.</summary>
    public HandlerMethod? OfText(string text)
    {
        var typed = TypedWords.Normalise(text);
        if (_words.TryGetValue(typed, out var owner))
            return owner;
        return typed.Length <= TypedWords.LongestSentence
            ? _phrases.Find(phrase => typed.Contains(phrase.Key, StringComparison.Ordinal)).Value
            : null;
    }

    /// <summary>The method that gets texts of this beginning, or null.</summary>
    public HandlerMethod? OfBeginning(string text)
    {
        var typed = TypedWords.Normalise(text);
        return _beginnings.FirstOrDefault(beginning => typed.StartsWith(beginning.Key, StringComparison.Ordinal)).Value;
    }

    /// <summary>The map as it is logged at start: one line an action, event or word.</summary>
    public string Describe()
    {
        var lines = new StringBuilder();
        foreach (var (action, owner) in _actions.OrderBy(action => action.Key, StringComparer.Ordinal))
            lines.Append("\n  ").Append(action).Append('@').Append(owner.Version).Append(" → ").Append(owner.Method.Name);
        foreach (var (type, owner) in _events.OrderBy(type => type.Key.Name, StringComparer.Ordinal))
            lines.Append("\n  ").Append(type.Name).Append(" → ").Append(owner.Name);
        foreach (var (beginning, owner) in _beginnings)
            lines.Append("\n  ").Append(beginning).Append("… → ").Append(owner.Name);
        foreach (var words in _words.GroupBy(word => word.Value))
            lines.Append("\n  ").AppendJoin(" / ", words.Select(word => word.Key)).Append(" → ").Append(words.Key.Name);
        return lines.ToString();
    }

    private void Add(object handler, MethodInfo method)
    {
        var actions = method.GetCustomAttributes<ActionAttribute>().ToList();
        var events = method.GetCustomAttributes<OnAttribute>().ToList();
        var words = method.GetCustomAttribute<WordsAttribute>();
        var typed = method.GetCustomAttribute<TypedByLinkAttribute>();
        if (actions.Count == 0 && events.Count == 0 && words is null && typed is null)
            return;
        var owner = HandlerMethod.Of(handler, method);
        foreach (var action in actions)
            Own(_actions, action.Id, (Method: owner, action.Version), taken => taken.Method, owner);
        foreach (var e in events)
            Own(_events, e.EventType, owner, taken => taken, owner);
        foreach (var word in words?.Words ?? [])
            Own(_words, TypedWords.Normalise(word), owner, taken => taken, owner);
        if (words is { OnlyAlone: true })
            _onlyAlone.UnionWith(words.Words.Select(TypedWords.Normalise));
        foreach (var beginning in typed?.Beginnings ?? [])
            Own(_beginnings, TypedWords.Normalise(beginning), owner, taken => taken, owner);
    }

    private static void Own<TKey, TOwner>(
        Dictionary<TKey, TOwner> owners, TKey what, TOwner owner, Func<TOwner, HandlerMethod> methodOf, HandlerMethod method)
        where TKey : notnull
    {
        if (!owners.TryAdd(what, owner))
            throw new InvalidOperationException($"'{what}' has two owners: {methodOf(owners[what]).Name} and {method.Name}.");
    }
}

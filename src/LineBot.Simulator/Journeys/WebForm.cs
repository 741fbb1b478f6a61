namespace LineBot.Simulator.Journeys;

/// <summary>A form as it stands on a page, to fill in and send.</summary>
public sealed class WebForm
{
    private readonly List<(string Name, string Value)> _values = [];
    private readonly HashSet<string> _names = [];
    private readonly List<(string Label, string? Name, string Value)> _buttons = [];

    internal WebForm(Uri page, HtmlPiece form)
    {
        Action = new Uri(page, form["action"] ?? page.AbsoluteUri);
        IsPost = string.Equals(form["method"], "post", StringComparison.OrdinalIgnoreCase);
    }

    public Uri Action { get; private set; }

    public bool IsPost { get; }

    /// <summary>Every field's name, hidden ones included.</summary>
    public IReadOnlyCollection<string> Names => _names;

    /// <summary>What the buttons say.</summary>
    public IEnumerable<string> Buttons => _buttons.Select(button => button.Label);

    public bool Has(string name) => _names.Contains(name);

    public string? this[string name] => _values.Find(value => value.Name == name).Value;

    /// <summary>Fills in, chooses or ticks; replaces what stood there.</summary>
    public WebForm Fill(string name, string value)
    {
        if (!Has(name))
            throw new JourneyException($"The form has no field '{name}'. It has: {string.Join(", ", _names)}");
        _values.RemoveAll(field => field.Name == name);
        _values.Add((name, value));
        return this;
    }

    /// <summary>Sends it elsewhere than the page says, as somebody does who tries to get at what is not theirs.</summary>
    public WebForm Redirect(Uri address)
    {
        Action = address;
        return this;
    }

    /// <summary>Takes a tick away.</summary>
    public WebForm Clear(string name)
    {
        _values.RemoveAll(field => field.Name == name);
        return this;
    }

    /// <summary>What is sent when the button that says <paramref name="button"/> is pressed; null presses the first.</summary>
    internal IEnumerable<KeyValuePair<string, string>> Values(string? button)
    {
        var pressed = button is null ? _buttons.FirstOrDefault() : _buttons.Find(candidate => candidate.Label == button);
        if (button is not null && pressed.Label is null)
            throw new JourneyException($"The form has no button '{button}'. It has: {string.Join(", ", Buttons)}");
        foreach (var (name, value) in _values)
            yield return new(name, value);
        if (pressed.Name is not null)
            yield return new(pressed.Name, pressed.Value);
    }

    internal void AddField(string name, string? value)
    {
        _names.Add(name);
        if (value is not null)
            _values.Add((name, value));
    }

    internal void AddButton(string label, string? name, string value) => _buttons.Add((label, name, value));
}

using System.Globalization;
using System.Text;

namespace Line.Messaging;

/// <summary>
/// A place in what is checked, and the checks of what stands there. The path is only spelled out when something is wrong,
/// and the checks take the name of a property, so that nothing is made for what is right.
/// </summary>
internal sealed class Spot
{
    private readonly List<LimitViolation> _found;
    private readonly Spot? _parent;
    private readonly string _name;
    private readonly int _index;

    private Spot(List<LimitViolation> found, Spot? parent, string name, int index) =>
        (_found, _parent, _name, _index) = (found, parent, name, index);

    public Spot(List<LimitViolation> found, string name)
        : this(found, null, name, -1)
    {
    }

    public Spot At(string name) => new(_found, this, name, -1);

    public Spot At(string name, int index) => new(_found, this, name, index);

    public Spot Item(int index) => new(_found, _parent, _name, index);

    public void Fail(string limit, string found) => _found.Add(new LimitViolation(ToString(), limit, found));

    /// <summary>Characters as LINE counts most of them: UTF-16 units. See https://developers.line.biz/en/docs/messaging-api/text-character-count/.</summary>
    public void Units(string name, string? text, int min, int max)
    {
        if (Present(name, text, min) && text!.Length > max)
            At(name).Fail($"at most {max} UTF-16 units", $"{text.Length}");
    }

    /// <summary>Characters as people count them, as LINE counts labels and such: a family emoji is one.</summary>
    public void Graphemes(string name, string? text, int min, int max)
    {
        // There are never more clusters than units, so that almost nothing has to be counted.
        if (!Present(name, text, min) || text!.Length <= max)
            return;
        var clusters = new StringInfo(text).LengthInTextElements;
        if (clusters > max)
            At(name).Fail($"at most {max} grapheme clusters", $"{clusters}");
    }

    public void Count(int count, int min, int max, string what)
    {
        if (count < min || count > max)
            Fail(min == max ? $"exactly {min} {what}" : min == 0 ? $"at most {max} {what}" : $"{min} to {max} {what}", $"{count}");
    }

    public void Range(string name, double value, double min, double max)
    {
        if (!(value >= min && value <= max))
            At(name).Fail(string.Create(CultureInfo.InvariantCulture, $"{min} to {max}"), value.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Whether something is there that can be looked into. Only callers without nullable checks fail this.</summary>
    public bool Exists(object? value)
    {
        if (value is null)
            Fail("required", "nothing");
        return value is not null;
    }

    private bool Present(string name, string? text, int min)
    {
        if (text is null || text.Length == 0)
        {
            if (min > 0)
                At(name).Fail("required", text is null ? "nothing" : "an empty text");
            return false;
        }
        return true;
    }

    public override string ToString()
    {
        var path = new StringBuilder();
        Append(path);
        return path.ToString();
    }

    private void Append(StringBuilder path)
    {
        _parent?.Append(path);
        if (path.Length > 0)
            path.Append('.');
        path.Append(_name);
        if (_index >= 0)
            path.Append('[').Append(_index).Append(']');
    }
}

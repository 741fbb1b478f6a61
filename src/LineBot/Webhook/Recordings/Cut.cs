using System.Text;
using System.Text.RegularExpressions;
using LineBot.Inquiries;

namespace LineBot.Webhook.Recordings;

/// <summary>A text of which parts are taken out, one kind after the other, and replaced. What is taken is found no second time.</summary>
internal sealed class Cut
{
    /// <summary>Stands where something was taken; no text has it.</summary>
    private const char Gone = '\uFFFF';

    private readonly string _text;
    private readonly List<(int Start, int Length, string Instead)> _taken = [];

    public Cut(string text) => Typed = _text = text;

    /// <summary>What is left of it, each character at its place.</summary>
    public string Typed { get; private set; }

    /// <summary>Takes what a pattern finds in full-width and plain letters alike.</summary>
    /// <param name="instead">Gets what was typed.</param>
    public void Take(Regex pattern, Func<string, string> instead)
    {
        foreach (var match in pattern.EnumerateMatches(Masking.Folded(Typed)))
            Take(match.Index, match.Length, instead);
    }

    public void Take(int start, int length, Func<string, string> instead)
    {
        var part = _text.Substring(start, length);
        // Two words of a list can overlap.
        if (length == 0 || Typed.AsSpan(start, length).Contains(Gone))
            return;
        _taken.Add((start, length, instead(part)));
        Typed = string.Concat(Typed.AsSpan(0, start), new string(Gone, length), Typed.AsSpan(start + length));
    }

    public string Together()
    {
        if (_taken.Count == 0)
            return _text;
        var written = new StringBuilder(_text.Length);
        var at = 0;
        foreach (var (start, length, instead) in _taken.OrderBy(one => one.Start))
        {
            written.Append(_text, at, start - at).Append(instead);
            at = start + length;
        }
        return written.Append(_text, at, _text.Length - at).ToString();
    }
}

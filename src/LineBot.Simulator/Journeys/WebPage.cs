using System.Text.RegularExpressions;

namespace LineBot.Simulator.Journeys;

/// <summary>A page as a customer meets it.</summary>
public sealed partial class WebPage
{
    private readonly IReadOnlyList<HtmlPiece> _pieces;

    internal WebPage(Uri address, int status, string html)
    {
        (Address, Status, Html) = (address, status, html);
        _pieces = Journeys.Html.Read(html);
        Forms = WebFormReader.Read(address, _pieces);
    }

    /// <summary>Where the browser ended, after redirects.</summary>
    public Uri Address { get; }

    public int Status { get; }

    public string Html { get; }

    public IReadOnlyList<WebForm> Forms { get; }

    /// <summary>The words on the page, one line for each piece.</summary>
    public string Text => string.Join('\n', _pieces.Where(piece => piece.Name.Length == 0)
        .Select(piece => Space().Replace(piece.Text, " ").Trim()).Where(text => text.Length > 0));

    /// <summary>The form with all these fields.</summary>
    public WebForm Form(params string[] fields) =>
        Forms.FirstOrDefault(form => fields.All(form.Has)) ?? throw new JourneyException(
            $"{Address.AbsolutePath} ({Status}) has no form with {string.Join(", ", fields)}.\n{Text}");

    /// <summary>The form with a button that says this.</summary>
    public WebForm FormWithButton(string label) =>
        Forms.FirstOrDefault(form => form.Buttons.Contains(label)) ?? throw new JourneyException(
            $"{Address.AbsolutePath} ({Status}) has no button '{label}'. It has: {string.Join(", ", Forms.SelectMany(form => form.Buttons))}\n{Text}");

    /// <summary>The address behind the link that says this.</summary>
    public Uri Link(string label)
    {
        for (var i = 0; i < _pieces.Count; i++)
        {
            if (_pieces[i] is { Name: "a", IsEnd: false } link && link["href"] is { } href
                && string.Concat(_pieces.Skip(i + 1).TakeWhile(piece => piece is not { Name: "a", IsEnd: true }).Select(piece => piece.Text)).Trim() == label)
                return new Uri(Address, href);
        }
        throw new JourneyException($"{Address.AbsolutePath} ({Status}) has no link '{label}'.\n{Text}");
    }

    /// <summary>The name of the field whose label says this, and for one of several to choose from its value.</summary>
    public (string Name, string? Value) Field(string label)
    {
        for (var i = 0; i < _pieces.Count; i++)
        {
            if (_pieces[i] is not { Name: "label", IsEnd: false } start)
                continue;
            var inside = _pieces.Skip(i + 1).TakeWhile(piece => piece is not { Name: "label", IsEnd: true }).ToList();
            if (!Space().Replace(string.Join(' ', inside.Select(piece => piece.Text)), " ").Trim().StartsWith(label, StringComparison.Ordinal))
                continue;
            var input = start["for"] is { } id
                ? _pieces.FirstOrDefault(piece => piece["id"] == id)
                : inside.FirstOrDefault(piece => piece.Name is "input" or "select" or "textarea");
            if (input?["name"] is { } name)
                return (name, input["type"] is "radio" or "checkbox" ? input["value"] ?? "on" : null);
        }
        throw new JourneyException($"{Address.AbsolutePath} ({Status}) has no field '{label}'.\n{Text}");
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}

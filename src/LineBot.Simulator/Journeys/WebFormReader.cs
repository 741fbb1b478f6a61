namespace LineBot.Simulator.Journeys;

/// <summary>Finds the forms of a page with what a browser would send of them.</summary>
internal static class WebFormReader
{
    public static IReadOnlyList<WebForm> Read(Uri page, IReadOnlyList<HtmlPiece> pieces)
    {
        var forms = new List<WebForm>();
        WebForm? form = null;
        for (var i = 0; i < pieces.Count; i++)
        {
            if (pieces[i].Name == "form")
            {
                form = pieces[i].IsEnd ? null : new WebForm(page, pieces[i]);
                if (form is not null)
                    forms.Add(form);
            }
            else if (form is not null && !pieces[i].IsEnd && !pieces[i].Has("disabled"))
            {
                Add(form, pieces, i);
            }
        }
        return forms;
    }

    private static void Add(WebForm form, IReadOnlyList<HtmlPiece> pieces, int at)
    {
        var tag = pieces[at];
        switch (tag.Name)
        {
            case "button" when tag["type"] is null or "submit":
                form.AddButton(Inside(pieces, at, "button"), tag["name"], tag["value"] ?? "");
                break;
            case "input" when tag["type"] is "submit":
                form.AddButton(tag["value"] ?? "", tag["name"], tag["value"] ?? "");
                break;
            case "input" when tag["name"] is { } name && tag["type"] is "checkbox" or "radio":
                form.AddField(tag["name"]!, tag.Has("checked") ? tag["value"] ?? "on" : null);
                break;
            case "input" when tag["name"] is { } name && tag["type"] is not ("button" or "reset" or "image"):
                form.AddField(name, tag["value"] ?? "");
                break;
            case "textarea" when tag["name"] is { } name:
                form.AddField(name, Inside(pieces, at, "textarea"));
                break;
            case "select" when tag["name"] is { } name:
                form.AddField(name, Chosen(pieces, at));
                break;
        }
    }

    private static string? Chosen(IReadOnlyList<HtmlPiece> pieces, int select)
    {
        var options = pieces.Select((piece, i) => (piece, i)).Skip(select + 1)
            .TakeWhile(option => option.piece is not { Name: "select", IsEnd: true })
            .Where(option => option.piece is { Name: "option", IsEnd: false }).ToList();
        var chosen = options.Find(option => option.piece.Has("selected"));
        if (chosen.piece is null)
            chosen = options.FirstOrDefault();
        return chosen.piece is null ? null : chosen.piece["value"] ?? Inside(pieces, chosen.i, "option");
    }

    private static string Inside(IReadOnlyList<HtmlPiece> pieces, int start, string name) =>
        string.Concat(pieces.Skip(start + 1).TakeWhile(piece => !(piece.IsEnd && piece.Name == name)).Select(piece => piece.Text)).Trim();
}

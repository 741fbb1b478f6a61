namespace Line.Messaging;

/// <summary>https://developers.line.biz/en/reference/messaging-api/#template-messages</summary>
internal static class TemplateLimits
{
    public static void Template(this Spot spot, Template? template)
    {
        if (!spot.Exists(template))
            return;
        switch (template)
        {
            case ButtonsTemplate buttons:
                Picture(spot, buttons.ThumbnailImageUrl, buttons.ImageBackgroundColor);
                spot.Graphemes("title", buttons.Title, 0, 40);
                spot.Graphemes("text", buttons.Text, 1, buttons.ThumbnailImageUrl is null && buttons.Title is null ? 160 : 60);
                Actions(spot, buttons.DefaultAction, buttons.Actions, 1, 4);
                break;
            case ConfirmTemplate confirm:
                spot.Graphemes("text", confirm.Text, 1, 240);
                Actions(spot, null, confirm.Actions, 2, 2);
                break;
            case CarouselTemplate carousel:
                Carousel(spot, carousel.Columns);
                break;
            case ImageCarouselTemplate pictures:
                ImageCarousel(spot, pictures.Columns);
                break;
        }
    }

    private static void Carousel(Spot spot, IReadOnlyList<CarouselColumn>? columns)
    {
        var place = spot.At("columns");
        if (!place.Exists(columns))
            return;
        place.Count(columns!.Count, 1, 10, "columns");
        for (var i = 0; i < columns.Count; i++)
        {
            var at = place.Item(i);
            if (!at.Exists(columns[i]))
                return;
            var column = columns[i];
            Picture(at, column.ThumbnailImageUrl, column.ImageBackgroundColor);
            at.Graphemes("title", column.Title, 0, 40);
            at.Graphemes("text", column.Text, 1, column.ThumbnailImageUrl is null && column.Title is null ? 120 : 60);
            Actions(at, column.DefaultAction, column.Actions, 1, 3);
            AsTheFirst(at, columns[0], column);
        }
    }

    private static void AsTheFirst(Spot spot, CarouselColumn first, CarouselColumn column)
    {
        if (column.Actions?.Count != first.Actions?.Count)
            spot.At("actions").Fail($"as many as in the first column ({first.Actions?.Count})", $"{column.Actions?.Count}");
        if (column.ThumbnailImageUrl is null != first.ThumbnailImageUrl is null)
            spot.At("thumbnailImageUrl").Fail("in all columns or in none", column.ThumbnailImageUrl is null ? "none here" : "one here");
        if (column.Title is null != first.Title is null)
            spot.At("title").Fail("in all columns or in none", column.Title is null ? "none here" : "one here");
    }

    private static void ImageCarousel(Spot spot, IReadOnlyList<ImageCarouselColumn>? columns)
    {
        var place = spot.At("columns");
        if (!place.Exists(columns))
            return;
        place.Count(columns!.Count, 1, 10, "columns");
        for (var i = 0; i < columns.Count; i++)
        {
            var at = place.Item(i);
            if (!at.Exists(columns[i]))
                continue;
            at.Resource("imageUrl", columns[i].ImageUrl);
            at.At("action").Action(columns[i].Action, ActionPlace.ImageCarousel);
        }
    }

    private static void Picture(Spot spot, string? url, string? background)
    {
        if (url is not null)
            spot.Resource("thumbnailImageUrl", url);
        spot.OpaqueColor("imageBackgroundColor", background);
    }

    private static void Actions(Spot spot, LineAction? standard, IReadOnlyList<LineAction>? actions, int min, int max)
    {
        if (standard is not null)
            spot.At("defaultAction").Action(standard, ActionPlace.Flex);
        var place = spot.At("actions");
        if (!place.Exists(actions))
            return;
        place.Count(actions!.Count, min, max, "actions");
        for (var i = 0; i < actions.Count; i++)
            place.Item(i).Action(actions[i], ActionPlace.Template);
    }
}

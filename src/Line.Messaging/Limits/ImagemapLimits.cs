namespace Line.Messaging;

/// <summary>https://developers.line.biz/en/reference/messaging-api/#imagemap-message</summary>
internal static class ImagemapLimits
{
    public static void Check(Spot spot, ImagemapMessage imagemap)
    {
        spot.Resource("baseUrl", imagemap.BaseUrl);
        spot.Units("altText", imagemap.AltText, 1, 1500);
        if (spot.At("baseSize").Exists(imagemap.BaseSize))
        {
            spot.At("baseSize").Range("width", imagemap.BaseSize.Width, 1040, 1040);
            spot.At("baseSize").Range("height", imagemap.BaseSize.Height, 1, int.MaxValue);
        }
        if (imagemap.Video is { } video)
            Video(spot.At("video"), video);
        if (!spot.At("actions").Exists(imagemap.Actions))
            return;
        spot.At("actions").Count(imagemap.Actions.Count, 0, 50, "actions");
        for (var i = 0; i < imagemap.Actions.Count; i++)
            Action(spot.At("actions", i), imagemap.Actions[i]);
    }

    private static void Action(Spot spot, ImagemapAction? action)
    {
        if (!spot.Exists(action))
            return;
        Area(spot.At("area"), action!.Area);
        spot.Units("label", action.Label, 0, 100);
        switch (action)
        {
            case UriImagemapAction uri:
                spot.Link("linkUri", uri.LinkUri);
                break;
            case MessageImagemapAction message:
                spot.Units("text", message.Text, 1, 400);
                break;
            case ClipboardImagemapAction clipboard:
                spot.Units("clipboardText", clipboard.ClipboardText, 1, 1000);
                break;
        }
    }

    private static void Area(Spot spot, ImagemapArea? area)
    {
        if (!spot.Exists(area))
            return;
        spot.Range("x", area!.X, 0, int.MaxValue);
        spot.Range("y", area.Y, 0, int.MaxValue);
    }

    private static void Video(Spot spot, ImagemapVideo video)
    {
        spot.Resource("originalContentUrl", video.OriginalContentUrl);
        spot.Resource("previewImageUrl", video.PreviewImageUrl);
        Area(spot.At("area"), video.Area);
        if (video.ExternalLink is not { } link)
            return;
        spot.At("externalLink").Link("linkUri", link.LinkUri);
        spot.At("externalLink").Units("label", link.Label, 1, 30);
    }
}

namespace Line.Messaging;

/// <summary>https://developers.line.biz/en/reference/messaging-api/#imagemap-message</summary>
internal static class ImagemapLimits
{
    public static void Check(Spot spot, ImagemapMessage imagemap)
    {
        spot.At("baseUrl").Resource(imagemap.BaseUrl);
        spot.At("altText").Units(imagemap.AltText, 1, 1500);
        if (spot.At("baseSize").Exists(imagemap.BaseSize))
        {
            spot.At("baseSize").At("width").Range(imagemap.BaseSize.Width, 1040, 1040);
            spot.At("baseSize").At("height").Range(imagemap.BaseSize.Height, 1, int.MaxValue);
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
        spot.At("area").Exists(action!.Area);
        spot.At("label").Units(action.Label, 0, 100);
        switch (action)
        {
            case UriImagemapAction uri:
                spot.At("linkUri").Link(uri.LinkUri);
                break;
            case MessageImagemapAction message:
                spot.At("text").Units(message.Text, 1, 400);
                break;
            case ClipboardImagemapAction clipboard:
                spot.At("clipboardText").Units(clipboard.ClipboardText, 1, 1000);
                break;
        }
    }

    private static void Video(Spot spot, ImagemapVideo video)
    {
        spot.At("originalContentUrl").Resource(video.OriginalContentUrl);
        spot.At("previewImageUrl").Resource(video.PreviewImageUrl);
        spot.At("area").Exists(video.Area);
        if (video.ExternalLink is not { } link)
            return;
        spot.At("externalLink").At("linkUri").Link(link.LinkUri);
        spot.At("externalLink").At("label").Units(link.Label, 1, 30);
    }
}

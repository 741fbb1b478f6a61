namespace Line.Messaging;

/// <summary>https://developers.line.biz/en/reference/messaging-api/#flex-message</summary>
internal static class FlexLimits
{
    // LINE names no number; this one keeps the checks and the JSON from going arbitrarily deep.
    public const int MaxNesting = 20;

    public static void Container(this Spot spot, FlexContainer? container)
    {
        if (!spot.Exists(container))
            return;
        var animated = FlexPictures.Animated(container!);
        if (animated > 10)
            spot.Fail("at most 10 animated images", $"{animated}");
        if (container is FlexBubble alone)
            Bubble(spot, alone);
        if (container is FlexCarousel carousel)
            Carousel(spot.At("contents"), carousel.Contents);
    }

    private static void Carousel(Spot spot, IReadOnlyList<FlexBubble>? bubbles)
    {
        if (!spot.Exists(bubbles))
            return;
        spot.Count(bubbles!.Count, 1, 12, "bubbles");
        for (var i = 0; i < bubbles.Count; i++)
        {
            var at = spot.Item(i);
            if (!at.Exists(bubbles[i]))
                return;
            Bubble(at, bubbles[i]);
            if (bubbles[i].Hero is FlexVideo)
                at.At("hero").Fail("no video in a carousel", nameof(FlexVideo));
            if (SizeOf(bubbles[i]) != SizeOf(bubbles[0]))
                at.At("size").Fail($"as the first bubble ({SizeOf(bubbles[0])})", $"{SizeOf(bubbles[i])}");
        }
    }

    private static FlexBubbleSize SizeOf(FlexBubble bubble) => bubble.Size ?? FlexBubbleSize.Mega;

    private static void Bubble(Spot spot, FlexBubble bubble)
    {
        Block(spot.At("header"), bubble.Header);
        Hero(spot.At("hero"), bubble);
        Block(spot.At("body"), bubble.Body);
        Block(spot.At("footer"), bubble.Footer);
        if (bubble.Styles is { } styles)
        {
            Style(spot.At("styles").At("header"), styles.Header);
            Style(spot.At("styles").At("hero"), styles.Hero);
            Style(spot.At("styles").At("body"), styles.Body);
            Style(spot.At("styles").At("footer"), styles.Footer);
        }
        OwnAction(spot, bubble.Action);
    }

    private static void Block(Spot spot, FlexBox? box)
    {
        if (box is not null)
            Component(spot, box, null, 0);
    }

    private static void Hero(Spot spot, FlexBubble bubble)
    {
        switch (bubble.Hero)
        {
            case null:
                break;
            case FlexVideo video:
                if (SizeOf(bubble) is not (FlexBubbleSize.Kilo or FlexBubbleSize.Mega or FlexBubbleSize.Giga))
                    spot.Fail("a video in a kilo, mega or giga bubble only", $"{bubble.Size}");
                Video(spot, video);
                break;
            case FlexBox or FlexImage:
                Component(spot, bubble.Hero, null, 0);
                break;
            default:
                spot.Fail("a box, an image or a video", bubble.Hero.ToString());
                break;
        }
    }

    private static void Video(Spot spot, FlexVideo video)
    {
        spot.Resource("url", video.Url);
        spot.Resource("previewUrl", video.PreviewUrl);
        spot.AspectRatio("aspectRatio", video.AspectRatio);
        if (video.AltContent is FlexBox or FlexImage)
            Component(spot.At("altContent"), video.AltContent, null, 0);
        else
            spot.At("altContent").Fail("a box or an image", video.AltContent?.ToString() ?? "nothing");
        if (video.Action is not (null or UriAction))
            spot.At("action").Fail("a URI action", video.Action.ToString());
        OwnAction(spot, video.Action);
    }

    private static void Style(Spot spot, FlexBlockStyle? style)
    {
        spot.Color("backgroundColor", style?.BackgroundColor);
        spot.Color("separatorColor", style?.SeparatorColor);
    }

    private static void Component(Spot spot, FlexComponent? component, FlexLayout? inside, int depth)
    {
        if (!spot.Exists(component))
            return;
        if (inside is { } layout)
            CheckPlace(spot, component!, layout);
        if (component is FlexPlaced placed)
            Placed(spot, placed);
        switch (component)
        {
            case FlexBox box:
                Box(spot, box, depth);
                break;
            case FlexText text:
                FlexTextLimits.Text(spot, text);
                OwnAction(spot, text.Action);
                break;
            case FlexButton button:
                spot.Share("flex", button.Flex);
                spot.Color("color", button.Color);
                spot.At("action").Action(button.Action, ActionPlace.FlexButton);
                break;
            case FlexImage image:
                Image(spot, image);
                break;
            case FlexIcon icon:
                spot.Resource("url", icon.Url);
                spot.TextSize("size", icon.Size);
                spot.AspectRatio("aspectRatio", icon.AspectRatio);
                break;
            case FlexSeparator separator:
                spot.Gap("margin", separator.Margin);
                spot.Color("color", separator.Color);
                break;
            case FlexFiller filler:
                spot.Share("flex", filler.Flex);
                break;
        }
    }

    private static void CheckPlace(Spot spot, FlexComponent component, FlexLayout layout)
    {
        var fits = layout == FlexLayout.Baseline
            ? component is FlexText or FlexIcon or FlexFiller
            : component is not (FlexIcon or FlexSpan or FlexVideo);
        if (!fits)
            spot.Fail(layout == FlexLayout.Baseline ? "text, icons and fillers in a baseline box" : "no icon, span or video in this box", component.ToString());
    }

    private static void Placed(Spot spot, FlexPlaced placed)
    {
        spot.Gap("margin", placed.Margin);
        spot.Offset("offsetTop", placed.OffsetTop);
        spot.Offset("offsetBottom", placed.OffsetBottom);
        spot.Offset("offsetStart", placed.OffsetStart);
        spot.Offset("offsetEnd", placed.OffsetEnd);
    }

    private static void Box(Spot spot, FlexBox box, int depth)
    {
        FlexBoxLimits.Box(spot, box);
        OwnAction(spot, box.Action);
        var place = spot.At("contents");
        if (!place.Exists(box.Contents))
            return;
        if (depth == MaxNesting)
        {
            place.Fail($"at most {MaxNesting} boxes inside each other", $"more than {MaxNesting}");
            return;
        }
        for (var i = 0; i < box.Contents.Count; i++)
            Component(place.Item(i), box.Contents[i], box.Layout, depth + 1);
    }

    private static void Image(Spot spot, FlexImage image)
    {
        spot.Resource("url", image.Url);
        spot.Share("flex", image.Flex);
        spot.ImageSize("size", image.Size);
        spot.AspectRatio("aspectRatio", image.AspectRatio);
        spot.Color("backgroundColor", image.BackgroundColor);
        OwnAction(spot, image.Action);
    }

    private static void OwnAction(Spot spot, LineAction? action)
    {
        if (action is not null)
            spot.At("action").Action(action, ActionPlace.Flex);
    }
}

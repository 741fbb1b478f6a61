namespace Line.Messaging;

/// <summary>https://developers.line.biz/en/reference/messaging-api/#f-text</summary>
internal static class FlexTextLimits
{
    public static void Text(Spot spot, FlexText text)
    {
        if (text.Contents is null or { Count: 0 } && string.IsNullOrEmpty(text.Text))
            spot.At("text").Fail("a text or spans", text.Text is null ? "nothing" : "an empty text");
        spot.Share("flex", text.Flex);
        spot.TextSize("size", text.Size);
        spot.Color("color", text.Color);
        spot.LineSpacing("lineSpacing", text.LineSpacing);
        if (text.MaxLines < 0)
            spot.At("maxLines").Fail("0 or more", $"{text.MaxLines}");
        for (var i = 0; i < text.Contents?.Count; i++)
            Span(spot.At("contents", i), text.Contents[i]);
    }

    private static void Span(Spot spot, FlexSpan? span)
    {
        if (!spot.Exists(span))
            return;
        spot.TextSize("size", span!.Size);
        spot.Color("color", span.Color);
    }
}

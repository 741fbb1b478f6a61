namespace Line.Messaging;

/// <summary>Counts the animated images of a Flex message, in all its bubbles and boxes together.</summary>
internal static class FlexPictures
{
    public static int Animated(FlexContainer container) => container switch
    {
        FlexCarousel carousel => carousel.Contents?.Sum(bubble => bubble is null ? 0 : Animated(bubble)) ?? 0,
        FlexBubble bubble => Animated(bubble.Header, 0) + Animated(bubble.Hero, 0) + Animated(bubble.Body, 0) + Animated(bubble.Footer, 0),
        _ => 0,
    };

    private static int Animated(FlexComponent? component, int depth) => component switch
    {
        FlexImage { Animated: true } => 1,
        FlexBox box when depth <= FlexLimits.MaxNesting => box.Contents?.Sum(part => Animated(part, depth + 1)) ?? 0,
        _ => 0,
    };
}

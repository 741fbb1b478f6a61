namespace Line.Messaging;

/// <summary>https://developers.line.biz/en/reference/messaging-api/#box</summary>
internal static class FlexBoxLimits
{
    public static void Box(Spot spot, FlexBox box)
    {
        spot.At("flex").Share(box.Flex);
        spot.At("spacing").Gap(box.Spacing);
        spot.At("backgroundColor").Color(box.BackgroundColor);
        spot.At("borderColor").Color(box.BorderColor);
        spot.At("borderWidth").BorderWidth(box.BorderWidth);
        spot.At("cornerRadius").Gap(box.CornerRadius);
        spot.At("width").Length(box.Width);
        spot.At("maxWidth").Length(box.MaxWidth);
        spot.At("height").Length(box.Height);
        spot.At("maxHeight").Length(box.MaxHeight);
        spot.At("paddingAll").Offset(box.PaddingAll);
        spot.At("paddingTop").Offset(box.PaddingTop);
        spot.At("paddingBottom").Offset(box.PaddingBottom);
        spot.At("paddingStart").Offset(box.PaddingStart);
        spot.At("paddingEnd").Offset(box.PaddingEnd);
        if (box.Background is FlexLinearGradient gradient)
            Gradient(spot.At("background"), gradient);
    }

    private static void Gradient(Spot spot, FlexLinearGradient gradient)
    {
        spot.At("angle").Angle(gradient.Angle);
        if (spot.At("startColor").Exists(gradient.StartColor))
            spot.At("startColor").Color(gradient.StartColor);
        if (spot.At("endColor").Exists(gradient.EndColor))
            spot.At("endColor").Color(gradient.EndColor);
        spot.At("centerColor").Color(gradient.CenterColor);
        spot.At("centerPosition").Percent(gradient.CenterPosition);
    }
}

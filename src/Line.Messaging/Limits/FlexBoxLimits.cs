namespace Line.Messaging;

/// <summary>https://developers.line.biz/en/reference/messaging-api/#box</summary>
internal static class FlexBoxLimits
{
    public static void Box(Spot spot, FlexBox box)
    {
        spot.Share("flex", box.Flex);
        spot.Gap("spacing", box.Spacing);
        spot.Color("backgroundColor", box.BackgroundColor);
        spot.Color("borderColor", box.BorderColor);
        spot.BorderWidth("borderWidth", box.BorderWidth);
        spot.Gap("cornerRadius", box.CornerRadius);
        spot.Length("width", box.Width);
        spot.Length("maxWidth", box.MaxWidth);
        spot.Length("height", box.Height);
        spot.Length("maxHeight", box.MaxHeight);
        spot.Padding("paddingAll", box.PaddingAll);
        spot.Padding("paddingTop", box.PaddingTop);
        spot.Padding("paddingBottom", box.PaddingBottom);
        spot.Padding("paddingStart", box.PaddingStart);
        spot.Padding("paddingEnd", box.PaddingEnd);
        if (box.Background is FlexLinearGradient gradient)
            Gradient(spot.At("background"), gradient);
    }

    private static void Gradient(Spot spot, FlexLinearGradient gradient)
    {
        spot.Angle("angle", gradient.Angle);
        if (spot.At("startColor").Exists(gradient.StartColor))
            spot.Color("startColor", gradient.StartColor);
        if (spot.At("endColor").Exists(gradient.EndColor))
            spot.Color("endColor", gradient.EndColor);
        spot.Color("centerColor", gradient.CenterColor);
        spot.Percent("centerPosition", gradient.CenterPosition);
    }
}

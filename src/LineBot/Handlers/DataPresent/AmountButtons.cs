using Line.Messaging;
using LineBot.Language;
using LineBot.RichMenu;

namespace LineBot.Handlers.DataPresent;

/// <summary>The amounts that can be chosen, in rows of three.</summary>
internal static class AmountButtons
{
    private const int MostChoices = 24;
    private const int ChoicesInRow = 3;

    /// <summary>Every multiple of the unit; where those are too many, evenly spread ones and the largest.</summary>
    public static FlexBox Of(Tongue tongue, long mostKb, long unitKb, string action, params (string Name, object Value)[] parameters) =>
        Of(tongue, Choices(mostKb, unitKb), action, parameters);

    public static FlexBox Of(Tongue tongue, IEnumerable<long> amounts, string action, params (string Name, object Value)[] parameters) =>
        FlexBox.Vertical([.. amounts.Chunk(ChoicesInRow).Select(row => Row(tongue, row, action, parameters))]) with { Spacing = "sm" };

    private static FlexBox Row(Tongue tongue, long[] amounts, string action, (string Name, object Value)[] parameters) => FlexBox.Horizontal(
        [.. amounts.Select(kb => new FlexButton(Card.Tap(tongue.Data(kb), Postback.To(action, [.. parameters, ("mb", kb / 1_000)])))
        {
            Style = FlexButtonStyle.Secondary, Height = FlexButtonHeight.Small, AdjustMode = FlexAdjustMode.ShrinkToFit,
        })]) with { Spacing = "sm" };

    private static IEnumerable<long> Choices(long mostKb, long unitKb)
    {
        var units = mostKb / unitKb;
        var stride = (units + MostChoices - 1) / MostChoices;
        for (var unit = stride; unit < units; unit += stride)
            yield return unit * unitKb;
        yield return mostKb;
    }
}

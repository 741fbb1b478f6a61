using System.Globalization;
using System.Text.RegularExpressions;

namespace Line.Messaging;

/// <summary>Where an action stands: what may stand there, and how long its label may be.</summary>
internal enum ActionPlace
{
    Template,
    ImageCarousel,
    QuickReply,
    FlexButton,
    Flex,
    RichMenu,
}

/// <summary>https://developers.line.biz/en/reference/messaging-api/#action-objects</summary>
internal static partial class ActionLimits
{
    public static void Action(this Spot spot, LineAction? action, ActionPlace place)
    {
        if (!spot.Exists(action))
            return;

        var (labelMin, labelMax) = LabelOf(place);
        spot.Graphemes("label", action!.Label, labelMin, labelMax);
        CheckPlace(spot, action, place);
        CheckOwn(spot, action);
    }

    private static (int Min, int Max) LabelOf(ActionPlace place) => place switch
    {
        ActionPlace.Template => (1, 20),
        ActionPlace.ImageCarousel => (0, 12),
        ActionPlace.QuickReply => (1, 20),
        ActionPlace.FlexButton => (1, 40),
        ActionPlace.Flex => (0, 40),
        _ => (0, 20),
    };

    private static void CheckPlace(Spot spot, LineAction action, ActionPlace place)
    {
        if (action is CameraAction or CameraRollAction or LocationAction && place != ActionPlace.QuickReply)
            spot.Fail("in a quick reply only", action.ToString());
        if (action is RichMenuSwitchAction && place != ActionPlace.RichMenu)
            spot.Fail("in a rich menu only", action.ToString());
        if (action is UnknownAction)
            spot.Fail("an action that can be sent", action.ToString());
    }

    private static void CheckOwn(Spot spot, LineAction action)
    {
        switch (action)
        {
            case PostbackAction postback:
                spot.Units("data", postback.Data, 1, 300);
                spot.Graphemes("displayText", postback.DisplayText, 0, 300);
                spot.Graphemes("fillInText", postback.FillInText, 0, 300);
                if (postback.FillInText is not null && postback.InputOption != InputOption.OpenKeyboard)
                    spot.At("fillInText").Fail("only with the input option openKeyboard", postback.InputOption?.ToString() ?? "none");
                break;
            case MessageAction message:
                spot.Graphemes("text", message.Text, 1, 300);
                break;
            case UriAction uri:
                spot.Link("uri", uri.Uri);
                if (uri.AltUriDesktop is not null)
                    spot.At("altUri").Link("desktop", uri.AltUriDesktop);
                break;
            case DatetimePickerAction picker:
                CheckPicker(spot, picker);
                break;
            case ClipboardAction clipboard:
                spot.Units("clipboardText", clipboard.ClipboardText, 1, 1000);
                break;
            case RichMenuSwitchAction change:
                spot.Units("data", change.Data, 1, 300);
                if (!AliasId().IsMatch(change.RichMenuAliasId ?? ""))
                    spot.At("richMenuAliasId").Fail("1 to 32 of a-z 0-9 _ -", $"{change.RichMenuAliasId?.Length ?? 0} characters");
                break;
        }
    }

    private static void CheckPicker(Spot spot, DatetimePickerAction picker)
    {
        spot.Units("data", picker.Data, 1, 300);
        var format = picker.Mode switch
        {
            DatetimePickerMode.Date => "yyyy-MM-dd",
            DatetimePickerMode.Time => "HH:mm",
            _ => "yyyy-MM-dd'T'HH:mm",
        };
        CheckChoice(spot.At("initial"), picker.Initial, format);
        var max = CheckChoice(spot.At("max"), picker.Max, format);
        var min = CheckChoice(spot.At("min"), picker.Min, format);
        if (min >= max)
            spot.At("max").Fail("later than min", "not later");
    }

    private static DateTime? CheckChoice(Spot spot, string? choice, string format)
    {
        if (choice is null)
            return null;
        // LINE writes the T of a datetime as t too.
        var read = DateTime.TryParseExact(
            choice.Replace('t', 'T'), format, CultureInfo.InvariantCulture, DateTimeStyles.NoCurrentDateDefault, out var instant);
        if (!read)
            spot.Fail($"written {format.Replace("'", "", StringComparison.Ordinal)}", $"{choice.Length} characters");
        else if (format.StartsWith('y') && instant.Year is < 1900 or > 2100)
            spot.Fail("from 1900 to 2100", $"{instant.Year}");
        return read ? instant : null;
    }

    [GeneratedRegex("^[a-z0-9_-]{1,32}\\z")]
    internal static partial Regex AliasId();
}

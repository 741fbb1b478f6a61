using System.Text.Json.Serialization;

namespace Line.Messaging;

/// <summary>What a picker asks for.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DatetimePickerMode>))]
public enum DatetimePickerMode
{
    /// <summary>A day, <c>yyyy-MM-dd</c>.</summary>
    [JsonStringEnumMemberName("date")]
    Date,

    /// <summary>A time of day, <c>HH:mm</c>.</summary>
    [JsonStringEnumMemberName("time")]
    Time,

    /// <summary>Both, <c>yyyy-MM-ddTHH:mm</c>.</summary>
    [JsonStringEnumMemberName("datetime")]
    Datetime,
}

/// <summary>
/// Lets the user pick a day or a time, which comes back in <see cref="PostbackEvent.Params"/> without a time zone.
/// See https://developers.line.biz/en/reference/messaging-api/#datetime-picker-action.
/// </summary>
/// <param name="Label"><inheritdoc cref="LineAction" path="/param[@name='Label']"/></param>
/// <param name="Data">What comes back with it, up to 300 UTF-16 units.</param>
/// <param name="Mode">What to pick.</param>
public sealed record DatetimePickerAction(string? Label, string Data, DatetimePickerMode Mode) : LineAction(Label)
{
    /// <summary>What is chosen at first, written as <see cref="Mode"/> says.</summary>
    public string? Initial { get; init; }

    /// <summary>The last that can be picked, no later than 2100, written as <see cref="Mode"/> says. Later than <see cref="Min"/>.</summary>
    public string? Max { get; init; }

    /// <summary>The first that can be picked, no earlier than 1900, written as <see cref="Mode"/> says.</summary>
    public string? Min { get; init; }
}

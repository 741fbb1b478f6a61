namespace Line.Messaging;

/// <summary>
/// A user tapped something with a postback, a date picker or a rich menu switch. LINE passes on what the button said and checks
/// nothing: anybody can send any data. See https://developers.line.biz/en/reference/messaging-api/#postback-event.
/// </summary>
/// <param name="Data">The data of the action, up to 300 UTF-16 units.</param>
/// <param name="Params">
/// What the user chose: <c>date</c> (<c>yyyy-MM-dd</c>), <c>time</c> (<c>HH:mm</c>) or <c>datetime</c> (<c>yyyy-MM-ddTHH:mm</c>, no time zone)
/// from a picker; <c>newRichMenuAliasId</c> and <c>status</c> (<c>SUCCESS</c>, <c>RICHMENU_ALIAS_ID_NOTFOUND</c>, <c>RICHMENU_NOTFOUND</c>,
/// <c>FAILED</c>) from a switch. Empty for a plain postback.
/// </param>
public sealed record PostbackEvent(string Data, IReadOnlyDictionary<string, string> Params) : WebhookEvent
{
    /// <inheritdoc/>
    public override string Type => "postback";
}

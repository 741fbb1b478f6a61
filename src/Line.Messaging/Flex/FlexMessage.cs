namespace Line.Messaging;

/// <summary>A message with a layout of its own. See https://developers.line.biz/en/reference/messaging-api/#flex-message.</summary>
/// <param name="AltText">What notifications and the talk list show, up to 1,500 UTF-16 units.</param>
/// <param name="Contents">What is shown.</param>
public sealed record FlexMessage(string AltText, FlexContainer Contents) : Message;

namespace LineBot.Simulator.Platform;

/// <summary>The Official Account and its Messaging API channel, as the LINE Developers Console would show them.</summary>
public sealed record Channel(string Id, string Secret, string AccessToken, string BotUserId, string BasicId, string DisplayName)
{
    public static Channel Create(string displayName = "LineBot モバイル") => new(
        Id: "2000000001",
        Secret: RandomId.Hex(32),
        AccessToken: RandomId.Token(64),
        BotUserId: "U" + RandomId.Hex(32),
        BasicId: "@000linebot",
        displayName);
}

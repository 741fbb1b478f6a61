namespace Line.Messaging.Tests.Client;

/// <summary>Every call of the client, with an answer that LINE would give.</summary>
public static class ClientCalls
{
    private const string User = "U4af4980629f7a2b1c3d4e5f60718293a";
    private const string Group = "Ca56f94637c5d1f2e3a4b5c6d7e8f9012";
    private const string Menu = "richmenu-88c05ef6921ae53f8b58a25f3a65faf7";
    private const string MenuJson = """{"richMenuId":"richmenu-1","size":{"width":2500,"height":1686},"selected":true,"name":"n","chatBarText":"メニュー","areas":[]}""";
    private static readonly Guid Key = Guid.Parse("123e4567-e89b-12d3-a456-426614174000");
    private static readonly IReadOnlyList<Message> Messages = [new TextMessage("こんにちは"), new StickerMessage("446", "1988")];
    private static readonly byte[] Written = MessageBatch.Serialize(Messages);
    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10];

    private static readonly RichMenu RichMenu = new(new RichMenuSize(2500, 1686), true, "none-1a2b", "メニュー",
    [
        new RichMenuArea(new RichMenuBounds(0, 0, 1250, 1686), new PostbackAction("残量", "data-remaining@1")),
        new RichMenuArea(new RichMenuBounds(1250, 0, 1250, 1686), new RichMenuSwitchAction("次へ", "page-2", "switched")),
    ]);

    private static readonly RichMenuBatch Batch = new([new RichMenuBatchLink("a", "b"), new RichMenuBatchUnlink("c")]) { ResumeRequestKey = "key-1" };

    public static IReadOnlyDictionary<string, (Func<LineMessagingClient, Task> Call, string Answer)> All { get; } =
        new Dictionary<string, (Func<LineMessagingClient, Task> Call, string Answer)>
        {
            ["ReplyAsync"] = (line => line.ReplyAsync("nHuyWiB7yP5Zw52FIkcQobQuGDXCTA", Written, notificationDisabled: true), "{}"),
            ["ReplyAsync typed"] = (line => line.ReplyAsync("nHuyWiB7yP5Zw52FIkcQobQuGDXCTA", Messages), "{}"),
            ["PushAsync"] = (line => line.PushAsync(User, Written, Key, notificationDisabled: true, ["unit_1"]), "{}"),
            ["PushAsync typed"] = (line => line.PushAsync(Group, Messages, Key), "{}"),
            ["MulticastAsync"] = (line => line.MulticastAsync([User, User], Written, Key, notificationDisabled: true, ["unit_1"]), "{}"),
            ["MulticastAsync typed"] = (line => line.MulticastAsync([User], Messages, Key), "{}"),
            ["BroadcastAsync"] = (line => line.BroadcastAsync(Written, Key, notificationDisabled: true), "{}"),
            ["ValidateAsync reply"] = (line => line.ValidateAsync(SendKind.Reply, Written), "{}"),
            ["ValidateAsync push"] = (line => line.ValidateAsync(SendKind.Push, Written), "{}"),
            ["ValidateAsync multicast"] = (line => line.ValidateAsync(SendKind.Multicast, Written), "{}"),
            ["ValidateAsync narrowcast"] = (line => line.ValidateAsync(SendKind.Narrowcast, Written), "{}"),
            ["ValidateAsync broadcast"] = (line => line.ValidateAsync(SendKind.Broadcast, Written), "{}"),
            ["GetProfileAsync"] = (line => line.GetProfileAsync(User), """{"userId":"U","displayName":"花子","language":"ja"}"""),
            ["GetGroupMemberProfileAsync"] = (line => line.GetGroupMemberProfileAsync(Group, User), """{"userId":"U","displayName":"花子"}"""),
            ["GetRoomMemberProfileAsync"] = (line => line.GetRoomMemberProfileAsync("R1", User), """{"userId":"U","displayName":"花子"}"""),
            ["LeaveGroupAsync"] = (line => line.LeaveGroupAsync(Group), "{}"),
            ["LeaveRoomAsync"] = (line => line.LeaveRoomAsync("R1"), "{}"),
            ["GetFollowerIdsAsync"] = (line => line.GetFollowerIdsAsync("yANU9IA..", 1000), """{"userIds":["U1","U2"],"next":"n"}"""),
            ["IssueLinkTokenAsync"] = (line => line.IssueLinkTokenAsync(User), """{"linkToken":"NMZTNuVrPTqlr2IF8Bnymkb7rXfYv5EY"}"""),
            ["ShowLoadingAsync"] = (line => line.ShowLoadingAsync(User, 60), "{}"),
            ["MarkAsReadAsync"] = (line => line.MarkAsReadAsync("30yhdy232"), "{}"),
            ["GetBotInfoAsync"] = (line => line.GetBotInfoAsync(), """{"userId":"U","basicId":"@216ru","displayName":"x","chatMode":"chat","markAsReadMode":"manual"}"""),
            ["GetWebhookEndpointAsync"] = (line => line.GetWebhookEndpointAsync(), """{"endpoint":"https://example.jp/webhook","active":true}"""),
            ["SetWebhookEndpointAsync"] = (line => line.SetWebhookEndpointAsync(new Uri("https://example.jp/webhook")), "{}"),
            ["TestWebhookEndpointAsync"] = (line => line.TestWebhookEndpointAsync(new Uri("https://example.jp/webhook")), """{"success":true,"timestamp":"2026-09-30T05:38:20.031Z","statusCode":200,"reason":"OK","detail":"200"}"""),
            ["TestWebhookEndpointAsync set"] = (line => line.TestWebhookEndpointAsync(), """{"success":false,"timestamp":"2026-09-30T05:38:20.031Z","statusCode":0,"reason":"COULD_NOT_CONNECT","detail":"TLS handshake failure"}"""),
            ["GetQuotaAsync"] = (line => line.GetQuotaAsync(), """{"type":"limited","value":1000}"""),
            ["GetQuotaConsumptionAsync"] = (line => line.GetQuotaConsumptionAsync(), """{"totalUsage":500}"""),
            ["GetDeliveryCountAsync reply"] = (line => line.GetDeliveryCountAsync(SendKind.Reply, new DateOnly(2026, 9, 1)), """{"status":"ready","success":10000}"""),
            ["GetDeliveryCountAsync push"] = (line => line.GetDeliveryCountAsync(SendKind.Push, new DateOnly(2026, 9, 1)), """{"status":"unready"}"""),
            ["GetContentAsync"] = (line => Dispose(line.GetContentAsync("325708")), "bytes"),
            ["GetContentPreviewAsync"] = (line => Dispose(line.GetContentPreviewAsync("325708")), "bytes"),
            ["GetContentStateAsync"] = (line => line.GetContentStateAsync("325708"), """{"status":"succeeded"}"""),
            ["CreateRichMenuAsync"] = (line => line.CreateRichMenuAsync(RichMenu), """{"richMenuId":"richmenu-1"}"""),
            ["ValidateRichMenuAsync"] = (line => line.ValidateRichMenuAsync(RichMenu), "{}"),
            ["UploadRichMenuImageAsync"] = (line => line.UploadRichMenuImageAsync(Menu, Png), "{}"),
            ["DownloadRichMenuImageAsync"] = (line => line.DownloadRichMenuImageAsync(Menu), "bytes"),
            ["GetRichMenuAsync"] = (line => line.GetRichMenuAsync(Menu), MenuJson),
            ["ListRichMenusAsync"] = (line => line.ListRichMenusAsync(), $$"""{"richmenus":[{{MenuJson}}]}"""),
            ["DeleteRichMenuAsync"] = (line => line.DeleteRichMenuAsync(Menu), "{}"),
            ["SetDefaultRichMenuAsync"] = (line => line.SetDefaultRichMenuAsync(Menu), "{}"),
            ["GetDefaultRichMenuIdAsync"] = (line => line.GetDefaultRichMenuIdAsync(), """{"richMenuId":"richmenu-1"}"""),
            ["ClearDefaultRichMenuAsync"] = (line => line.ClearDefaultRichMenuAsync(), "{}"),
            ["LinkRichMenuAsync"] = (line => line.LinkRichMenuAsync(User, Menu), "{}"),
            ["UnlinkRichMenuAsync"] = (line => line.UnlinkRichMenuAsync(User), "{}"),
            ["GetRichMenuIdOfUserAsync"] = (line => line.GetRichMenuIdOfUserAsync(User), """{"richMenuId":"richmenu-1"}"""),
            ["LinkRichMenuToManyAsync"] = (line => line.LinkRichMenuToManyAsync(Menu, [User]), "{}"),
            ["UnlinkRichMenuFromManyAsync"] = (line => line.UnlinkRichMenuFromManyAsync([User]), "{}"),
            ["StartRichMenuBatchAsync"] = (line => line.StartRichMenuBatchAsync(Batch), "{}"),
            ["StartRichMenuBatchAsync all"] = (line => line.StartRichMenuBatchAsync(new RichMenuBatch([new RichMenuBatchUnlinkAll()])), "{}"),
            ["ValidateRichMenuBatchAsync"] = (line => line.ValidateRichMenuBatchAsync(Batch), "{}"),
            ["GetRichMenuBatchProgressAsync"] = (line => line.GetRichMenuBatchProgressAsync("request 1"), """{"phase":"succeeded","acceptedTime":"2026-09-30T05:38:20.031Z","completedTime":"2026-09-30T05:39:20.031Z"}"""),
            ["CreateRichMenuAliasAsync"] = (line => line.CreateRichMenuAliasAsync(new RichMenuAlias("page-2", Menu)), "{}"),
            ["UpdateRichMenuAliasAsync"] = (line => line.UpdateRichMenuAliasAsync(new RichMenuAlias("page-2", Menu)), "{}"),
            ["DeleteRichMenuAliasAsync"] = (line => line.DeleteRichMenuAliasAsync("page-2"), "{}"),
            ["GetRichMenuAliasAsync"] = (line => line.GetRichMenuAliasAsync("page-2"), """{"richMenuAliasId":"page-2","richMenuId":"richmenu-1"}"""),
            ["ListRichMenuAliasesAsync"] = (line => line.ListRichMenuAliasesAsync(), """{"aliases":[{"richMenuAliasId":"page-2","richMenuId":"richmenu-1"}]}"""),
        };

    public static TheoryData<string> Names => [.. All.Keys];

    private static async Task Dispose(Task<MessageContentResult> result) => (await result).Dispose();
}

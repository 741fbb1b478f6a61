using System.Text.RegularExpressions;
using LineBot.Simulator.Platform;
using LineBot.Tests.Drivers;

namespace LineBot.Tests.Simulator.Conformity;

/// <summary>LINE's own documents, held against the platform. Every test with a platform holds them against what it did as well.</summary>
public sealed class ConformityTests
{
    private static readonly DateTimeOffset Noon = LineTalk.Noon;

    /// <summary>Parts of LINE that the simulator does not play; docs/simulator.md names them.</summary>
    private static readonly string[] NotPlayed =
    [
        "/v2/bot/group/", "/v2/bot/room/", "/v2/bot/coupon", "/v2/bot/membership/", "/bot/pnp/", "/v2/bot/message/delivery/pnp",
        "/v2/bot/insight/message/event", "/v2/bot/insight/richmenu/",
    ];

    [LineOpenApiFact]
    public async Task Every_address_of_LINEs_is_played_or_said_not_to_be()
    {
        await using var server = await PlatformServer.StartAsync();

        var unplayed = LineOpenApi.Operations.Select(operation => Nameless($"{operation.Method} {operation.Path}"))
            .Except(server.Platform.Addresses.Select(Nameless)).ToList();

        unplayed.Where(address => !Array.Exists(NotPlayed, part => address.Contains(part, StringComparison.Ordinal))).ShouldBeEmpty();
        NotPlayed.Where(part => !unplayed.Exists(address => address.Contains(part, StringComparison.Ordinal))).ShouldBeEmpty("it is played by now");
    }

    [LineOpenApiFact]
    public void An_answer_that_LINE_would_not_give_is_found()
    {
        FaultsOf("GET", "/v2/bot/info", 200, """{"userId":"U1","basicId":"@a","displayName":"a","chatMode":"silent","markAsReadMode":"auto"}""")
            .ShouldBe(["answer.chatMode 'silent' is none of chat, bot"]);
        FaultsOf("GET", "/v2/bot/message/quota/consumption", 200, """{"totalUsage":"none","left":1}""")
            .ShouldBe(["answer.totalUsage is String, not Number", "answer.left is unknown to LINE"]);
        FaultsOf("GET", "/v2/bot/followers/ids", 200, "{}").ShouldBe(["answer.userIds is missing"]);
        FaultsOf("GET", "/v2/bot/info", 418, """{"error":"teapot"}""").ShouldBe(["$.error is unknown to LINE", "$.message is missing"]);
        FaultsOf("GET", "/v2/bot/message/quota", 201, "{}").ShouldBe(["LINE does not answer 201 here"]);
        FaultsOf("GET", "/v2/bot/nowhere", 200, "{}").ShouldBe(["LINE has no such address"]);
    }

    [LineOpenApiFact]
    public void A_request_that_was_granted_and_that_LINE_would_not_grant_is_found() =>
        FaultsOf("POST", "/v2/bot/message/validate/push", 200, "{}", """{"messages":[{"type":"text","text":"a","size":"big"},{"type":"letter"}]}""")
            .ShouldBe(["request.messages[0].size is unknown to LINE", "request.messages[1].type names nothing that LINE knows"]);

    [LineOpenApiFact]
    public void A_webhook_that_LINE_would_not_send_is_found()
    {
        var record = new WireRecord();
        record.Add(number => new WebhookPost(number, Noon, "U1", """{"destination":"U1","events":[{"type":"wave"}]}""", false, 200, null));

        Short(record).ShouldBe(
        [
            "webhook: $.destination has 2, fewer than 33", "webhook: $.destination 'U1' is not like ^U[0-9a-f]{32}$",
            "webhook: $.events[0].type names nothing that LINE knows", "webhook: $.events[0].timestamp is missing",
            "webhook: $.events[0].mode is missing", "webhook: $.events[0].webhookEventId is missing", "webhook: $.events[0].deliveryContext is missing",
        ]);
    }

    private static IEnumerable<string> FaultsOf(string method, string path, int status, string answer, string body = "")
    {
        var record = new WireRecord();
        record.Add(number => new ApiCall(number, Noon, "r", method, path, body, null, status, answer, null, null));
        return Short(record).Select(fault => fault[(fault.IndexOf(": ", StringComparison.Ordinal) + 2)..]);
    }

    /// <summary>What an address calls its variable parts is its own affair.</summary>
    private static string Nameless(string address) => Regex.Replace(address, @"\{\w+\}", "{}");

    private static List<string> Short(WireRecord record) => [.. LineOpenApi.FaultsOf(record).Select(fault => fault.Split('\n')[0])];
}

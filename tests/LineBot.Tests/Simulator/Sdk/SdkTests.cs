using System.Buffers.Binary;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LineBot.Simulator.Platform;
using LineBot.Tests.Drivers;
using LineBot.Tests.Simulator.Platform;

namespace LineBot.Tests.Simulator.Sdk;

/// <summary>LINE's own SDK for Node is an independent reader of the platform: it knows nothing of this project.</summary>
public sealed class SdkTests
{
    // What is refused on purpose, with what LINE says to it.
    private static readonly Dictionary<string, (int Status, string Message)> Refused = new()
    {
        ["replyMessage again"] = (400, "Invalid reply token"),
        ["pushMessage again"] = (409, "The retry key is already accepted"),
        ["validatePush of nonsense"] = (400, "The request body has 1 error(s)"),
    };

    [LineBotSdkFact]
    public async Task Every_call_of_the_SDK_gets_an_answer_that_it_understands()
    {
        await using var line = await PlatformTalk.StartAsync();
        using var key = new AssertionKey(line.Platform);

        var run = await SdkScript.RunAsync("calls.mjs", await NeedsAsync(line, key));

        run.ExitCode.ShouldBe(0, run.Said);
        var calls = run.Said.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(told => JsonSerializer.Deserialize<JsonElement>(told)).ToList();
        foreach (var call in calls)
        {
            var what = call.GetProperty("call").GetString()!;
            if (Refused.TryGetValue(what, out var refused))
                (call.GetProperty("status").GetInt32(), Message(call)).ShouldBe(refused, what);
            else
                call.TryGetProperty("error", out _).ShouldBeFalse(call.ToString());
        }
        Uncalled(line.Platform).ShouldBeEmpty();
        Answer(calls, "getProfile").GetProperty("displayName").GetString().ShouldBe("はな");
        Answer(calls, "getMessageContent").GetInt32().ShouldBe(3);
        Answer(calls, "getNarrowcastProgress").GetProperty("phase").GetString().ShouldBe("waiting");
        Answer(calls, "getRichMenuBatchProgress").GetProperty("phase").GetString().ShouldBe("succeeded");
        line.Phone.Talk.Count(entry => entry.Side == TalkSide.Bot).ShouldBe(4, "a reply, a push, a multicast and a broadcast");
    }

    [LineBotSdkFact]
    public async Task A_bot_written_with_the_SDK_takes_part_in_a_talk()
    {
        await using var line = await PlatformTalk.StartAsync();
        await using var bot = await SdkScript.StartBotAsync(line.Http.BaseAddress!, line.Platform.Channel);
        line.Platform.Webhooks.Url = bot.Webhook;
        var newcomer = line.Platform.AddPhone("けん");

        (await newcomer.FollowAsync())!.IsAccepted.ShouldBeTrue();
        await AnsweredAsync(newcomer, 1);
        await newcomer.SendTextAsync("残量は？🙂");
        await AnsweredAsync(newcomer, 3);
        await newcomer.TapAsync(newcomer.QuickReply!.Value.GetProperty("items")[0].GetProperty("action"));
        await AnsweredAsync(newcomer, 4);

        newcomer.Talk.Select(entry => $"{entry.Side} {entry.Message.Text("altText") ?? entry.Message.Text("text")}")
            .ShouldBe(["Bot けんさん、はじめまして", "Own 残量は？🙂", "Bot 残量は？🙂", "Bot again"]);
    }

    [LineBotSdkFact]
    public async Task The_SDK_takes_no_webhook_whose_signature_is_another_bodys()
    {
        await using var line = await PlatformTalk.StartAsync();
        await using var bot = await SdkScript.StartBotAsync(line.Http.BaseAddress!, line.Platform.Channel);
        line.Platform.Webhooks.Url = bot.Webhook;

        (await line.Platform.Webhooks.PostAsync("{\"events\":[]}"u8.ToArray(), line.Platform.Webhooks.Sign("{}"u8))).Status.ShouldBe(401);
        (await line.Platform.Webhooks.PostAsync("{\"events\":[]}"u8.ToArray())).Status.ShouldBe(200);
    }

    private static Task AnsweredAsync(LinePhone phone, int lines) => Eventually.IsSoAsync(() => phone.Talk.Count == lines, $"line {lines} of the talk");

    private static async Task<string> NeedsAsync(PlatformTalk line, AssertionKey key)
    {
        var said = PlatformTalk.EventOf((await line.Phone.SendTextAsync("こんにちは"))!);
        return new JsonObject
        {
            ["api"] = line.Http.BaseAddress!.AbsoluteUri,
            ["webhook"] = line.Bot.Url.AbsoluteUri,
            ["channelId"] = line.Platform.Channel.Id,
            ["channelSecret"] = line.Platform.Channel.Secret,
            ["token"] = line.Platform.Channel.AccessToken,
            ["keyId"] = key.Id,
            ["privateKey"] = key.Pem,
            ["now"] = line.Clock.GetUtcNow().ToUnixTimeMilliseconds(),
            ["yesterday"] = "20261115",
            ["users"] = new JsonArray(line.Phone.UserId, line.Platform.AddFriend("けん").UserId),
            ["replyToken"] = said.GetProperty("replyToken").GetString(),
            ["markAsReadToken"] = said.GetProperty("message").GetProperty("markAsReadToken").GetString(),
            ["imageId"] = IdOf(await line.Phone.SendImageAsync("abc"u8.ToArray())),
            ["videoId"] = IdOf(await line.Phone.SendVideoAsync("abc"u8.ToArray(), TimeSpan.FromSeconds(3), new StoredFile("image/jpeg", "a"u8.ToArray()))),
            ["menuImage"] = Convert.ToBase64String(Png(800, 250)),
        }.ToJsonString();
    }

    private static string IdOf(WebhookPost? post) => PlatformTalk.EventOf(post!).GetProperty("message").GetProperty("id").GetString()!;

    private static string? Message(JsonElement call) => JsonSerializer.Deserialize<JsonElement>(call.GetProperty("error").GetString()!).GetProperty("message").GetString();

    private static JsonElement Answer(List<JsonElement> calls, string what) => calls.Single(call => call.GetProperty("call").GetString() == what).GetProperty("answer");

    /// <summary>What is played and was not called.</summary>
    private static IEnumerable<string> Uncalled(LinePlatform platform) => platform.Addresses.Where(address =>
        !platform.Record.Calls.Any(call => Regex.IsMatch($"{call.Method} {call.Path.Split('?')[0]}", $"^{Regex.Replace(address, @"\{\w+\}", "[^/]+")}$")));

    /// <summary>As much of a picture as tells how large it is.</summary>
    private static byte[] Png(int width, int height)
    {
        byte[] bytes = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, (byte)'I', (byte)'H', (byte)'D', (byte)'R', .. new byte[8]];
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(20), height);
        return bytes;
    }
}

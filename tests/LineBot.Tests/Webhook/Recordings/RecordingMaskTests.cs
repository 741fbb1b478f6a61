using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Line.Messaging;
using LineBot.Tests.Data;
using LineBot.Webhook.Recordings;

namespace LineBot.Tests.Webhook.Recordings;

public sealed class RecordingMaskTests
{
    public static TheoryData<string> Corpus => [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "webhooks"), "*.json").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Corpus))]
    public void A_masked_webhook_is_still_one_of_LINEs(string file)
    {
        var body = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "webhooks", file));

        var masked = Masked(Keeping(), body);

        var (before, after) = (WebhookRequest.Parse(body).Events, WebhookRequest.Parse(masked).Events);
        after.Select(e => e.GetType()).ShouldBe(before.Select(e => e.GetType()));
        after.Select(e => e.Type).ShouldBe(before.Select(e => e.Type));
        foreach (var (was, now) in before.Zip(after))
        {
            now.Source?.GetType().ShouldBe(was.Source?.GetType());
            (now.WebhookEventId?.Length).ShouldBe(was.WebhookEventId?.Length);
            if (was.Source?.ChatId is { } chat)
                now.Source!.ChatId.ShouldNotBe(chat);
            // A text that is no valid Unicode cannot be counted.
            if (was is MessageEvent { Message: TextContent text } && file != "lone-surrogate.json")
                ((TextContent)((MessageEvent)now).Message).Text.Length.ShouldBe(text.Text.Length, "places in the text are counted in characters");
        }
    }

    [Fact]
    public void The_same_person_is_the_same_pseudonym_in_webhooks_calls_and_paths()
    {
        var mask = Keeping();
        const string user = "U4af4980629c54f25b0e6b8c2d6b0d2f1";

        var webhook = Masked(mask, Encoding.UTF8.GetBytes($$$"""{"events":[{"type":"follow","source":{"type":"user","userId":"{{{user}}}"},"replyToken":"abc1"}]}"""));
        var call = Masked(mask, new RecordedCall(default, "GET", $"/v2/bot/profile/{user}", null, 200, Encoding.UTF8.GetBytes($$"""{"userId":"{{user}}","displayName":"はな","language":"ja"}""")));

        var pseudonym = WebhookRequest.Parse(webhook).Events[0].Source!.ChatId!;
        pseudonym.ShouldMatch("^U[0-9a-f]{32}$");
        pseudonym.ShouldNotBe(user);
        call.Path.ShouldBe($"/v2/bot/profile/{pseudonym}");
        Text(call.Answer).ShouldBe($$"""{"userId":"{{pseudonym}}","displayName":"⟦name⟧","language":"ja"}""");
        Text(webhook).ShouldNotBe(Text(Masked(Keeping(), Encoding.UTF8.GetBytes(Text(webhook)))), "another recording has other pseudonyms");
    }

    [Fact]
    public void Keeps_of_an_answer_what_it_looks_like_and_says()
    {
        var call = Masked(Keeping(), new RecordedCall(default, "POST", "/v2/bot/message/push", Encoding.UTF8.GetBytes(
            """
            {"to":"U4af4980629c54f25b0e6b8c2d6b0d2f1","messages":[{"type":"flex","altText":"陸さんの残量 2,450MB","contents":{"type":"bubble","size":"mega",
            "body":{"type":"box","layout":"vertical","paddingAll":"20px","contents":[{"type":"text","text":"080-0000-0002","size":"xs","color":"#06C755","wrap":true,"flex":0}]},
            "footer":{"type":"box","layout":"vertical","contents":[{"type":"button","action":{"type":"uri","label":"開く","uri":"http://127.0.0.1:5000/data?ticket=Zm9vYmFyYmF6&lang=ja"}},
            {"type":"button","action":{"type":"postback","label":"もう一度","data":"data-present/give@1?to=2&mb=500&request=4f3a2b1c-0000-4000-8000-1234567890ab"}}]}}},
            {"type":"sticker","packageId":"446","stickerId":"1988"}]}
            """), 200, Encoding.UTF8.GetBytes("""{"sentMessages":[{"id":"560000000000000001","quoteToken":"abcd"}]}""")));

        var text = Text(call.Body);
        text.ShouldContain("\"altText\":\"⟦name⟧さんの残量 2,450MB\"");
        text.ShouldContain("\"text\":\"⟦phone⟧\",\"size\":\"xs\",\"color\":\"#06C755\",\"wrap\":true,\"flex\":0");
        text.ShouldContain("\"uri\":\"⟦host⟧/data?ticket=⟦value⟧&lang=ja\"");
        text.ShouldContain("\"data\":\"data-present/give@1?to=2&mb=500&request=⟦token⟧\"");
        text.ShouldContain("\"packageId\":\"446\",\"stickerId\":\"1988\"");
        Text(call.Answer).ShouldBe("""{"sentMessages":[{"id":"⟦id⟧","quoteToken":"⟦token⟧"}]}""");
    }

    [Fact]
    public void Of_what_nobody_knows_nothing_stays()
    {
        var masked = Text(Masked(Keeping(), Encoding.UTF8.GetBytes(
            """
            {"destination":"U0123456789abcdef0123456789abcdef","events":[{"type":"newThing","webhookEventId":"01JDABCDEFGHJKMNPQRSTVWXYZ",
            "secret":"山下","deep":{"pins":[4711,"4712"],"text":"十文字","mode":"a b"},"message":{"type":"location","title":"自宅","address":"港区1-2","latitude":35.6585,"longitude":139.7454}}]}
            """)));

        foreach (var secret in (string[])["山下", "4711", "4712", "十文字", "a b", "自宅", "港区", "35.6", "139.7"])
            masked.ShouldNotContain(secret);
        masked.ShouldContain("\"type\":\"newThing\"");
    }

    [Fact]
    public void Keeps_of_real_people_only_what_enough_others_wrote_or_were_told_as_well()
    {
        var mask = new RecordingMask(Pseudonyms.WithNewKey(), [], new SharedTexts(5));

        var written = Enumerable.Range(0, 6).Select(i => Text(Masked(mask, Wrote(i, "残量")))).ToList();
        var told = Enumerable.Range(0, 6).Select(i => Text(Masked(mask, Told(i, "お客さまの残量です")).Body)).ToList();
        var sameOne = Enumerable.Range(0, 9).Select(_ => Text(Masked(mask, Wrote(1, "わたしの秘密")))).ToList();

        written.Take(4).ShouldAllBe(text => text.Contains("\"text\":\"●●\""));
        written.Skip(4).ShouldAllBe(text => text.Contains("\"text\":\"残量\""));
        told.Take(4).ShouldAllBe(text => text.Contains("\"text\":\"⟦text⟧\"") && text.Contains("\"type\":\"text\""));
        told.Skip(4).ShouldAllBe(text => text.Contains("お客さまの残量です"));
        sameOne.ShouldAllBe(text => !text.Contains("秘密"));
    }

    [Fact]
    public void Of_a_webhook_with_several_chats_it_cannot_be_told_whose_a_text_is()
    {
        var mask = new RecordingMask(Pseudonyms.WithNewKey(), [], new SharedTexts(2));
        var body = Encoding.UTF8.GetBytes($$"""{"events":[{{Event(1, "秘密の話")}},{{Event(2, "秘密の話")}}]}""");

        for (var i = 0; i < 5; i++)
            Text(Masked(mask, body)).ShouldNotContain("秘密");
    }

    [Fact]
    public void Nothing_that_fewer_than_five_people_wrote_or_read_survives()
    {
        var word = ArbMap.Default.GeneratorFor<NonEmptyString>().Select(text => text.Get.Trim()).Where(text => text.Length >= 4 && text.All(char.IsLetterOrDigit));
        var story = word.Select(text => text + "です").ListOf(30).Zip(Gen.Choose(1, 4).ListOf(30));

        Prop.ForAll(Arb.From(story), pairs =>
        {
            var mask = new RecordingMask(Pseudonyms.WithNewKey(), [], new SharedTexts(5));
            foreach (var (text, chats) in pairs.Item1.Zip(pairs.Item2).DistinctBy(pair => pair.First))
            {
                for (var i = 0; i < 12; i++)
                {
                    Text(Masked(mask, Wrote(i % chats, text))).ShouldNotContain(text);
                    Text(Masked(mask, Told(i % chats, text)).Body).ShouldNotContain(text);
                }
            }
        }).Check(Cases.Of(30));
    }

    [Fact]
    public void Remembers_only_so_many_texts()
    {
        var shared = new SharedTexts(2, capacity: 100);
        shared.Note("first", "a").ShouldBeFalse();
        for (var i = 0; i < 100; i++)
            shared.Note($"text {i}", "a");

        shared.Note("first", "b").ShouldBeFalse("it was forgotten and counts as new");
        shared.Note("first", "c").ShouldBeTrue();
        shared.Note("first", null).ShouldBeTrue();
    }

    private static RecordingMask Keeping() => new(Pseudonyms.WithNewKey(), ["陸"], shared: null);

    private static byte[] Masked(RecordingMask mask, byte[] body) => ((RecordedWebhook)mask.Of(new RecordedWebhook(default, body, 200))).Body.ToArray();

    private static RecordedCall Masked(RecordingMask mask, RecordedCall call) => (RecordedCall)mask.Of(call);

    private static byte[] Wrote(int chat, string text) => Encoding.UTF8.GetBytes($$"""{"events":[{{Event(chat, text)}}]}""");

    private static string Event(int chat, string text) =>
        $$$"""{"type":"message","source":{"type":"user","userId":"{{{User(chat)}}}"},"replyToken":"token{{{chat}}}","message":{"type":"text","id":"1","text":{{{JsonSerializer.Serialize(text)}}}}}""";

    private static RecordedCall Told(int chat, string text) => new(default, "POST", "/v2/bot/message/push",
        Encoding.UTF8.GetBytes($$"""{"to":"{{User(chat)}}","messages":[{"type":"text","text":{{JsonSerializer.Serialize(text)}}}]}"""), 200, null);

    private static string User(int chat) => $"U{chat:x32}";

    private static string Text(ReadOnlyMemory<byte>? bytes) => Encoding.UTF8.GetString(bytes!.Value.Span);

    private static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes);
}

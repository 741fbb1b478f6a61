using System.Text;

namespace Line.Messaging.Tests.Webhooks;

public sealed class WebhookEventTests
{
    [Fact]
    public void Reads_what_events_have_in_common()
    {
        var text = Corpus.Only<MessageEvent>("message-text-redelivered");
        text.Type.ShouldBe("message");
        text.WebhookEventId!.Length.ShouldBe(26);
        text.Timestamp.Year.ShouldBe(2026);
        text.Mode.ShouldBe(ChannelMode.Active);
        text.IsRedelivery.ShouldBeTrue();
        text.ReplyToken.ShouldNotBeNullOrEmpty();
        text.Source.ShouldBe(new UserSource("U4af4980629f7a2b1c3d4e5f60718293a"));
        text.Message.ShouldBeOfType<TextContent>().Text.ShouldBe("マイページ");
    }

    [Fact]
    public void Knows_the_chat_of_users_groups_and_rooms()
    {
        Corpus.Only("message-text").Source!.ChatId.ShouldBe("U4af4980629f7a2b1c3d4e5f60718293a");
        var group = Corpus.Only("message-text-emoji-mention-quote").Source!;
        group.ChatId.ShouldBe("Ca56f94637c5d1f2e3a4b5c6d7e8f9012");
        group.UserId.ShouldBe("U4af4980629f7a2b1c3d4e5f60718293a");
        Corpus.Only("join-group").Source!.UserId.ShouldBeNull();
        Corpus.Only("join-room").Source!.ChatId.ShouldBe("Ra8dbf4673c4f1d2e3b4a5c6d7e8f9a01");
        var later = Corpus.Only("unknown-source").Source.ShouldBeOfType<UnknownSource>();
        later.ChatId.ShouldBeNull();
        later.UserId.ShouldBe("U4af4980629f7a2b1c3d4e5f60718293a");
    }

    [Fact]
    public void A_standby_event_cannot_be_answered()
    {
        var standby = Corpus.Only("message-text-standby");
        standby.Mode.ShouldBe(ChannelMode.Standby);
        standby.ReplyToken.ShouldBeNull();
        Corpus.Only("unknown-mode").Mode.ShouldBe(ChannelMode.Unknown);
    }

    [Fact]
    public void A_failed_account_link_names_nobody()
    {
        var failed = Corpus.Only<AccountLinkEvent>("account-link-failed");
        failed.Result.ShouldBe(AccountLinkResult.Failed);
        failed.Nonce.ShouldBe("Y2hhbmdlLW1lLW9uY2UtMDAy");
        failed.Source.ShouldBeNull();
        failed.ReplyToken.ShouldBeNull();
        Corpus.Only<AccountLinkEvent>("account-link-ok").Result.ShouldBe(AccountLinkResult.Ok);
    }

    [Fact]
    public void Finds_emojis_and_mentions_where_they_stand_in_the_text()
    {
        var text = Corpus.Only<MessageEvent>("message-text-emoji-mention-quote").Message.ShouldBeOfType<TextContent>();
        var emoji = text.Emojis.ShouldHaveSingleItem();
        text.Text.Substring(emoji.Index, emoji.Length).ShouldBe("(love)");
        text.Mentionees.Select(mention => text.Text.Substring(mention.Index, mention.Length)).ShouldBe(["@All", "@おうちモバイル", "@花子"]);
        text.Mentionees.Select(mention => mention.Kind).ShouldBe([MentioneeKind.All, MentioneeKind.User, MentioneeKind.User]);
        text.Mentionees.Select(mention => mention.IsSelf).ShouldBe([false, true, false]);
    }

    [Fact]
    public void Reads_what_was_picked_or_switched()
    {
        Corpus.Only<PostbackEvent>("postback").Params.ShouldBeEmpty();
        Corpus.Only<PostbackEvent>("postback-datetime").Params["datetime"].ShouldBe("2026-12-25T01:00");
        var change = Corpus.Only<PostbackEvent>("postback-rich-menu-switch");
        change.Params["newRichMenuAliasId"].ShouldBe("richmenu-alias-b");
        change.Params["status"].ShouldBe("SUCCESS");
    }

    [Fact]
    public void Unescapes_emojis_and_everything_else()
    {
        var text = Corpus.Only<MessageEvent>("escaped-emoji").Message.ShouldBeOfType<TextContent>();
        text.Text.ShouldBe("🤨 残量/& \"\\\n👨\u200D👩");
    }

    [Fact]
    public void Half_an_emoji_is_read_as_a_replacement_character_and_kept_raw()
    {
        var text = Corpus.Only<MessageEvent>("lone-surrogate");
        text.Message.ShouldBeOfType<TextContent>().Text.ShouldBe("\uFFFD \uFFFD\uFFFD!");
        Encoding.UTF8.GetString(text.Raw.Span).ShouldContain("\\uD83D \\uDE00\\uD83D!");
        // Whatever is done with it later takes well-formed text.
        text.Message.ShouldBeOfType<TextContent>().Text.Normalize(NormalizationForm.FormKC).ShouldNotBeNull();
    }

    [Fact]
    public void Bytes_that_are_no_text_are_read_as_replacement_characters()
    {
        byte[] json = [.. "{\"type\":\"postback\",\"postback\":{\"data\":\"a"u8, 0xFF, 0xC3, .. "b\"}}"u8];
        WebhookEvent.Parse(json).ShouldBeOfType<PostbackEvent>().Data.ShouldBe("a\uFFFD\uFFFDb");
    }

    [Fact]
    public void What_LINE_adds_later_is_kept()
    {
        var events = Corpus.Parse("unknown-event").Events;
        events[0].ShouldBeOfType<UnknownEvent>().Type.ShouldBe("somethingNew");
        events[0].ReplyToken.ShouldNotBeNull();
        events[0].Source!.UserId.ShouldNotBeNull();
        Encoding.UTF8.GetString(events[0].Raw.Span).ShouldContain("\"level\": 3");
        events[1].ShouldBeOfType<MessageEvent>();

        var content = Corpus.Only<MessageEvent>("unknown-message").Message.ShouldBeOfType<UnknownContent>();
        content.Type.ShouldBe("hologram");
        Encoding.UTF8.GetString(Corpus.Only("unknown-fields").Raw.Span).ShouldContain("importance");
        Corpus.Only<MessageEvent>("unknown-fields").Message.ShouldBeOfType<TextContent>().Text.ShouldBe("知らない項目つき");
    }

    [Fact]
    public void Words_that_LINE_adds_later_are_unknown_and_no_fault()
    {
        var events = Corpus.Parse("unknown-values").Events;
        events[0].ShouldBeOfType<AccountLinkEvent>().Result.ShouldBe(AccountLinkResult.Unknown);
        events[1].ShouldBeOfType<BeaconEvent>().Action.ShouldBe(BeaconAction.Unknown);
        events[2].ShouldBeOfType<MembershipEvent>().Change.ShouldBe(MembershipChange.Unknown);
        events[3].ShouldBeOfType<ModuleEvent>().Change.ShouldBe(ModuleChange.Unknown);
        events[4].ShouldBeOfType<MessageEvent>().Message.ShouldBeOfType<StickerContent>().ResourceType.ShouldBe("HOLOGRAM");
    }

    [Fact]
    public void A_broken_event_keeps_what_is_sound_of_it_and_harms_no_neighbour()
    {
        var events = Corpus.Parse("broken-events").Events;
        events.Count.ShouldBe(20);
        events.Where((_, i) => i % 2 == 0).ShouldAllBe(broken => broken is UnknownEvent);
        events.Where((_, i) => i % 2 == 1).ShouldAllBe(good => good is FollowEvent);

        events[12].Type.ShouldBe("message");
        events[12].WebhookEventId.ShouldBe("01KABROKEN0MESSAGE0IS0TEXT0");
        events[12].Timestamp.ToUnixTimeMilliseconds().ShouldBe(1790000000002);
        events[16].ReplyToken.ShouldBe("0f1c5bb2ea8e4c4f9d7e7f3a1b2c3d4e");
        events[16].Timestamp.ShouldBe(DateTimeOffset.UnixEpoch);
    }

    [Fact]
    public void Says_nothing_of_a_customer_in_its_text()
    {
        foreach (var name in Corpus.Names())
        {
            foreach (var read in Corpus.Parse(name).Events)
                read.ToString().ShouldBe($"{read.Type} {read.WebhookEventId}");
        }
        Corpus.Only<MessageEvent>("message-text").Message.ToString().ShouldStartWith("text 4");
        Corpus.Only("message-text").Source!.ToString().ShouldBe("user");
    }

    [Fact]
    public void The_dummies_of_the_verify_button_are_read()
    {
        var request = Corpus.Parse("verify-dummies");
        request.Destination.ShouldBeNull();
        request.Events.Select(dummy => dummy.ReplyToken).ShouldBe([new string('0', 32), new string('f', 32)]);
        request.Events.ShouldAllBe(dummy => dummy.WebhookEventId == null && dummy.Mode == ChannelMode.Active);
        Corpus.Parse("verify-empty").Events.ShouldBeEmpty();
    }
}

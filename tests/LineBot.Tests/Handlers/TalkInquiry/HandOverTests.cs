using LineBot.Accounts;
using LineBot.Inquiries;
using LineBot.RichMenu;
using LineBot.Tests.Drivers;
using LineBot.Tests.Language;

namespace LineBot.Tests.Handlers.TalkInquiry;

public sealed class HandOverTests
{
    [Theory]
    [InlineData("ja")]
    [InlineData("en")]
    public async Task Leads_from_the_queue_through_the_talk_to_two_taps_of_judgement(string language)
    {
        await using var line = await LineTalk.StartAsync();
        var phone = await line.PhoneAsync(LinkState.None, language);

        var connecting = await phone.AskTapAsync("talk-inquiry/connect@1");
        var waiting = await phone.AskTapAsync("talk-inquiry@1");
        (await line.Operator().TakeAsync(1)).IsDone.ShouldBeTrue();
        var taken = await phone.NextAnswerAsync();
        await phone.SayAsync("請求書が見つかりません");
        var standing = await phone.AskTapAsync("talk-inquiry@1");
        var ended = await phone.AskAsync("終了");
        var why = await phone.AskTapAsync("talk-inquiry/score@1?inquiry=1&score=5");
        var thanks = await phone.AskTapAsync("talk-inquiry/score-reason@1?inquiry=1&reason=quick");

        Snapshot.MatchJson($"[{string.Join(',', new[] { connecting, waiting, taken, standing, ended, why, thanks }.Select(answer => answer.Json))}]", language);
        (await line.InquiryAsync(1)).ShouldSatisfyAllConditions(
            inquiry => inquiry.ClosedBy.ShouldBe("customer"), inquiry => inquiry.Score.ShouldBe(5), inquiry => inquiry.ScoreReason.ShouldBe("quick"));
    }

    [Fact]
    public async Task The_card_holds_what_was_asked_so_that_nobody_tells_it_twice()
    {
        await using var line = await LineTalk.StartAsync();
        var phone = await line.PhoneAsync(LinkState.None);
        await line.WriteAsync(tx =>
        {
            var questions = line.Part<QuestionStore>();
            questions.Add(tx, phone.UserId, "昔の質問", "none", [], "m0", line.Clock.GetUtcNow().AddHours(-3));
            var id = questions.Add(tx, phone.UserId, "プランを変えたい", "unsure", [new("plan-change", "プラン変更")], "m1", line.Clock.GetUtcNow());
            questions.Note(tx, phone.UserId, id, QuestionOutcomes.NotInHere).ShouldBeTrue();
        });

        (await phone.AskTapAsync("talk-inquiry/connect@1")).Text.ShouldContain("書き直していただく必要はありません");

        var card = (await line.ReadAsync(tx => line.Part<QuestionStore>().CardOf(tx, 1))).ShouldHaveSingleItem();
        card.ShouldSatisfyAllConditions(
            question => question.Asked.ShouldBe("プランを変えたい"), question => question.Shown.ShouldBe([new("plan-change", "プラン変更")]),
            question => question.Outcome.ShouldBe(QuestionOutcomes.NotInHere));
    }

    [Theory]
    [InlineData("2026-11-16T18:59:00", "ただいまの順番は1番目です。")]
    [InlineData("2026-11-16T19:00:00", "11月17日(火) 10:00から順番に、このトークでお答えします")]
    [InlineData("2026-11-16T09:59:00", "11月16日(月) 10:00から順番に、このトークでお答えします")]
    public async Task Tells_the_place_or_when_people_are_back(string time, string told)
    {
        await using var line = await LineTalk.StartAsync(new() { StartsAt = Tokyo.At(time), ClockRuns = false });
        var phone = await line.PhoneAsync(LinkState.None);

        (await phone.AskTapAsync("talk-inquiry/connect@1")).Text.ShouldContain(told);
    }

    [Fact]
    public async Task A_question_left_in_the_evening_comes_back_answered_in_the_morning()
    {
        await using var line = await LineTalk.StartAsync(new() { StartsAt = Tokyo.At("2026-11-16T22:00:00") });
        var phone = await line.PhoneAsync(LinkState.None);
        var id = await line.ConnectAsync(phone);
        (await phone.AskAsync("朝までに教えてください")).Text.ShouldContain("追加しました");

        await line.SettledAsync();
        line.Clock.Turn(TimeSpan.FromHours(12));
        await line.Operator().AnswerAsync(id, "おはようございます。お調べしました。");

        (await phone.NextAnswerAsync()).Texts.Take(2).ShouldBe(["お待たせいたしました。ここからは担当者がお答えします。", "おはようございます。お調べしました。"]);
    }

    [Theory]
    [InlineData(4, "担当者が順番に、このトークでお答えします。")]
    [InlineData(5, "このところ、6分ほどでお答えを始めています。")]
    public async Task Tells_an_honest_wait_once_enough_have_waited(int taken, string told)
    {
        await using var line = await LineTalk.StartAsync();
        var phone = await line.PhoneAsync(LinkState.None);
        await line.WriteAsync(tx =>
        {
            var (inquiries, queue, now) = (line.Part<InquiryStore>(), line.Part<QueueStore>(), line.Clock.GetUtcNow());
            // The middle of 1, 3, 5.5, 30 and 50 minutes; one that was left at night waited for the morning and does not count.
            var waits = new[] { 1, 50, 5.5, 30, 3 }.Take(taken).Select(minutes => (now.AddMinutes(-60), minutes)).Append((now.AddHours(-13), 720));
            foreach (var (n, (opened, minutes)) in waits.Index())
            {
                line.Part<AccountStore>().Ensure(tx, $"U{n}", now);
                var id = inquiries.Open(tx, $"U{n}", opened);
                queue.Take(tx, id, "sato", opened.AddMinutes(minutes));
            }
        });

        (await phone.AskTapAsync("talk-inquiry/connect@1")).Text.ShouldContain(told);
    }

    [Fact]
    public async Task Everything_goes_to_the_operator_in_silence_while_the_menu_goes_on_working()
    {
        await using var line = await LineTalk.StartAsync();
        var phone = await line.PhoneAsync(LinkState.None);
        var id = await line.TalkAsync(phone);

        await phone.SayAsync("残量");
        await phone.Phone.SendStickerAsync();
        await phone.Phone.SendImageAsync(new byte[] { 0xFF, 0xD8, 0xFF, 1 });
        await phone.HearsNothingAsync();
        // Another room asks for a text and gets it; what comes after it is the operator's again.
        await phone.AskTapAsync("linking/user@1");
        await phone.AskAsync("1234");
        await phone.AskTapAsync("data-remaining@1");
        await phone.SkipAsync();
        await line.WriteAsync(tx => line.Part<AccountStore>().Expect(tx, phone.UserId, Expectation.None, line.Clock.GetUtcNow()));
        await phone.SayAsync("マイページ");
        await phone.HearsNothingAsync();

        (await line.SaidInAsync(id)).Select(message => (message.Kind, message.Text)).ShouldBe(
            [("text", "残量"), ("sticker", ""), ("image", ""), ("text", "マイページ")]);
    }

    [Fact]
    public async Task Tells_once_what_was_covered_in_the_talk()
    {
        await using var line = await LineTalk.StartAsync();
        var phone = await line.PhoneAsync(LinkState.None);
        var id = await line.TalkAsync(phone);

        (await phone.AskAsync("カードは ４１１１－１１１１－１１１１－１１１１ です")).Text.ShouldBe("カード番号と思われる部分は、安全のため「●」に置き換え、保存していません。");
        await phone.HearsNothingAsync();

        (await line.SaidInAsync(id)).ShouldHaveSingleItem().Text.ShouldBe("カードは ●●●●－●●●●－●●●●－●●●● です");
    }

    [Fact]
    public async Task An_answer_is_free_while_a_reply_token_lives_and_pushed_afterwards()
    {
        await using var line = await LineTalk.StartAsync();
        var phone = await line.PhoneAsync(LinkState.None);
        var id = await line.TalkAsync(phone);
        var pushed = line.Platform.MonthlyUsage;

        await phone.SayAsync("いつ届きますか");
        await line.SettledAsync();
        (await line.InquiryAsync(id)).ReplyTokenUntil.ShouldNotBeNull();
        await line.Operator().AnswerAsync(id, "明日です");
        (await phone.NextAnswerAsync()).Texts[0].ShouldBe("明日です");
        await line.Operator().AnswerAsync(id, "午前中です");
        (await phone.NextAnswerAsync()).Texts[0].ShouldBe("午前中です");
        await phone.SayAsync("ありがとう");
        await line.SettledAsync();
        line.Clock.Turn(TimeSpan.FromSeconds(51));
        await line.Operator().AnswerAsync(id, "よい一日を");
        (await phone.NextAnswerAsync()).Texts[0].ShouldBe("よい一日を");

        (await line.SaidInAsync(id)).Where(message => message.Author == "operator").Select(message => (message.Text, message.WentBy, message.Sending))
            .ShouldBe([("明日です", "reply", 1), ("午前中です", "push", 1), ("よい一日を", "push", 1)]);
        (line.Platform.MonthlyUsage - pushed).ShouldBe(2);
    }

    [Fact]
    public async Task An_answer_whose_token_LINE_refuses_is_pushed_once()
    {
        await using var line = await LineTalk.StartAsync();
        line.ExpectRefusal(call => call.Path.EndsWith("/reply", StringComparison.Ordinal));
        var phone = await line.PhoneAsync(LinkState.None);
        var id = await line.TalkAsync(phone);
        await line.WriteAsync(tx => line.Part<QueueStore>().KeepReplyToken(tx, id, "spent-before", line.Clock.GetUtcNow().AddSeconds(50)));

        await line.Operator().AnswerAsync(id, "届きました");

        (await phone.NextAnswerAsync()).Texts[0].ShouldBe("届きました");
        await phone.HearsNothingAsync();
        (await line.SaidInAsync(id)).ShouldHaveSingleItem().WentBy.ShouldBe("push");
    }

    [Fact]
    public async Task What_is_taken_back_disappears_with_all_it_brought()
    {
        await using var line = await LineTalk.StartAsync();
        var phone = await line.PhoneAsync(LinkState.None);
        var id = await line.TalkAsync(phone);
        await phone.Phone.SendImageAsync(new byte[] { 0xFF, 0xD8, 0xFF, 1 });
        await line.EventuallyAsync(() => line.Count("SELECT COUNT(*) FROM inquiry_contents") == 1, "the picture to be fetched");
        var message = (await line.SaidInAsync(id)).ShouldHaveSingleItem();
        await line.WriteAsync(tx => line.Part<QuestionStore>().Add(tx, phone.UserId, "消したい質問", "none", [], message.LineMessageId, line.Clock.GetUtcNow()));

        await phone.Phone.UnsendAsync(message.LineMessageId!);
        await line.SettledAsync();

        (await line.SaidInAsync(id)).ShouldHaveSingleItem().UnsentAt.ShouldNotBeNull();
        (await line.ReadAsync(tx => line.Part<AttachmentStore>().Find(tx, message.Id)))!.State.ShouldBe("removed");
        line.Count("SELECT COUNT(*) FROM inquiry_contents").ShouldBe(0);
        line.Count("SELECT COUNT(*) FROM inquiry_questions WHERE asked <> ''").ShouldBe(0);
    }

    [Fact]
    public async Task Judges_only_an_own_inquiry_that_is_over_and_within_a_week()
    {
        await using var line = await LineTalk.StartAsync();
        var (phone, other) = (await line.PhoneAsync(LinkState.None), line.Phone("よその人"));
        var id = await line.TalkAsync(phone);

        (await phone.AskTapAsync($"talk-inquiry/score@1?inquiry={id}&score=5")).Text.ShouldContain("終了しました");
        await phone.AskTapAsync("talk-inquiry/end@1");
        (await phone.AskTapAsync($"talk-inquiry/score-reason@1?inquiry={id}&reason=quick")).Text.ShouldContain("終了しました", Case.Sensitive, "no score yet");
        foreach (var forged in new[] { "0", "6", "x", "" })
            (await phone.AskTapAsync($"talk-inquiry/score@1?inquiry={id}&score={forged}")).Text.ShouldContain("終了しました");
        (await other.AskTapAsync($"talk-inquiry/score@1?inquiry={id}&score=1")).Text.ShouldContain("終了しました");
        (await phone.AskTapAsync($"talk-inquiry/score@1?inquiry={id}&score=1")).Text.ShouldContain("申し訳ありません");
        (await phone.AskTapAsync($"talk-inquiry/score-reason@1?inquiry={id}&reason=rude")).Text.ShouldContain("終了しました");
        await line.WriteAsync(tx => tx.Execute("UPDATE inquiries SET closed_at = closed_at - 604800000"));
        (await phone.AskTapAsync($"talk-inquiry/score@1?inquiry={id}&score=5")).Text.ShouldContain("終了しました");

        (await line.InquiryAsync(id)).ShouldSatisfyAllConditions(inquiry => inquiry.Score.ShouldBe(1), inquiry => inquiry.ScoreReason.ShouldBeNull());
    }
}

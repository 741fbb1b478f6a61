using LineBot.Inquiries;
using LineBot.RichMenu;
using LineBot.Tests.Drivers;
using LineBot.Tests.Handlers;
using LineBot.Tests.Handlers.TalkInquiry;

namespace LineBot.Tests.Inquiries;

public sealed class InquiryDeskTests
{
    [Fact]
    public async Task Of_two_who_take_one_inquiry_one_gets_it_and_the_other_learns_who()
    {
        await using var line = await LineTalk.StartAsync();
        var phone = await line.PhoneAsync(LinkState.None);
        var id = await line.ConnectAsync(phone);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 10).Select(n => line.Operator($"operator{n}").TakeAsync(id)));

        var holder = outcomes.Single(outcome => outcome.IsDone).TakenBy;
        outcomes.Where(outcome => !outcome.IsDone).ShouldAllBe(outcome => outcome.Result == DeskResult.TakenByOther && outcome.TakenBy == holder);
        (await phone.NextAnswerAsync()).Text.ShouldContain("お待たせいたしました");
        await phone.HearsNothingAsync();
        line.Count("SELECT COUNT(*) FROM audit_log WHERE action = 'inquiry-taken'").ShouldBe(1);
    }

    [Fact]
    public async Task Only_the_holder_and_a_supervisor_act_on_an_inquiry()
    {
        await using var line = await LineTalk.StartAsync();
        var phone = await line.PhoneAsync(LinkState.None);
        var id = await line.TalkAsync(phone);
        var (sato, suzuki) = (line.Operator(), line.Operator("suzuki"));

        foreach (var refused in new[] { await suzuki.AnswerAsync(id, "横から"), await suzuki.CloseAsync(id), await suzuki.HandOnAsync(id, "suzuki"), await suzuki.PutBackAsync(id) })
            refused.ShouldBe(new DeskOutcome(DeskResult.TakenByOther, "sato"));
        await phone.HearsNothingAsync();
        (await sato.TakeAsync(id)).IsDone.ShouldBeTrue("it is already one's own");
        (await sato.HandOnAsync(id, "tanaka")).TakenBy.ShouldBe("tanaka");
        (await sato.AnswerAsync(id, "もう違う")).TakenBy.ShouldBe("tanaka");
        (await suzuki.PutBackAsync(id, isSupervisor: true)).IsDone.ShouldBeTrue();
        (await suzuki.PutBackAsync(id, isSupervisor: true)).Result.ShouldBe(DeskResult.NotTaken);
        (await line.InquiryAsync(id)).State.ShouldBe(InquiryState.Waiting);
        await phone.HearsNothingAsync();

        (await suzuki.NoteAsync(id, "折り返しを希望")).IsDone.ShouldBeTrue();
        (await line.ReadAsync(tx => line.Part<NoteStore>().Of(tx, id))).ShouldHaveSingleItem().Text.ShouldBe("折り返しを希望");
        await phone.HearsNothingAsync();
        line.Count("SELECT COUNT(*) FROM audit_log WHERE action IN ('inquiry-taken', 'inquiry-handed-on', 'inquiry-put-back', 'inquiry-noted')").ShouldBe(4);
    }

    [Fact]
    public async Task An_answer_reaches_the_talk_takes_the_inquiry_and_is_announced_to_who_watches()
    {
        await using var line = await LineTalk.StartAsync();
        var phone = await line.PhoneAsync(LinkState.None);
        var id = await line.ConnectAsync(phone);
        var announced = 0;
        line.Part<InquirySignal>().Changed += changed => announced += changed == id ? 1 : 0;

        (await line.Operator().AnswerAsync(id, "マイページでご覧いただけます。")).TakenBy.ShouldBe("sato");

        (await phone.NextAnswerAsync()).Texts.Take(2).ShouldBe(["お待たせいたしました。ここからは担当者がお答えします。", "マイページでご覧いただけます。"]);
        announced.ShouldBe(1);
        line.Count("SELECT COUNT(*) FROM audit_log WHERE actor = 'operator:sato' AND action = 'inquiry-answered'").ShouldBe(1);
    }

    [Fact]
    public async Task Closing_tells_the_customer_and_typed_words_mean_what_they_always_mean()
    {
        await using var line = await LineTalk.StartAsync();
        var phone = await line.PhoneAsync(LinkState.None);
        var id = await line.TalkAsync(phone);

        (await line.Operator().CloseAsync(id)).Result.ShouldBe(DeskResult.Done);

        (await phone.NextAnswerAsync()).Text.ShouldContain("担当者がお問い合わせを終了しました。");
        (await phone.AskAsync("むにゃむにゃ")).Labels.ShouldContain("トークで問い合わせ");
        (await line.Operator().AnswerAsync(id, "遅すぎた答え")).Result.ShouldBe(DeskResult.Closed);
        (await line.Operator().TakeAsync(id)).Result.ShouldBe(DeskResult.Closed);
    }

    [Fact]
    public async Task Tells_the_operator_when_an_answer_cannot_be_given()
    {
        await using var line = await LineTalk.StartAsync();
        var phone = await line.PhoneAsync(LinkState.None);
        var id = await line.TalkAsync(phone);
        var sato = line.Operator();

        (await sato.AnswerAsync(id + 1, "いない")).Result.ShouldBe(DeskResult.NotFound);
        (await sato.AnswerAsync(id, " ")).Result.ShouldBe(DeskResult.NotThatText);
        (await sato.NoteAsync(id, new string('長', InquiryDesk.LongestNote + 1))).Result.ShouldBe(DeskResult.NotThatText);
        (await sato.NoteAsync(id, new string('長', InquiryDesk.LongestNote))).IsDone.ShouldBeTrue();
        (await sato.AnswerAsync(id, new string('長', InquiryDesk.LongestAnswer + 1))).Result.ShouldBe(DeskResult.NotThatText);
        await phone.Phone.BlockAsync();
        await line.SettledAsync();
        (await sato.AnswerAsync(id, "答え")).Result.ShouldBe(DeskResult.CustomerGone);
        await phone.Phone.UnblockAsync();
        await phone.NextAnswerAsync();
        (await sato.AnswerAsync(id, new string('長', InquiryDesk.LongestAnswer))).Result.ShouldBe(DeskResult.Done);
        (await phone.NextAnswerAsync()).Texts[0].Length.ShouldBe(InquiryDesk.LongestAnswer);
    }
}

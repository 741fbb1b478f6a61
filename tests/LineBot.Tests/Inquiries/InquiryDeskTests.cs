using LineBot.Inquiries;
using LineBot.Tests.Handlers;
using LineBot.RichMenu;
using LineBot.Storage;
using LineBot.Tests.Drivers;
using Microsoft.Extensions.DependencyInjection;

namespace LineBot.Tests.Inquiries;

public sealed class InquiryDeskTests
{
    [Fact]
    public async Task An_answer_reaches_the_talk_and_the_customer_can_go_on()
    {
        await using var line = await LineTalk.StartAsync();
        var phone = await line.PhoneAsync(LinkState.None);
        var id = await AskAsync(line, phone);

        (await DoAsync(line, (desk, tx) => desk.Answer(tx, id, "sato", "マイページでご覧いただけます。", line.Clock.GetUtcNow()))).ShouldBe(DeskResult.Done);

        (await phone.NextAnswerAsync()).Texts.Take(2).ShouldBe(["お待たせいたしました。ここからは担当者がお答えします。", "マイページでご覧いただけます。"]);
        (await phone.AskTapAsync("talk-inquiry@1")).Text.ShouldContain("担当者からのお答え");
        (await phone.AskAsync("わかりました")).Text.ShouldContain("追加しました");
        line.Count("SELECT COUNT(*) FROM audit_log WHERE actor = 'operator:sato' AND action = 'inquiry-answered'").ShouldBe(1);
    }

    [Fact]
    public async Task Closing_tells_the_customer_and_typed_words_mean_what_they_always_mean()
    {
        await using var line = await LineTalk.StartAsync();
        var phone = await line.PhoneAsync(LinkState.None);
        var id = await AskAsync(line, phone);

        (await DoAsync(line, (desk, tx) => desk.Close(tx, id, "sato", line.Clock.GetUtcNow()))).ShouldBe(DeskResult.Done);

        (await phone.NextAnswerAsync()).Text.ShouldContain("担当者がお問い合わせを終了しました。");
        (await phone.AskAsync("むにゃむにゃ")).Labels.ShouldContain("トークで問い合わせ");
        (await DoAsync(line, (desk, tx) => desk.Answer(tx, id, "sato", "遅すぎた答え", line.Clock.GetUtcNow()))).ShouldBe(DeskResult.Closed);
    }

    [Fact]
    public async Task Tells_the_operator_when_an_answer_cannot_be_given()
    {
        await using var line = await LineTalk.StartAsync();
        var phone = await line.PhoneAsync(LinkState.None);
        var id = await AskAsync(line, phone);

        (await Answer(id + 1, "いない")).ShouldBe(DeskResult.NotFound);
        (await Answer(id, " ")).ShouldBe(DeskResult.NotThatText);
        (await Answer(id, new string('長', InquiryDesk.LongestAnswer + 1))).ShouldBe(DeskResult.NotThatText);
        await phone.Phone.BlockAsync();
        await line.SettledAsync();
        (await Answer(id, "答え")).ShouldBe(DeskResult.CustomerGone);
        await phone.Phone.UnblockAsync();
        await phone.NextAnswerAsync();
        (await Answer(id, new string('長', InquiryDesk.LongestAnswer))).ShouldBe(DeskResult.Done);
        (await phone.NextAnswerAsync()).Texts[1].Length.ShouldBe(InquiryDesk.LongestAnswer);

        Task<DeskResult> Answer(long inquiry, string text) => DoAsync(line, (desk, tx) => desk.Answer(tx, inquiry, "sato", text, line.Clock.GetUtcNow()));
    }

    private static async Task<long> AskAsync(LineTalk line, PhoneDriver phone)
    {
        await phone.AskTapAsync("talk-inquiry/connect@1");
        await phone.AskAsync("請求書はどこですか");
        return line.Count("SELECT MAX(id) FROM inquiries");
    }

    private static Task<DeskResult> DoAsync(LineTalk line, Func<InquiryDesk, Transaction, DeskOutcome> act) =>
        line.Services.GetRequiredService<Database>().WriteAsync(tx => act(line.Services.GetRequiredService<InquiryDesk>(), tx).Result);
}

using LineBot.Inquiries;
using LineBot.Operations;
using LineBot.RichMenu;
using LineBot.Tests.Drivers;
using LineBot.Tests.Handlers;
using LineBot.Tests.Handlers.TalkInquiry;
using LineBot.Tests.Language;
using Microsoft.Extensions.DependencyInjection;

namespace LineBot.Tests.Inquiries;

public sealed class InquiryChoresTests
{
    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3];

    [Fact]
    public async Task A_talk_that_its_customer_left_is_closed_with_a_sentence_and_no_other()
    {
        await using var line = await LineTalk.StartAsync();
        var (left, waits, queued) = (await line.PhoneAsync(LinkState.None), await line.PhoneAsync(LinkState.User), await line.PhoneAsync(LinkState.Contractor));
        var leftId = await line.TalkAsync(left);
        var waitsId = await line.TalkAsync(waits);
        await line.ConnectAsync(queued);
        await line.Operator().AnswerAsync(leftId, "ほかにございますか");
        await left.NextAnswerAsync();
        await waits.SayAsync("まだ待っています");
        await line.SettledAsync();

        line.Clock.Turn(TimeSpan.FromHours(3) - TimeSpan.FromMinutes(2));
        await DoAsync<IdleChore>(line);
        line.Count("SELECT COUNT(*) FROM inquiries WHERE closed_at IS NOT NULL").ShouldBe(0);
        line.Clock.Turn(TimeSpan.FromMinutes(4));
        await DoAsync<IdleChore>(line);

        (await left.NextAnswerAsync()).Text.ShouldContain("しばらくお返事がなかったため、お問い合わせを終了しました。");
        (await line.InquiryAsync(leftId)).ShouldSatisfyAllConditions(inquiry => inquiry.IsOpen.ShouldBeFalse(), inquiry => inquiry.ClosedBy.ShouldBeNull());
        (await line.InquiryAsync(waitsId)).IsOpen.ShouldBeTrue("the last word is the customer's");
        line.Count("SELECT COUNT(*) FROM inquiries WHERE closed_at IS NULL").ShouldBe(2);
        (await left.AskAsync("むにゃむにゃ")).Labels.ShouldContain("トークで問い合わせ");
    }

    [Fact]
    public async Task Nobody_is_told_of_the_end_at_night()
    {
        await using var line = await LineTalk.StartAsync(new() { StartsAt = Tokyo.At("2026-11-16T18:00:00") });
        var phone = await line.PhoneAsync(LinkState.None);
        var id = await line.TalkAsync(phone);
        await line.Operator().AnswerAsync(id, "ほかにございますか");
        await phone.NextAnswerAsync();

        await line.SettledAsync();
        line.Clock.Turn(TimeSpan.FromHours(15));
        await DoAsync<IdleChore>(line);
        await phone.HearsNothingAsync();
        line.Clock.Turn(TimeSpan.FromHours(1) + TimeSpan.FromMinutes(1));
        await DoAsync<IdleChore>(line);

        (await phone.NextAnswerAsync()).Text.ShouldContain("しばらくお返事がなかったため");
    }

    [Fact]
    public async Task A_picture_is_fetched_from_LINE_and_kept_for_a_while()
    {
        await using var line = await LineTalk.StartAsync();
        var phone = await line.PhoneAsync(LinkState.None);
        var id = await line.TalkAsync(phone);

        await phone.Phone.SendImageAsync(Jpeg, "text/html");
        await line.EventuallyAsync(() => line.Count("SELECT COUNT(*) FROM inquiry_attachments WHERE state = 'kept'") == 1, "the picture to be fetched");

        var message = (await line.SaidInAsync(id)).ShouldHaveSingleItem();
        (await line.ReadAsync(tx => line.Part<AttachmentStore>().ContentOf(tx, message.Id))).ShouldBe(Jpeg);
        (await line.ReadAsync(tx => line.Part<AttachmentStore>().Of(tx, id))).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            attachment => attachment.ContentType.ShouldBe("image/jpeg", "what the bytes are, whatever they are called"), attachment => attachment.Size.ShouldBe(Jpeg.Length));

        await line.WriteAsync(tx => tx.Execute("UPDATE inquiry_attachments SET kept_at = kept_at - 2591940000"));
        await DoAsync<ForgettingChore>(line);
        line.Count("SELECT COUNT(*) FROM inquiry_contents").ShouldBe(1, "a minute is left of thirty days");
        await line.WriteAsync(tx => tx.Execute("UPDATE inquiry_attachments SET kept_at = kept_at - 60000"));
        await DoAsync<ForgettingChore>(line);
        line.Count("SELECT COUNT(*) FROM inquiry_contents").ShouldBe(0);
        line.Count("SELECT COUNT(*) FROM inquiry_attachments WHERE state = 'removed'").ShouldBe(1);
    }

    [Theory]
    [InlineData(7, "kept")]
    [InlineData(6, "too-large")]
    public async Task Keeps_nothing_larger_than_the_limit(int limit, string state)
    {
        await using var line = await LineTalk.StartAsync(
            new() { Settings = new Dictionary<string, string> { ["Inquiry:LargestContentBytes"] = $"{limit}" } });
        var phone = await line.PhoneAsync(LinkState.None);
        await line.TalkAsync(phone);

        await phone.Phone.SendImageAsync(Jpeg);

        await line.EventuallyAsync(() => line.Count($"SELECT COUNT(*) FROM inquiry_attachments WHERE state = '{state}'") == 1, $"the picture to be {state}");
    }

    [Fact]
    public async Task Forgets_a_closed_inquiry_with_all_that_was_said_and_no_open_one()
    {
        await using var line = await LineTalk.StartAsync();
        var (phone, other) = (await line.PhoneAsync(LinkState.None), await line.PhoneAsync(LinkState.User));
        await line.WriteAsync(tx =>
        {
            line.Part<QuestionStore>().Add(tx, phone.UserId, "渡された質問", "none", [], "m1", line.Clock.GetUtcNow());
            line.Part<QuestionStore>().Add(tx, other.UserId, "渡されなかった質問", "sure", [], "m2", line.Clock.GetUtcNow().AddHours(-3));
        });
        var id = await line.TalkAsync(phone);
        await line.TalkAsync(other);
        await phone.SayAsync("質問");
        await phone.Phone.SendImageAsync(Jpeg);
        await line.EventuallyAsync(() => line.Count("SELECT COUNT(*) FROM inquiry_contents") == 1, "the picture to be fetched");
        await line.Operator().NoteAsync(id, "メモ");
        await line.Operator().CloseAsync(id);
        await phone.NextAnswerAsync();
        await line.WriteAsync(tx => line.Part<ForgettingStore>().Forget(tx, line.Clock.GetUtcNow().AddMinutes(-1), 10).ShouldBe(1, "the question alone is old enough"));
        line.Count("SELECT COUNT(*) FROM inquiries").ShouldBe(2);

        await line.WriteAsync(tx => line.Part<ForgettingStore>().Forget(tx, line.Clock.GetUtcNow().AddMinutes(1), 10).ShouldBe(1));

        line.Count("SELECT COUNT(*) FROM inquiries").ShouldBe(1);
        foreach (var table in new[] { "inquiry_messages", "inquiry_notes", "inquiry_questions", "inquiry_attachments", "inquiry_contents" })
            line.Count($"SELECT COUNT(*) FROM {table}").ShouldBe(0, table);
    }

    /// <summary>Does a chore now, whatever its rest.</summary>
    private static Task DoAsync<TChore>(LineTalk line) where TChore : IChore =>
        line.Services.GetServices<IChore>().OfType<TChore>().Single().DoPortionAsync(CancellationToken.None);
}

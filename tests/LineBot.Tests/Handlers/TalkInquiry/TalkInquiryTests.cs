using LineBot.Inquiries;
using LineBot.RichMenu;
using LineBot.Storage;
using LineBot.Tests.Drivers;
using LineBot.Tests.Language;
using Microsoft.Extensions.DependencyInjection;

namespace LineBot.Tests.Handlers.TalkInquiry;

public sealed class TalkInquiryTests
{
    [Theory]
    [InlineData("ja")]
    [InlineData("en")]
    public async Task Takes_a_question_to_people_from_its_beginning_to_its_end(string language)
    {
        await using var line = await LineTalk.StartAsync();
        var phone = await line.PhoneAsync(LinkState.None, language);

        var entrance = await phone.AskTapAsync("talk-inquiry@1");
        var connecting = await phone.AskTapAsync("talk-inquiry/connect@1");
        var added = await phone.AskAsync("請求書はどこで見られますか / where is my bill?");
        var standing = await phone.AskTapAsync("talk-inquiry@1");
        var ended = await phone.AskTapAsync(standing.Actions[1]);

        Snapshot.MatchJson($"[{string.Join(',', new[] { entrance, connecting, added, standing, ended }.Select(answer => answer.Json))}]", language);
        MessagesIn(line).ShouldBe([("text", "請求書はどこで見られますか / where is my bill?")]);
        line.Count("SELECT COUNT(*) FROM inquiries WHERE closed_by = 'customer'").ShouldBe(1);
    }

    [Fact]
    public async Task Takes_a_picture_to_people_as_no_article_can_answer_it()
    {
        await using var line = await LineTalk.StartAsync();
        var phone = await line.PhoneAsync(LinkState.None);
        await phone.AskTapAsync("talk-inquiry/start@1");

        await phone.Phone.SendImageAsync(new byte[] { 1, 2, 3 });

        (await phone.NextAnswerAsync()).Text.ShouldContain("お問い合わせを受け付けました");
    }

    [Theory]
    [InlineData("2026-11-16T09:59:59", "11月16日(月) 10:00から")]
    [InlineData("2026-11-16T10:00:00", null)]
    [InlineData("2026-11-16T18:59:59", null)]
    [InlineData("2026-11-16T19:00:00", "11月17日(火) 10:00から")]
    public async Task Says_truthfully_when_people_answer(string now, string? nextOpening)
    {
        await using var line = await LineTalk.StartAsync(new() { StartsAt = Tokyo.At(now), ClockRuns = false });
        var phone = await line.PhoneAsync(LinkState.None);

        var received = await phone.AskTapAsync("talk-inquiry/connect@1");

        if (nextOpening is null)
            received.Text.ShouldNotContain("受付時間外");
        else
            received.Text.ShouldContain($"ただいまは受付時間外です。{nextOpening}");
    }

    [Fact]
    public async Task Tells_each_customer_their_place_in_the_queue()
    {
        await using var line = await LineTalk.StartAsync();
        foreach (var (name, place) in new[] { ("一郎", 1), ("二郎", 2), ("三郎", 3) })
        {
            var phone = line.Phone(name);
            (await phone.AskTapAsync("talk-inquiry/connect@1")).Text.ShouldContain($"ただいまの順番は{place}番目です。");
        }
        await line.Phone("一郎").AskAsync("おわり");

        (await line.Phone("三郎").AskTapAsync("talk-inquiry@1")).Text.ShouldContain("ただいまの順番は2番目です。");
    }

    [Fact]
    public async Task Covers_card_numbers_before_they_are_kept_and_says_so()
    {
        await using var line = await LineTalk.StartAsync();
        var phone = await line.PhoneAsync(LinkState.None);
        await phone.AskTapAsync("talk-inquiry/connect@1");

        var received = await phone.AskAsync("カード 4111-1111-1111-1111 で払えません。パスワードはabc12345です");

        received.Text.ShouldContain("カード番号・パスワードと思われる部分は、安全のため「●」に置き換え、保存していません。");
        MessagesIn(line).ShouldBe([("text", "カード ●●●●-●●●●-●●●●-●●●● で払えません。パスワードは●●●●●●●●です")]);
        line.Texts("SELECT payload FROM inbox").ShouldAllBe(payload => !payload.Contains("4111") && !payload.Contains("abc12345"));
    }

    [Theory]
    [InlineData(2_000, 2_000, false)]
    [InlineData(2_001, 2_000, true)]
    public async Task Keeps_as_much_of_a_long_text_as_it_says(int length, int kept, bool told)
    {
        await using var line = await LineTalk.StartAsync();
        var phone = await line.PhoneAsync(LinkState.None);
        await phone.AskTapAsync("talk-inquiry/connect@1");

        var received = await phone.AskAsync(new string('長', length));

        received.Text.Contains("はじめの2,000文字", StringComparison.Ordinal).ShouldBe(told);
        MessagesIn(line).ShouldHaveSingleItem().Text.Length.ShouldBe(kept);
    }

    [Fact]
    public async Task Takes_stickers_and_pictures_into_an_open_inquiry_while_the_menu_goes_on_working()
    {
        await using var line = await LineTalk.StartAsync();
        var phone = await line.PhoneAsync(LinkState.None);
        await phone.AskTapAsync("talk-inquiry/connect@1");
        await phone.AskAsync("画面が出ません");

        await phone.Phone.SendImageAsync(new byte[] { 1, 2, 3 });
        await phone.NextAnswerAsync();
        await phone.Phone.SendStickerAsync();
        await phone.NextAnswerAsync();
        await phone.AskTapAsync("talk-inquiry@1");
        await phone.AskAsync("残量");

        MessagesIn(line).Select(message => message.Kind).ShouldBe(["text", "image", "sticker", "text"]);
    }

    [Fact]
    public async Task A_text_that_another_room_did_not_take_still_reaches_the_open_inquiry()
    {
        await using var line = await LineTalk.StartAsync();
        var phone = await line.PhoneAsync(LinkState.None);
        await phone.AskTapAsync("talk-inquiry/connect@1");
        await phone.AskAsync("最初の質問");
        await line.Services.GetRequiredService<Database>().WriteAsync(tx =>
            line.Services.GetRequiredService<LineBot.Accounts.AccountStore>().Expect(tx, phone.UserId, Expectation.None, line.Clock.GetUtcNow()));

        (await phone.AskAsync("それと、もうひとつ")).Text.ShouldContain("お問い合わせに追加しました。");

        MessagesIn(line).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Forgets_a_message_that_was_taken_back()
    {
        await using var line = await LineTalk.StartAsync();
        var phone = await line.PhoneAsync(LinkState.None);
        await phone.AskTapAsync("talk-inquiry/connect@1");
        await phone.AskAsync("まちがえました");

        var sent = phone.Phone.Talk.Last(entry => entry.Side == LineBot.Simulator.Platform.TalkSide.Own);
        await phone.Phone.UnsendAsync(sent.MessageId!);
        await line.SettledAsync();

        MessagesIn(line).ShouldBe([("text", "")]);
        line.Texts("SELECT payload FROM inbox").ShouldAllBe(payload => !payload.Contains("まちがえました"));
        await phone.HearsNothingAsync();
    }

    [Fact]
    public async Task Ends_by_a_typed_word_and_reads_words_as_always_afterwards()
    {
        await using var line = await LineTalk.StartAsync();
        var phone = await line.PhoneAsync(LinkState.None);
        await phone.AskTapAsync("talk-inquiry/connect@1");
        await phone.AskAsync("質問");

        (await phone.AskAsync("終わりました？")).Text.ShouldContain("追加しました", Case.Sensitive, "a sentence that only contains the word");
        (await phone.AskAsync("おわり")).Text.ShouldContain("お問い合わせを終了しました");
        (await phone.AskAsync("むにゃむにゃ")).Labels.ShouldContain("トークで問い合わせ");

        line.Count("SELECT COUNT(*) FROM inquiries WHERE closed_at IS NULL").ShouldBe(0);
    }

    [Fact]
    public async Task Takes_no_more_than_its_limit_before_somebody_answers()
    {
        await using var line = await LineTalk.StartAsync(new() { Settings = new Dictionary<string, string> { ["Inquiry:MostUnanswered"] = "2" } });
        var phone = await line.PhoneAsync(LinkState.None);
        await phone.AskTapAsync("talk-inquiry/connect@1");
        await phone.AskAsync("1");
        (await phone.AskAsync("2")).Text.ShouldContain("追加しました");

        (await phone.AskAsync("3")).Text.ShouldContain("上限");

        MessagesIn(line).Count.ShouldBe(2);
    }

    private static List<(string Kind, string Text)> MessagesIn(LineTalk line)
    {
        var database = line.Services.GetRequiredService<Database>();
        var store = line.Services.GetRequiredService<InquiryStore>();
        return database.ReadAsync(tx => tx.Query<long>("SELECT id FROM inquiries ORDER BY id").SelectMany(id => store.Read(tx, id)).ToList())
            .GetAwaiter().GetResult().ConvertAll(message => (message.Kind, message.Text));
    }
}

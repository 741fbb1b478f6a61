using LineBot.RichMenu;
using LineBot.Tests.Drivers;

namespace LineBot.Tests.Handlers.TalkInquiry;

public sealed class AnsweringTests
{
    [Theory]
    [InlineData("ja", "データの繰り越しはできる？", "データ 届かない", "明日の天気は？")]
    [InlineData("en", "Can I carry over unused data?", "data not there", "what is the weather tomorrow?")]
    public async Task Answers_surely_or_with_three_or_honestly_with_nothing(string language, string sure, string unsure, string none)
    {
        await using var line = await LineTalk.StartAsync();
        var phone = await line.PhoneAsync(LinkState.Both, language);

        var topics = await phone.AskTapAsync("talk-inquiry/start@1");
        var article = await phone.AskAsync(sure);
        var three = await phone.AskAsync(unsure);
        var notAmongThem = await phone.AskTapAsync(three.Actions[^1]);
        var nothing = await phone.AskAsync(none);

        Snapshot.MatchJson($"[{string.Join(',', new[] { topics, article, three, notAmongThem, nothing }.Select(answer => answer.Json))}]", language);
        line.Count("SELECT COUNT(*) FROM inquiry_questions WHERE verdict = 'sure'").ShouldBe(1);
        line.Count("SELECT COUNT(*) FROM inquiry_questions WHERE verdict = 'unsure' AND outcome = 'not-in-here'").ShouldBe(1);
        line.Count("SELECT COUNT(*) FROM inquiry_questions WHERE verdict = 'none'").ShouldBe(1);
    }

    [Fact]
    public async Task Takes_the_last_question_along_to_people()
    {
        await using var line = await LineTalk.StartAsync();
        var phone = await line.PhoneAsync(LinkState.None);
        await phone.AskTapAsync("talk-inquiry/start@1");
        var nothing = await phone.AskAsync("明日の天気は？");
        nothing.Labels.ShouldBe(["ほかの言葉で質問する", "オペレーターにつなぐ"]);

        var received = await phone.AskTapAsync(nothing.Button("オペレーターにつなぐ"));

        received.Text.ShouldContain("ただいまの順番は1番目です。");
        line.Count("SELECT COUNT(*) FROM inquiry_questions WHERE inquiry_id IS NOT NULL").ShouldBe(1);
        (await phone.AskAsync("傘がいりますか")).Text.ShouldContain("お問い合わせに追加しました。");
    }

    [Fact]
    public async Task Notes_that_an_answer_helped()
    {
        await using var line = await LineTalk.StartAsync();
        var phone = await line.PhoneAsync(LinkState.None);
        await phone.AskTapAsync("talk-inquiry/start@1");
        var article = await phone.AskAsync("データの繰り越しはできる？");
        await phone.AskTapAsync(article.Button("この答えで解決した"));

        line.Count("SELECT COUNT(*) FROM inquiry_questions WHERE outcome = 'helped'").ShouldBe(1);
    }

    [Fact]
    public async Task Fills_in_what_the_customers_own_account_says()
    {
        await using var line = await LineTalk.StartAsync();
        var parent = await line.PhoneAsync(LinkState.Both);
        await parent.AskTapAsync("talk-inquiry/start@1");

        (await parent.AskAsync("あと何ギガ残ってる")).Text.ShouldContain("いまの残量は");
        (await parent.AskAsync("プラン変更したい")).Text.ShouldContain("080-0000-0001：音声通話 6GBプラン（2,420円）");
        (await parent.AskAsync("契約者連携と利用者連携の違い")).Text.ShouldContain("契約者連携：連携済み（1件）");
        (await parent.AskAsync("キャンペーンの特典はいつもらえる")).Text.ShouldContain("に付与の予定です");
        (await parent.AskAsync("利用コードはどこで確認できる")).Text.ShouldContain("080-0000-0001：利用コードは");
        (await parent.AskAsync("速度制限を解除したい")).Text.ShouldContain("速度の制限はかかっていません");
        (await parent.AskAsync("このメッセージは本物ですか")).Text.ShouldContain("お知らせ");
    }

    [Fact]
    public async Task Shows_no_prices_to_whoever_only_uses_a_subscription()
    {
        await using var line = await LineTalk.StartAsync();
        var child = await line.PhoneAsync(LinkState.User);

        (await child.AskTapAsync("talk-inquiry/start@1")).Labels.ShouldNotContain("料金プランの一覧");
        foreach (var forged in new[] { "talk-inquiry/topic@1?id=plans", "talk-inquiry/article@1?id=plan-prices", "talk-inquiry/article@1?id=bill" })
        {
            var refused = await child.AskTapAsync(forged);
            refused.Text.ShouldNotContain("円");
            refused.Text.ShouldContain("ご契約者さま");
        }
        foreach (var question in new[] { "料金プランを教えて", "データの追加購入の値段", "プランを変更したい" })
            (await child.AskAsync(question)).Text.ShouldNotContain("円", Case.Sensitive, question);
    }

    [Fact]
    public async Task Covers_what_should_not_have_been_typed_before_the_question_is_kept()
    {
        await using var line = await LineTalk.StartAsync();
        var phone = await line.PhoneAsync(LinkState.None);
        await phone.AskTapAsync("talk-inquiry/start@1");

        var answer = await phone.AskAsync("カード 4111-1111-1111-1111 を変更したい");

        answer.Text.ShouldContain("カード番号と思われる部分は");
        line.Count("SELECT COUNT(*) FROM inquiry_questions WHERE asked LIKE '%4111%'").ShouldBe(0);
    }

    [Fact]
    public async Task Forgets_a_question_that_was_taken_back()
    {
        await using var line = await LineTalk.StartAsync();
        var phone = await line.PhoneAsync(LinkState.None);
        await phone.AskTapAsync("talk-inquiry/start@1");
        await phone.AskAsync("データの繰り越しはできる？");

        var sent = phone.Phone.Talk.Last(entry => entry.Side == LineBot.Simulator.Platform.TalkSide.Own);
        await phone.Phone.UnsendAsync(sent.MessageId!);
        await line.SettledAsync();

        line.Count("SELECT COUNT(*) FROM inquiry_questions WHERE asked <> ''").ShouldBe(0);
    }

    [Theory]
    [InlineData("talk-inquiry/topic@1?id=linking", "2つの連携の違い")]
    [InlineData("talk-inquiry/topic@1?id=nothing", "お問い合わせありがとうございます")]
    [InlineData("talk-inquiry/article@1?id=no-such-article&question=99", "お問い合わせありがとうございます")]
    [InlineData("talk-inquiry/helped@1?question=99999999999999999999", "お役に立ててよかったです")]
    public async Task An_old_or_forged_button_leads_somewhere(string button, string answer)
    {
        await using var line = await LineTalk.StartAsync();
        var phone = await line.PhoneAsync(LinkState.None);

        (await phone.AskTapAsync(button)).Text.ShouldContain(answer);
    }

    [Theory]
    [InlineData("？？？")]
    [InlineData("<b>ギガ</b><script>alert(1)</script>")]
    [InlineData("\u202e\u202dabc\u0000")]
    public async Task Strange_texts_are_answered_like_any(string typed)
    {
        await using var line = await LineTalk.StartAsync();
        var phone = await line.PhoneAsync(LinkState.None);
        await phone.AskTapAsync("talk-inquiry/start@1");

        (await phone.AskAsync(typed)).Text.ShouldNotContain("alert");
    }
}

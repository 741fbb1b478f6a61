using LineBot.Handlers.TalkInquiry;
using LineBot.RichMenu;
using LineBot.Tests.Drivers;

namespace LineBot.Tests.Handlers.TalkInquiry;

public sealed class PersonWordsTests
{
    [Theory]
    [InlineData("オペレーターにつないでください")]
    [InlineData("オペレータに繋いで")]
    [InlineData("オペレーターと話したい")]
    [InlineData("すみません、オペレーターさんと直接お話ししたいのですが")]
    [InlineData("人と話したい")]
    [InlineData("人と話をさせてください！")]
    [InlineData("人間と話させて")]
    [InlineData("ボットじゃなくて人間に代わってください")]
    [InlineData("担当者につないで")]
    [InlineData("担当の方とお話したいです")]
    [InlineData("係の人をお願いします")]
    [InlineData("誰かに相談したい")]
    [InlineData("オペレーターお願いします")]
    [InlineData("有人チャット希望")]
    [InlineData("スタッフにつないでもらえますか？")]
    [InlineData("早くオペレーターに代わって")]
    [InlineData("I want to talk to a person")]
    [InlineData("I'd like to speak with a real human, please.")]
    [InlineData("Can you connect me to an operator?")]
    [InlineData("talk to a person")]
    [InlineData("operator please")]
    [InlineData("I need a human")]
    [InlineData("Let me talk to someone")]
    [InlineData("put me through to customer service now")]
    public void Connects_who_asks_for_a_person(string text) => PersonWords.Of(text).ShouldBe(PersonWish.Connect);

    [Theory]
    [InlineData("解約したいのでオペレーターにつないでください")]
    [InlineData("請求が二重になっています。オペレーターにつないでください。")]
    [InlineData("担当者と話したいです。先月から電話ができません")]
    [InlineData("昨日話した担当者につないでください")]
    [InlineData("My bill is wrong. I want to talk to a person.")]
    [InlineData("Please connect me to an operator about my bill")]
    public void Takes_the_matter_along(string text) => PersonWords.Of(text).ShouldBe(PersonWish.ConnectWithMatter);

    [Theory]
    [InlineData("オペレーター")]
    [InlineData("担当者")]
    [InlineData("オペレーターと話せますか？")]
    [InlineData("人と話せる？")]
    [InlineData("オペレーターいますか")]
    [InlineData("operator")]
    [InlineData("human")]
    [InlineData("Can I talk to someone?")]
    [InlineData("is there a real person?")]
    public void Asks_back_whoever_may_want_one(string text) => PersonWords.Of(text).ShouldBe(PersonWish.Perhaps);

    [Theory]
    [InlineData("オペレーターの受付時間は？")]
    [InlineData("オペレーターにつなぐ方法")]
    [InlineData("オペレーターにつないでもらえません")]
    [InlineData("オペレーターと話したら料金はかかりますか")]
    [InlineData("オペレーターと話したくない")]
    [InlineData("オペレーターが来ない")]
    [InlineData("オペレーターに言われたとおりにしたのに直らない")]
    [InlineData("海外の人と話したい")]
    [InlineData("ドコモのオペレーターにつないでください")]
    [InlineData("昨日のオペレーターの対応が悪かった")]
    [InlineData("友だちと話したい")]
    [InlineData("人にデータをあげたい")]
    [InlineData("家族以外の人に贈りたい")]
    [InlineData("使う人を変えたい")]
    [InlineData("担当エリアはどこ")]
    [InlineData("テザリングでパソコンをつないでください")]
    [InlineData("責任者を出して")]
    [InlineData("お願いします")]
    [InlineData("オペレーターと話せますか。土曜日の受付時間を教えて")]
    [InlineData("Can I transfer data to someone?")]
    [InlineData("I want to give data to a person")]
    [InlineData("When are the operators there?")]
    [InlineData("how do I talk to an operator")]
    [InlineData("I already talked to an operator")]
    [InlineData("I want to talk to my son abroad")]
    [InlineData("please help")]
    [InlineData("")]
    [InlineData("。。。")]
    [InlineData(null)]
    public void Leaves_questions_that_mention_people_to_the_articles(string? text) => PersonWords.Of(text).ShouldBe(PersonWish.None);

    [Fact]
    public void Is_quick_with_the_longest_of_texts()
    {
        var began = TimeProvider.System.GetTimestamp();

        foreach (var part in new[] { "すみません", "オペレーターと話したいのですがよね", "canyoupleaseletmetalkto", "お願いします", "あ" })
            PersonWords.Of(string.Concat(Enumerable.Repeat(part, 5_000 / part.Length))).ShouldBe(PersonWish.None);

        TimeProvider.System.GetElapsedTime(began).ShouldBeLessThan(TimeSpan.FromSeconds(2));
    }

    [Theory]
    [InlineData("ja", "オペレーターにつないでください", "オペレーターと話せますか", "プランの相談です。担当者と話したい")]
    [InlineData("en", "I want to talk to a person", "Can I talk to someone?", "My bill is wrong. Connect me to an operator please.")]
    public async Task Leads_to_people_from_the_talk_as_from_an_inquiry(string language, string connect, string perhaps, string withMatter)
    {
        await using var line = await LineTalk.StartAsync();
        var phone = await line.PhoneAsync(LinkState.None, language);

        var asked = await phone.AskAsync(perhaps);
        var connected = await phone.AskAsync(connect);
        var again = await phone.AskAsync(connect);
        await phone.AskAsync("おわり");
        await phone.AskTapAsync("talk-inquiry/start@1");
        var askedWithin = await phone.AskAsync(perhaps);
        var received = await phone.AskAsync(withMatter);

        Snapshot.MatchJson($"[{string.Join(',', new[] { asked, connected, again, askedWithin, received }.Select(answer => answer.Json))}]", language);
        (await line.SaidInAsync(1)).ShouldBeEmpty("the wish alone is no message for the operator to read");
        (await line.SaidInAsync(2)).ShouldHaveSingleItem().Text.ShouldBe(withMatter);
        line.Count("SELECT COUNT(*) FROM inquiries").ShouldBe(2);
    }

    [Fact]
    public async Task The_operator_reads_what_was_asked_before_the_wish()
    {
        await using var line = await LineTalk.StartAsync();
        var phone = await line.PhoneAsync(LinkState.None);
        await phone.AskTapAsync("talk-inquiry/start@1");
        await phone.AskAsync("明日の天気は？");

        (await phone.AskAsync("人と話したい")).Text.ShouldContain("これまでのご質問は担当者に伝わっています");

        line.Count("SELECT COUNT(*) FROM inquiry_questions WHERE asked = '明日の天気は？' AND inquiry_id IS NOT NULL").ShouldBe(1);
        line.Count("SELECT COUNT(*) FROM inquiry_questions").ShouldBe(1);
    }

    [Fact]
    public async Task Somebody_who_is_asked_for_a_code_can_ask_for_a_person_instead()
    {
        await using var line = await LineTalk.StartAsync();
        var phone = await line.PhoneAsync(LinkState.None);
        await phone.AskTapAsync("linking/user@1");

        (await phone.AskAsync("オペレーターにつないでください")).Text.ShouldContain("ただいまの順番は1番目です。");
    }
}

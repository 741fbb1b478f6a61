using LineBot.RichMenu;
using LineBot.Tests.Drivers;

namespace LineBot.Tests.Handlers.Fallback;

public sealed class FallbackTests
{
    private static readonly string[] Tiles =
        ["データ残量確認", "データプレゼント", "マイページログイン", "契約者連携・利用者連携", "トークで問い合わせ", "追加申込・招待"];

    [Theory]
    [InlineData("ja")]
    [InlineData("en")]
    public async Task Offers_the_inquiry_and_the_tiles_for_a_text_that_nobody_understood(string language)
    {
        await using var line = await LineTalk.StartAsync();
        var phone = await line.PhoneAsync(LinkState.None, language);

        var answer = await phone.AskAsync("ぴよぴよ piyo");

        Snapshot.MatchJson(answer.Json, language);
        (await phone.AskTapAsync(answer.Actions[0])).Text.ShouldContain(language == "ja" ? "お問い合わせをはじめる" : "Start an inquiry");
    }

    [Theory]
    [InlineData("ja")]
    [InlineData("en")]
    public async Task Points_the_way_after_stickers_pictures_and_places(string language)
    {
        await using var line = await LineTalk.StartAsync();
        var phone = await line.PhoneAsync(LinkState.None, language);

        await phone.Phone.SendStickerAsync();
        var sticker = await phone.NextAnswerAsync();
        await phone.Phone.SendImageAsync(new byte[] { 1 });
        var picture = await phone.NextAnswerAsync();
        await phone.Phone.SendLocationAsync("東京駅", "東京都千代田区", 35.68, 139.76);
        var place = await phone.NextAnswerAsync();

        Snapshot.MatchJson($"[{sticker.Json},{picture.Json}]", language);
        place.Text.ShouldBe(picture.Text);
    }

    [Theory]
    [InlineData("talk-inquiry@99")]
    [InlineData("no-such-room/step@1?x=1")]
    [InlineData("action=buy&itemid=123")]
    [InlineData("{}")]
    public async Task Answers_an_old_or_unknown_button_politely(string data)
    {
        await using var line = await LineTalk.StartAsync();
        var phone = await line.PhoneAsync(LinkState.None);

        var answer = await phone.AskTapAsync(data);

        answer.Text.ShouldContain("このボタンは古いため");
        answer.Labels.ShouldBe(Tiles);
    }

    [Theory]
    [InlineData("ja")]
    [InlineData("en")]
    public async Task Says_what_an_old_button_and_a_fault_are_answered_with(string language)
    {
        await using var line = await LineTalk.StartAsync();
        var phone = await line.PhoneAsync(LinkState.None, language);

        var old = await phone.AskTapAsync("talk-inquiry@0");
        var fault = await phone.AskTapAsync("fallback/apology@1");

        Snapshot.MatchJson($"[{old.Json},{fault.Json}]", language);
    }

    [Fact]
    public async Task Each_tile_of_the_quick_replies_is_answered_by_somebody()
    {
        await using var line = await LineTalk.StartAsync();
        var phone = await line.PhoneAsync(LinkState.Both);
        var offered = (await phone.AskAsync("ぴよぴよ")).Actions;

        foreach (var tile in offered)
            (await phone.AskTapAsync(tile)).Text.ShouldNotContain("このボタンは古いため");
    }
}

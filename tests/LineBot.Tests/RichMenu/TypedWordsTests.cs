using LineBot.RichMenu;

namespace LineBot.Tests.RichMenu;

public sealed class TypedWordsTests
{
    [Theory]
    [InlineData("残量", "残量？")]
    [InlineData("マイページ", "ﾏｲﾍﾟｰｼﾞ")]
    [InlineData("マイページ", "まいぺーじ")]
    [InlineData("あと何ギガ", " あと 何ギガ?! ")]
    [InlineData("data left", "ＤＡＴＡ　ＬＥＦＴ")]
    [InlineData("残量", "残量👍")]
    public void Width_case_kana_spaces_and_punctuation_do_not_count(string word, string typed) =>
        TypedWords.Normalise(typed).ShouldBe(TypedWords.Normalise(word));

    [Fact]
    public void Half_a_character_counts_as_nothing() =>
        TypedWords.Normalise("残\ud83d量\ude00").ShouldBe("残量");
}

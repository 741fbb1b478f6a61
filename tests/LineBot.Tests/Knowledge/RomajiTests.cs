using LineBot.Knowledge.Search;

namespace LineBot.Tests.Knowledge;

public sealed class RomajiTests
{
    [Theory]
    [InlineData("nokori giga", "のこりぎが")]
    [InlineData("kaiyaku shitai", "かいやくしたい")]
    [InlineData("Pasuwaado wasureta!", "ぱすわあどわすれた")]
    [InlineData("kyanpeen kippu", "きゃんぺえんきっぷ")]
    [InlineData("konnichiwa", "こんにちわ")]
    [InlineData("tsunagaranai", "つながらない")]
    public void Is_read_as_it_sounds(string typed, string reading) => Romaji.Read(typed).ShouldBe(reading);

    [Theory]
    [InlineData("how much data do i have left")]
    [InlineData("残り giga")]
    [InlineData("12345")]
    [InlineData("")]
    public void What_is_no_Japanese_in_Latin_letters_has_no_reading(string typed) => Romaji.Read(typed).ShouldBeNull();
}

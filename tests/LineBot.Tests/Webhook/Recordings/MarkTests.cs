using LineBot.Webhook.Recordings;

namespace LineBot.Tests.Webhook.Recordings;

public sealed class MarkTests
{
    [Theory]
    [InlineData("データ残量", "データ残量")]
    [InlineData("⟦name⟧さん", "花子さん")]
    [InlineData("⟦name⟧さん", "さん")]
    [InlineData("今日は⟦day⟧です。⟦name⟧さん", "今日は11月16日です。花子さん")]
    [InlineData("⟦text⟧", "何でも\n何行でも")]
    [InlineData("⟦a⟧⟦b⟧", "x")]
    [InlineData("ab⟦x⟧ab", "ab-ab-ab")]
    [InlineData("⟦", "⟦")]
    public void Anything_may_stand_at_a_mark(string recorded, string actual) => Mark.Fits(recorded, actual).ShouldBeTrue();

    [Theory]
    [InlineData("データ残量", "データ残量 ")]
    [InlineData("⟦name⟧さん", "花子様")]
    [InlineData("今日は⟦day⟧です", "明日は11月17日です")]
    [InlineData("ab⟦x⟧ab", "ab")]
    [InlineData("a⟦x⟧b⟦y⟧c", "a-c-b")]
    [InlineData("", "x")]
    [InlineData("⟦", "x")]
    public void And_nothing_else_anywhere_else(string recorded, string actual) => Mark.Fits(recorded, actual).ShouldBeFalse();
}

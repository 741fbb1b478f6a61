using LineBot.Inquiries;

namespace LineBot.Tests.Inquiries;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("photo\u202Egpj.exe", "photo\uFFFDgpj.exe")]
    [InlineData("\u2066左\u2069\u200F\u061C", "\uFFFD左\uFFFD\uFFFD\uFFFD")]
    [InlineData("\u001B[2J\u0000\u009B", "\uFFFD[2J\uFFFD\uFFFD")]
    [InlineData("二行\nと\tタブ 👨‍👩‍👧 <b>&amp;", "二行\nと\tタブ 👨‍👩‍👧 <b>&amp;")]
    public void Takes_the_steering_out_of_a_text_and_leaves_the_rest(string written, string shown) => PlainText.Of(written).ShouldBe(shown);
}

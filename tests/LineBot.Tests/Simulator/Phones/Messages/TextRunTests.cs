using LineBot.Simulator.Phones.Messages;

namespace LineBot.Tests.Simulator.Phones.Messages;

public sealed class TextRunTests
{
    [Theory]
    [InlineData("くわしくは https://example.com/a?b=1 へ", "https://example.com/a?b=1")]
    [InlineData("「https://example.com/」を開く", "https://example.com/")]
    [InlineData("See https://example.com/a.", "https://example.com/a")]
    [InlineData("https://example.com/a、またはb", "https://example.com/a")]
    public void Finds_the_address_and_leaves_the_punctuation_around_it(string text, string address)
    {
        var runs = TextRun.Of(Json.Of($$"""{"type":"text","text":"{{text}}"}"""));

        runs.Single(run => run.Kind == RunKind.Link).Text.ShouldBe(address);
        string.Concat(runs.Select(run => run.Text)).ShouldBe(text);
    }

    [Fact]
    public void Puts_an_emoji_in_the_place_of_its_dollar_sign()
    {
        var runs = TextRun.Of(Json.Of("""{"type":"text","text":"$ 100$","emojis":[{"index":0}]}"""));

        runs.ShouldBe([new(RunKind.Emoji, "$"), new(RunKind.Plain, " 100$")]);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    [InlineData(99)]
    public void An_emoji_elsewhere_than_at_a_dollar_sign_changes_nothing(int index) =>
        TextRun.Of(Json.Of($$"""{"type":"text","text":"$a","emojis":[{"index":{{index}}}]}""")).ShouldBe([new(RunKind.Plain, "$a")]);

    [Fact]
    public void Substitutes_names_and_keeps_doubled_braces_as_braces()
    {
        var runs = TextRun.Of(Json.Of("""
            {"type":"textV2","text":"{who}, {{x}} {smile}{nobody}","substitution":{"who":{"type":"mention"},"smile":{"type":"emoji"}}}
            """));

        runs[0].ShouldBe(new(RunKind.Mention, "@who"));
        runs.ShouldContain(new TextRun(RunKind.Emoji, "smile"));
        string.Concat(runs.Where(run => run.Kind == RunKind.Plain).Select(run => run.Text)).ShouldBe(", {x} {nobody}");
    }
}

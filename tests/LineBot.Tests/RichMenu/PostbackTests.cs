using LineBot.RichMenu;

namespace LineBot.Tests.RichMenu;

public sealed class PostbackTests
{
    [Fact]
    public void What_a_button_carries_is_read_back()
    {
        var data = Postback.To("data-present/amount", ("to", 3), ("note", "ありがとう & またね=?"));

        Postback.TryParse(data, out var postback).ShouldBeTrue();
        postback!.Action.ShouldBe("data-present/amount");
        postback.Version.ShouldBe(1);
        postback.Parameters["to"].ShouldBe("3");
        postback.Parameters["note"].ShouldBe("ありがとう & またね=?");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("data-remaining")]
    [InlineData("@1")]
    [InlineData("data-remaining@")]
    [InlineData("data-remaining@-1")]
    [InlineData("data-remaining@one")]
    [InlineData("data-remaining@99999999999")]
    [InlineData("data-remaining?x=1@1")]
    public void What_no_button_of_ours_carries_is_not_read(string? data) =>
        Postback.TryParse(data, out _).ShouldBeFalse();

    [Fact]
    public void A_button_takes_three_hundred_characters_and_not_one_more()
    {
        var rest = Postback.MaxLength - "a@1?x=".Length;

        Postback.To("a", ("x", new string('y', rest))).Length.ShouldBe(Postback.MaxLength);
        Should.Throw<ArgumentException>(() => Postback.To("a", ("x", new string('y', rest + 1))));
    }

    [Fact]
    public void Parameters_without_a_name_or_written_twice_do_no_harm()
    {
        Postback.TryParse("a@1?=1&&x=1&x=2&y", out var postback).ShouldBeTrue();
        postback!.Parameters.ShouldBe(new Dictionary<string, string> { ["x"] = "2" });
    }
}

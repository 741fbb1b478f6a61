using LineBot.Simulator.Phones.Flex;

namespace LineBot.Tests.Simulator.Phones.Flex;

public sealed class FlexLayoutTests
{
    [Theory]
    [InlineData("""{"type":"text"}""", Direction.Horizontal, "1 0 0")]
    [InlineData("""{"type":"text"}""", Direction.Baseline, "1 0 0")]
    [InlineData("""{"type":"text"}""", Direction.Vertical, "0 0 auto")]
    [InlineData("""{"type":"text","flex":0}""", Direction.Horizontal, "0 0 auto")]
    [InlineData("""{"type":"text","flex":3}""", Direction.Horizontal, "3 0 0")]
    [InlineData("""{"type":"text","flex":3}""", Direction.Vertical, "3 0 auto")]
    [InlineData("""{"type":"text","flex":-1}""", Direction.Horizontal, "1 0 0")]
    [InlineData("""{"type":"separator"}""", Direction.Horizontal, "0 0 auto")]
    [InlineData("""{"type":"icon"}""", Direction.Baseline, "0 0 auto")]
    [InlineData("""{"type":"filler"}""", Direction.Vertical, "1 0 auto")]
    [InlineData("""{"type":"box","width":"40px"}""", Direction.Horizontal, "0 0 auto")]
    [InlineData("""{"type":"box","width":"40px","flex":2}""", Direction.Horizontal, "0 0 auto")]
    [InlineData("""{"type":"box","height":"40px"}""", Direction.Horizontal, "1 0 0")]
    [InlineData("""{"type":"box","height":"40px","flex":2}""", Direction.Vertical, "0 0 auto")]
    public void Shares_the_box_by_LINEs_rules(string component, Direction parent, string share) =>
        FlexLayout.Share(Json.Of(component), parent).ShouldBe(share);

    [Fact]
    public void Spacing_stands_before_every_child_but_the_first()
    {
        var text = Json.Of("""{"type":"text"}""");

        FlexLayout.Item(text, Direction.Vertical, "md", first: true).ToString().ShouldNotContain("margin");
        FlexLayout.Item(text, Direction.Vertical, "md", first: false).ToString().ShouldContain("margin-top:8px;");
        FlexLayout.Item(text, Direction.Horizontal, "md", first: false).ToString().ShouldContain("margin-inline-start:8px;");
    }

    [Fact]
    public void A_margin_of_its_own_wins_over_the_spacing_and_counts_for_the_first_child_too()
    {
        var text = Json.Of("""{"type":"text","margin":"xxl"}""");

        FlexLayout.Item(text, Direction.Vertical, "md", first: false).ToString().ShouldContain("margin-top:20px;");
        FlexLayout.Item(text, Direction.Vertical, "md", first: true).ToString().ShouldContain("margin-top:20px;");
    }

    [Fact]
    public void An_absolute_child_takes_no_share_and_stands_where_its_offsets_say()
    {
        var style = FlexLayout.Item(
            Json.Of("""{"type":"box","position":"absolute","offsetTop":"10px","offsetStart":"md","offsetEnd":"5%"}"""), Direction.Vertical, "md", first: false);

        style.ToString().ShouldBe("position:absolute;top:10px;inset-inline-start:8px;inset-inline-end:5%;");
    }

    [Fact]
    public void Children_of_a_baseline_box_know_no_gravity_and_no_bottom_offset()
    {
        var text = Json.Of("""{"type":"text","gravity":"bottom","offsetBottom":"5px"}""");

        FlexLayout.Gravity(text, Direction.Baseline).ShouldBeNull();
        FlexLayout.Gravity(text, Direction.Horizontal).ShouldBe("flex-end");
        FlexLayout.Item(text, Direction.Baseline, null, first: true).ToString().ShouldNotContain("bottom");
    }

    [Fact]
    public void A_padding_of_one_side_comes_after_the_padding_of_all()
    {
        var style = FlexLayout.Box(Json.Of("""{"layout":"vertical","paddingTop":"20px","paddingAll":"80px","paddingStart":"40px"}""")).ToString();

        style.IndexOf("padding:80px", StringComparison.Ordinal).ShouldBeLessThan(style.IndexOf("padding-top:20px", StringComparison.Ordinal));
        style.ShouldContain("padding-inline-start:40px;");
    }

    [Fact]
    public void A_block_without_a_padding_has_that_of_its_place() =>
        FlexLayout.Box(Json.Of("""{"layout":"vertical"}"""), "20px").ToString().ShouldContain("padding:20px;");
}

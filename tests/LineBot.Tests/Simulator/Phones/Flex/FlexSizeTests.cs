using LineBot.Simulator.Phones.Flex;

namespace LineBot.Tests.Simulator.Phones.Flex;

public sealed class FlexSizeTests
{
    [Theory]
    [InlineData("none", "0")]
    [InlineData("xs", "2px")]
    [InlineData("xxl", "20px")]
    [InlineData("12.5px", "12.5px")]
    public void Reads_a_space_by_keyword_or_in_pixels(string size, string css) => FlexSize.Space(size).ShouldBe(css);

    [Theory]
    [InlineData("3xl")]
    [InlineData("10%")]
    [InlineData("-5px")]
    [InlineData("5px;color:red")]
    [InlineData("calc(1px)")]
    [InlineData("")]
    [InlineData(null)]
    public void Takes_no_other_space(string? size) => FlexSize.Space(size).ShouldBeNull();

    [Theory]
    [InlineData("xxs", "11px")]
    [InlineData("md", "16px")]
    [InlineData("5xl", "74px")]
    [InlineData("30px", "30px")]
    public void Reads_a_font_size(string size, string css) => FlexSize.Font(size).ShouldBe(css);

    [Theory]
    [InlineData("xxs", "40px")]
    [InlineData("5xl", "220px")]
    [InlineData("full", "100%")]
    [InlineData("23.5%", "23.5%")]
    public void Reads_an_image_size(string size, string css) => FlexSize.Image(size).ShouldBe(css);

    [Theory]
    [InlineData("nano", "120px")]
    [InlineData("mega", "300px")]
    [InlineData("giga", "386px")]
    [InlineData("colossal", "300px")]
    [InlineData(null, "300px")]
    public void A_bubble_is_mega_unless_it_says_otherwise(string? size, string css) => FlexSize.Bubble(size).ShouldBe(css);

    [Theory]
    [InlineData("20:13", "20/13")]
    [InlineData("1.91:1", "1.91/1")]
    [InlineData("1:3", "1/3")]
    [InlineData("100000:1", "100000/1")]
    public void Reads_a_ratio(string ratio, string css) => FlexSize.Ratio(ratio).ShouldBe(css);

    [Theory]
    [InlineData("1:3.01")]
    [InlineData("0:1")]
    [InlineData("100001:1")]
    [InlineData("1:1:1")]
    [InlineData("wide")]
    [InlineData(null)]
    public void Takes_no_ratio_higher_than_three_widths_or_out_of_range(string? ratio) => FlexSize.Ratio(ratio).ShouldBeNull();
}

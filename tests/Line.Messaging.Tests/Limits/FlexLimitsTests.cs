namespace Line.Messaging.Tests.Limits;

public sealed class FlexLimitsTests
{
    private const string Picture = "https://example.jp/p.png";
    private static readonly FlexVideo Video = new("https://example.jp/v.mp4", Picture, new FlexImage(Picture));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    [InlineData(12, 0)]
    [InlineData(13, 1)]
    public void Takes_1_to_12_bubbles(int count, int wrong) =>
        Wrong(new FlexCarousel([.. Enumerable.Repeat(new FlexBubble(), count)])).ShouldBe(wrong);

    [Fact]
    public void Takes_a_bubble_of_30_KB()
    {
        static FlexBubble Saying(int length) => new() { Body = FlexBox.Vertical(new FlexText(new string('a', length))) };
        var envelope = BytesOf(Saying(1)) - 1;
        Check(Saying((30 * 1024) - envelope)).ShouldBeEmpty();
        var found = Check(Saying((30 * 1024) - envelope + 1)).ShouldHaveSingleItem();
        found.ToString().ShouldBe("messages[0].contents: at most 30720 bytes of JSON, found 30721");
        Check(new FlexCarousel([Saying(1), Saying((30 * 1024) - envelope + 1)])).ShouldHaveSingleItem()
            .Path.ShouldBe("messages[0].contents.contents[1]");
    }

    [Fact]
    public void Takes_a_carousel_of_50_KB()
    {
        static FlexCarousel Saying(int length) => new(
            [Bubble(new FlexText(new string('a', 25_000))), Bubble(new FlexText(new string('a', length)))]);
        var envelope = BytesOf(Saying(1)) - 1;
        Check(Saying((50 * 1024) - envelope)).ShouldBeEmpty();
        Check(Saying((50 * 1024) - envelope + 1)).ShouldHaveSingleItem().ToString()
            .ShouldBe("messages[0].contents: at most 51200 bytes of JSON, found 51201");
    }

    [Fact]
    public void Takes_bubbles_of_one_size()
    {
        Wrong(new FlexCarousel([new FlexBubble(), new FlexBubble { Size = FlexBubbleSize.Mega }])).ShouldBe(0);
        Wrong(new FlexCarousel([new FlexBubble(), new FlexBubble { Size = FlexBubbleSize.Kilo }])).ShouldBe(1);
    }

    [Theory]
    [InlineData(FlexBubbleSize.Nano, 1)]
    [InlineData(FlexBubbleSize.Micro, 1)]
    [InlineData(FlexBubbleSize.Deca, 1)]
    [InlineData(FlexBubbleSize.Hecto, 1)]
    [InlineData(FlexBubbleSize.Kilo, 0)]
    [InlineData(FlexBubbleSize.Mega, 0)]
    [InlineData(FlexBubbleSize.Giga, 0)]
    public void Takes_a_video_in_a_wide_bubble(FlexBubbleSize size, int wrong) =>
        Wrong(new FlexBubble { Size = size, Hero = Video }).ShouldBe(wrong);

    [Fact]
    public void Takes_a_video_as_the_hero_of_a_single_bubble()
    {
        Wrong(new FlexBubble { Hero = Video }).ShouldBe(0);
        Wrong(new FlexCarousel([new FlexBubble { Hero = Video }])).ShouldBe(1);
        Wrong(Bubble(Video)).ShouldBe(1);
        Wrong(new FlexBubble { Hero = Video with { AltContent = new FlexText("a") } }).ShouldBe(1);
        Wrong(new FlexBubble { Hero = Video with { Action = new MessageAction("a", "a") } }).ShouldBe(1);
        Wrong(new FlexBubble { Hero = new FlexText("a") }).ShouldBe(1);
    }

    [Fact]
    public void Takes_parts_where_LINE_takes_them()
    {
        Wrong(Bubble(new FlexIcon(Picture))).ShouldBe(1);
        Wrong(Bubble(FlexBox.Baseline(new FlexIcon(Picture), new FlexText("a"), new FlexFiller()))).ShouldBe(0);
        Wrong(Bubble(FlexBox.Baseline(new FlexButton(new MessageAction("a", "a"))))).ShouldBe(1);
        Wrong(Bubble(FlexBox.Baseline(FlexBox.Vertical([])))).ShouldBe(1);
        Wrong(Bubble(FlexBox.Baseline(new FlexSeparator()))).ShouldBe(1);
        Wrong(Bubble(new FlexSpan("a"))).ShouldBe(1);
        Wrong(Bubble(FlexBox.Horizontal(new FlexSeparator(), new FlexImage(Picture), FlexBox.Vertical([])))).ShouldBe(0);
        Wrong(Bubble(null!)).ShouldBe(1);
    }

    [Fact]
    public void Takes_a_text_that_says_something()
    {
        Wrong(Bubble(new FlexText(""))).ShouldBe(1);
        Wrong(Bubble(new FlexText())).ShouldBe(1);
        Wrong(Bubble(new FlexText { Contents = [] })).ShouldBe(1);
        Wrong(Bubble(new FlexText { Contents = [new FlexSpan("a")] })).ShouldBe(0);
        Wrong(Bubble(new FlexText { Contents = [null!] })).ShouldBe(1);
        Check(Bubble(new FlexText { Contents = [new FlexSpan("a") { Size = "huge" }] })).ShouldHaveSingleItem()
            .ToString().ShouldBe("messages[0].contents.body.contents[0].contents[0].size: xxs to xxl, 3xl to 5xl, or pixels (14px), found 'huge'");
    }

    [Theory]
    [InlineData(19, 0)]
    [InlineData(20, 1)]
    [InlineData(2000, 1)]
    public void Boxes_inside_each_other_have_an_end(int inside, int wrong)
    {
        var box = FlexBox.Vertical([]);
        for (var i = 0; i < inside; i++)
            box = FlexBox.Vertical(box);
        Wrong(new FlexBubble { Body = box }).ShouldBe(wrong);
    }

    [Theory]
    [InlineData("md", 0)]
    [InlineData("none", 0)]
    [InlineData("8px", 0)]
    [InlineData("1.5px", 0)]
    [InlineData("8", 1)]
    [InlineData("8 px", 1)]
    [InlineData("5%", 1)]
    [InlineData("huge", 1)]
    [InlineData("", 1)]
    [InlineData("8px\n", 1)]
    public void Takes_gaps_as_words_or_pixels(string gap, int wrong)
    {
        Wrong(Bubble(new FlexText("a") { Margin = gap })).ShouldBe(wrong);
        Wrong(new FlexBubble { Body = FlexBox.Vertical([]) with { Spacing = gap } }).ShouldBe(wrong);
        Wrong(new FlexBubble { Body = FlexBox.Vertical([]) with { CornerRadius = gap } }).ShouldBe(wrong);
        Wrong(Bubble(new FlexSeparator { Margin = gap })).ShouldBe(wrong);
    }

    [Theory]
    [InlineData("xl", 0)]
    [InlineData("-8px", 0)]
    [InlineData("50%", 0)]
    [InlineData("50", 1)]
    public void Takes_offsets_as_words_pixels_or_shares(string offset, int wrong)
    {
        Wrong(Bubble(new FlexText("a") { OffsetTop = offset })).ShouldBe(wrong);
        Wrong(Bubble(new FlexText("a") { OffsetEnd = offset })).ShouldBe(wrong);
    }

    [Theory]
    [InlineData("xl", 0)]
    [InlineData("8px", 0)]
    [InlineData("23.5%", 0)]
    [InlineData("-8px", 1)]
    public void Takes_paddings_as_words_pixels_or_shares(string padding, int wrong)
    {
        Wrong(new FlexBubble { Body = FlexBox.Vertical([]) with { PaddingAll = padding } }).ShouldBe(wrong);
        Wrong(new FlexBubble { Body = FlexBox.Vertical([]) with { PaddingStart = padding } }).ShouldBe(wrong);
    }

    [Theory]
    [InlineData(10, 0)]
    [InlineData(11, 1)]
    public void Takes_10_animated_images_a_message(int count, int wrong)
    {
        var moving = FlexBox.Vertical([.. Enumerable.Repeat(new FlexImage(Picture) { Animated = true }, count - 5)]);
        var bubble = new FlexBubble { Body = FlexBox.Vertical(moving, new FlexImage(Picture) { Animated = false }) };
        var others = new FlexBubble { Body = FlexBox.Vertical([.. Enumerable.Repeat(new FlexImage(Picture) { Animated = true }, 5)]) };
        Wrong(new FlexCarousel([bubble, others])).ShouldBe(wrong);
    }

    [Theory]
    [InlineData("xxs", 0, 0)]
    [InlineData("5xl", 0, 0)]
    [InlineData("14px", 0, 0)]
    [InlineData("full", 1, 0)]
    [InlineData("50%", 1, 0)]
    [InlineData("6xl", 1, 1)]
    public void Takes_sizes_of_texts_and_pictures(string size, int wrongText, int wrongPicture)
    {
        Wrong(Bubble(new FlexText("a") { Size = size })).ShouldBe(wrongText);
        Wrong(Bubble(FlexBox.Baseline(new FlexIcon(Picture) { Size = size }))).ShouldBe(wrongText);
        Wrong(Bubble(new FlexImage(Picture) { Size = size })).ShouldBe(wrongPicture);
    }

    [Theory]
    [InlineData("1:3", 0)]
    [InlineData("1:4", 1)]
    [InlineData("100000:1", 0)]
    [InlineData("100001:1", 1)]
    [InlineData("0:1", 1)]
    [InlineData("20x13", 1)]
    [InlineData("1.91:1", 0)]
    [InlineData("1.91:5.73", 0)]
    [InlineData("1.91:5.74", 1)]
    [InlineData("0.9:1", 1)]
    [InlineData("1.:1", 1)]
    public void Takes_shapes_up_to_three_times_as_high_as_wide(string ratio, int wrong)
    {
        Wrong(Bubble(new FlexImage(Picture) { AspectRatio = ratio })).ShouldBe(wrong);
        Wrong(new FlexBubble { Hero = Video with { AspectRatio = ratio } }).ShouldBe(wrong);
    }

    [Theory]
    [InlineData("#06C755", 0)]
    [InlineData("#06c75580", 0)]
    [InlineData("#06C75", 1)]
    [InlineData("06C755", 1)]
    [InlineData("red", 1)]
    public void Takes_colours_of_six_or_eight_digits(string color, int wrong)
    {
        Wrong(Bubble(new FlexText("a") { Color = color })).ShouldBe(wrong);
        Wrong(Bubble(new FlexSeparator { Color = color })).ShouldBe(wrong);
        Wrong(new FlexBubble { Body = FlexBox.Vertical([]) with { BorderColor = color } }).ShouldBe(wrong);
        Wrong(new FlexBubble { Styles = new FlexBubbleStyles { Footer = new FlexBlockStyle { SeparatorColor = color } } }).ShouldBe(wrong);
    }

    [Theory]
    [InlineData("0deg", "0%", 0)]
    [InlineData("359.9deg", "100%", 0)]
    [InlineData("360deg", "100%", 1)]
    [InlineData("90.5deg", "10.5%", 0)]
    [InlineData("361deg", "10%", 1)]
    [InlineData("90", "10%", 1)]
    [InlineData("90deg", "101%", 1)]
    [InlineData("90deg", "10", 1)]
    public void Takes_gradients_in_degrees_and_shares(string angle, string position, int wrong) =>
        Wrong(new FlexBubble
        {
            Body = FlexBox.Vertical([]) with { Background = new FlexLinearGradient(angle, "#000000", "#FFFFFF") { CenterColor = "#888888", CenterPosition = position } },
        }).ShouldBe(wrong);

    [Fact]
    public void Takes_shares_and_lines_from_0()
    {
        Wrong(Bubble(new FlexText("a") { Flex = 0, MaxLines = 0 })).ShouldBe(0);
        Wrong(Bubble(new FlexText("a") { Flex = -1, MaxLines = -1 })).ShouldBe(2);
        Wrong(new FlexBubble { Body = FlexBox.Vertical([]) with { BorderWidth = "bold", Width = "10%", MaxHeight = "10px" } }).ShouldBe(0);
        Wrong(new FlexBubble { Body = FlexBox.Vertical([]) with { BorderWidth = "thick", Width = "wide", MaxHeight = "10" } }).ShouldBe(3);
        Wrong(Bubble(new FlexText("a") { LineSpacing = "md" })).ShouldBe(1);
        Wrong(Bubble(new FlexText("a") { LineSpacing = "0px" })).ShouldBe(1);
        Wrong(Bubble(new FlexText("a") { LineSpacing = "0.5px" })).ShouldBe(0);
    }

    private static FlexBubble Bubble(FlexComponent component) => new() { Body = FlexBox.Vertical(component) };

    private static int Wrong(FlexContainer container) => Check(container).Count;

    private static IReadOnlyList<LimitViolation> Check(FlexContainer container) => MessageLimits.Check([new FlexMessage("a", container)]);

    private static int BytesOf(FlexContainer container)
    {
        var json = System.Text.Encoding.UTF8.GetString(MessageBatch.Serialize([new FlexMessage("a", container)]));
        const string Before = "\"contents\":";
        return json.Length - json.IndexOf(Before, StringComparison.Ordinal) - Before.Length - "}]".Length;
    }
}

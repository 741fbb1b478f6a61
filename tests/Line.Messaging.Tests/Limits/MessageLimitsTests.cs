using Line.Messaging.Tests.Messages;

namespace Line.Messaging.Tests.Limits;

public sealed class MessageLimitsTests
{
    private const string Picture = "https://example.jp/p.png";
    private static readonly MessageAction Say = new("a", "a");

    [Theory]
    [MemberData(nameof(Samples.Names), MemberType = typeof(Samples))]
    public void Finds_nothing_wrong_with_what_LINE_takes(string name) => MessageLimits.Check([Samples.Named(name)]).ShouldBeEmpty();

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(5, true)]
    [InlineData(6, false)]
    public void Takes_1_to_5_messages(int count, bool taken) =>
        MessageLimits.Check([.. Enumerable.Repeat(new TextMessage("a"), count)]).Count.ShouldBe(taken ? 0 : 1);

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(13, true)]
    [InlineData(14, false)]
    public void Takes_1_to_13_quick_replies(int count, bool taken) =>
        Wrong(new TextMessage("a") { QuickReply = QuickReply.Of([.. Enumerable.Repeat(Say, count)]) }).ShouldBe(taken ? 0 : 1);

    [Theory]
    [InlineData(1, 0)]
    [InlineData(4, 0)]
    [InlineData(5, 1)]
    [InlineData(0, 1)]
    public void Takes_1_to_4_buttons(int count, int wrong) => Wrong(Template(new ButtonsTemplate("a", Actions(count)))).ShouldBe(wrong);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 0)]
    [InlineData(3, 1)]
    public void Takes_2_buttons_to_confirm(int count, int wrong) => Wrong(Template(new ConfirmTemplate("a", Actions(count)))).ShouldBe(wrong);

    [Theory]
    [InlineData(0, 3, 1)]
    [InlineData(1, 0, 1)]
    [InlineData(1, 1, 0)]
    [InlineData(10, 3, 0)]
    [InlineData(11, 3, 1)]
    [InlineData(1, 4, 1)]
    public void Takes_1_to_10_columns_of_1_to_3_buttons(int columns, int buttons, int wrong) =>
        Wrong(Template(new CarouselTemplate([.. Enumerable.Repeat(new CarouselColumn("a", Actions(buttons)), columns)]))).ShouldBe(wrong);

    [Fact]
    public void Takes_columns_that_are_alike()
    {
        var plain = new CarouselColumn("a", Actions(2));
        Wrong(Template(new CarouselTemplate([plain, plain with { Actions = Actions(1) }]))).ShouldBe(1);
        Wrong(Template(new CarouselTemplate([plain, plain with { Title = "t" }]))).ShouldBe(1);
        Wrong(Template(new CarouselTemplate([plain, plain with { ThumbnailImageUrl = Picture }]))).ShouldBe(1);
        var full = plain with { Title = "t", ThumbnailImageUrl = Picture };
        Wrong(Template(new CarouselTemplate([full, full with { Title = "u" }]))).ShouldBe(0);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(10, 0)]
    [InlineData(11, 1)]
    public void Takes_1_to_10_pictures(int count, int wrong) =>
        Wrong(Template(new ImageCarouselTemplate([.. Enumerable.Repeat(new ImageCarouselColumn(Picture, Say), count)]))).ShouldBe(wrong);

    [Theory]
    [InlineData(50, 0)]
    [InlineData(51, 1)]
    public void Takes_50_areas_on_a_picture(int count, int wrong)
    {
        var action = new MessageImagemapAction("a", new ImagemapArea(0, 0, 1, 1));
        Wrong(new ImagemapMessage("https://a", "a", new ImagemapBaseSize(1), [.. Enumerable.Repeat(action, count)])).ShouldBe(wrong);
        Wrong(new ImagemapMessage("https://a", "a", new ImagemapBaseSize(1, 1039), [])).ShouldBe(1);
        Wrong(new ImagemapMessage("https://a", "a", new ImagemapBaseSize(0), [])).ShouldBe(1);
    }

    [Theory]
    [InlineData(20, 0)]
    [InlineData(21, 1)]
    public void Takes_20_emojis_each_at_its_place(int count, int wrong)
    {
        var emojis = Enumerable.Range(0, count).Select(i => new Emoji(i, "p", "e")).ToList();
        Wrong(new TextMessage(new string('$', count)) { Emojis = emojis }).ShouldBe(wrong);
        Wrong(new TextMessage("a$b") { Emojis = [new Emoji(0, "p", "e"), new Emoji(3, "p", "e"), new Emoji(-1, "p", "e"), new Emoji(1, "p", "e")] }).ShouldBe(3);
        Wrong(new TextMessage("😀$") { Emojis = [new Emoji(2, "p", "e")] }).ShouldBe(0);
    }

    [Theory]
    [InlineData(60, 20, 20, "")]
    [InlineData(61, 20, 20, "at most 100 substitutions")]
    [InlineData(0, 21, 0, "at most 20 mentions")]
    [InlineData(0, 0, 21, "at most 20 emojis")]
    public void Takes_100_substitutions_with_20_mentions_and_20_emojis(int others, int mentions, int emojis, string limit)
    {
        // There are only mentions and emojis today: a null stands for a kind that may come, and is a violation of its own.
        var parts = Enumerable.Repeat<Substitution>(null!, others)
            .Concat(Enumerable.Repeat(new MentionSubstitution(new AllMentionTarget()), mentions))
            .Concat(Enumerable.Repeat(new EmojiSubstitution("p", "e"), emojis))
            .Select((part, i) => (part, i)).ToDictionary(pair => $"k{pair.i}", pair => pair.part);
        var found = MessageLimits.Check([new TextMessageV2("a") { Substitution = parts }]);
        found.Count(violation => violation.Limit == "required").ShouldBe(others);
        string.Join(' ', found.Select(violation => violation.Limit).Where(other => other != "required")).ShouldBe(limit);
    }

    [Theory]
    [InlineData("a", 0)]
    [InlineData("Az_09", 0)]
    [InlineData("abcdefghijklmnopqrst", 0)]
    [InlineData("abcdefghijklmnopqrstu", 1)]
    [InlineData("", 1)]
    [InlineData("a-b", 1)]
    [InlineData("鍵", 1)]
    public void Takes_keys_that_LINE_takes(string key, int wrong) =>
        Wrong(new TextMessageV2("a") { Substitution = new Dictionary<string, Substitution> { [key] = new EmojiSubstitution("p", "e") } }).ShouldBe(wrong);

    [Theory]
    [InlineData("{key}", 0)]
    [InlineData("{key} {key}", 0)]
    [InlineData("{{}} {{key}} {{{key}}}", 0)]
    [InlineData("no braces", 0)]
    [InlineData("{other}", 1)]
    [InlineData("{}", 1)]
    [InlineData("{key", 1)]
    [InlineData("key}", 1)]
    [InlineData("{{key}", 1)]
    [InlineData("}{", 2)]
    public void Takes_braces_that_mean_something(string text, int wrong)
    {
        var found = MessageLimits.Check([new TextMessageV2(text) { Substitution = new Dictionary<string, Substitution> { ["key"] = new EmojiSubstitution("p", "e") } }]);
        found.Count.ShouldBe(wrong);
        found.ShouldAllBe(violation => violation.Path == "messages[0].text");
    }

    [Fact]
    public void A_key_needs_a_substitution() => Wrong(new TextMessageV2("{key}")).ShouldBe(1);

    [Theory]
    [InlineData("abcdefghij_ABCDEFGHIJ_01234567", 0)]
    [InlineData("abcdefghij_ABCDEFGHIJ_012345678", 1)]
    [InlineData("tag-1", 1)]
    public void Takes_delivery_tags_that_LINE_takes(string tag, int wrong) =>
        Wrong(new CouponMessage("a") { DeliveryTag = tag }).ShouldBe(wrong);

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(-1, 0, 1)]
    [InlineData(0, -1, 1)]
    public void Takes_areas_on_the_picture(int x, int y, int wrong)
    {
        Wrong(new ImagemapMessage("https://a", "a", new ImagemapBaseSize(1), [new MessageImagemapAction("a", new ImagemapArea(x, y, 1, 1))])).ShouldBe(wrong);
        Wrong(new ImagemapMessage("https://a", "a", new ImagemapBaseSize(1), [])
        {
            Video = new ImagemapVideo("https://a", "https://a", new ImagemapArea(x, y, 1, 1)),
        }).ShouldBe(wrong);
    }

    [Theory]
    [InlineData(90, 180, 0)]
    [InlineData(-90, -180, 0)]
    [InlineData(90.001, 0, 1)]
    [InlineData(0, -180.001, 1)]
    [InlineData(double.NaN, double.PositiveInfinity, 2)]
    public void Takes_places_on_earth(double latitude, double longitude, int wrong) =>
        Wrong(new LocationMessage("a", "a", latitude, longitude)).ShouldBe(wrong);

    [Fact]
    public void Takes_tracking_IDs_that_LINE_takes()
    {
        Wrong(new VideoMessage(Picture, Picture) { TrackingId = new string('a', 100) }).ShouldBe(0);
        Wrong(new VideoMessage(Picture, Picture) { TrackingId = new string('a', 101) }).ShouldBe(1);
        Wrong(new VideoMessage(Picture, Picture) { TrackingId = "あ" }).ShouldBe(1);
        Wrong(new AudioMessage(Picture, TimeSpan.FromMilliseconds(-1))).ShouldBe(1);
        Wrong(new AudioMessage(Picture, TimeSpan.FromMilliseconds(1))).ShouldBe(0);
    }

    [Theory]
    [InlineData(DatetimePickerMode.Date, "2026-11-01", 0)]
    [InlineData(DatetimePickerMode.Date, "1900-01-01", 0)]
    [InlineData(DatetimePickerMode.Date, "1899-12-31", 1)]
    [InlineData(DatetimePickerMode.Date, "2100-12-31", 0)]
    [InlineData(DatetimePickerMode.Date, "2101-01-01", 1)]
    [InlineData(DatetimePickerMode.Date, "2026-02-30", 1)]
    [InlineData(DatetimePickerMode.Date, "2026-11-01T00:00", 1)]
    [InlineData(DatetimePickerMode.Time, "23:59", 0)]
    [InlineData(DatetimePickerMode.Time, "24:00", 1)]
    [InlineData(DatetimePickerMode.Time, "1:00", 1)]
    [InlineData(DatetimePickerMode.Datetime, "2026-11-01T10:00", 0)]
    [InlineData(DatetimePickerMode.Datetime, "2026-11-01t10:00", 0)]
    [InlineData(DatetimePickerMode.Datetime, "2026-11-01 10:00", 1)]
    public void Takes_times_as_the_picker_writes_them(DatetimePickerMode mode, string initial, int wrong) =>
        Wrong(Template(new ButtonsTemplate("a", [new DatetimePickerAction("a", "d", mode) { Initial = initial }]))).ShouldBe(wrong);

    [Theory]
    [InlineData("10:00", "10:01", 0)]
    [InlineData("10:00", "10:00", 1)]
    [InlineData("10:01", "10:00", 1)]
    public void Takes_a_last_time_after_the_first(string min, string max, int wrong) =>
        Wrong(Template(new ButtonsTemplate("a", [new DatetimePickerAction("a", "d", DatetimePickerMode.Time) { Min = min, Max = max }]))).ShouldBe(wrong);

    [Fact]
    public void Takes_actions_where_LINE_takes_them()
    {
        LineAction[] quickReplyOnly = [new CameraAction("a"), new CameraRollAction("a"), new LocationAction("a")];
        foreach (var action in quickReplyOnly)
        {
            Wrong(new TextMessage("a") { QuickReply = QuickReply.Of(action) }).ShouldBe(0);
            Wrong(Template(new ButtonsTemplate("a", [action]))).ShouldBe(1);
            Wrong(Flex(new FlexButton(action))).ShouldBe(1);
        }
        Wrong(new TextMessage("a") { QuickReply = QuickReply.Of(new RichMenuSwitchAction("a", "b", "c")) }).ShouldBe(1);
        Wrong(Flex(new FlexButton(new RichMenuSwitchAction("a", "b", "c")))).ShouldBe(1);
        Wrong(Flex(new FlexButton(new UnknownAction("later", "a")))).ShouldBe(1);
        Wrong(Flex(new FlexButton(null!))).ShouldBe(1);
    }

    [Fact]
    public void Fills_the_keyboard_only_when_it_opens()
    {
        Wrong(Flex(new FlexButton(new PostbackAction("a", "d") { FillInText = "x", InputOption = InputOption.OpenKeyboard }))).ShouldBe(0);
        Wrong(Flex(new FlexButton(new PostbackAction("a", "d") { FillInText = "x", InputOption = InputOption.OpenVoice }))).ShouldBe(1);
        Wrong(Flex(new FlexButton(new PostbackAction("a", "d") { FillInText = "x" }))).ShouldBe(1);
    }

    [Theory]
    [InlineData("#FFFFFF", 0)]
    [InlineData("#FFFFFF00", 1)]
    [InlineData("white", 1)]
    public void Takes_colours_of_six_digits_in_templates(string color, int wrong) =>
        Wrong(Template(new ButtonsTemplate("a", [Say]) { ImageBackgroundColor = color })).ShouldBe(wrong);

    [Fact]
    public void A_call_has_at_most_2_MB()
    {
        static Message Quoting(int length) => new TextMessage("a") { QuoteToken = new string('q', length) };
        var envelope = MessageBatch.Serialize([Quoting(0)]).Length;
        MessageLimits.Check([Quoting((2 * 1024 * 1024) - envelope)]).ShouldBeEmpty();
        MessageLimits.Check([Quoting((2 * 1024 * 1024) - envelope + 1)]).ShouldHaveSingleItem().Path.ShouldBe("messages");
    }

    [Fact]
    public void What_is_missing_is_a_violation_and_no_crash()
    {
        MessageLimits.Check([null!]).ShouldHaveSingleItem().ToString().ShouldBe("messages[0]: required, found nothing");
        Wrong(new FlexMessage("a", null!)).ShouldBe(1);
        Wrong(new TemplateMessage("a", null!)).ShouldBe(1);
        Wrong(Template(new ButtonsTemplate("a", null!))).ShouldBe(1);
        Wrong(Template(new CarouselTemplate([null!]))).ShouldBe(1);
        Wrong(Template(new ImageCarouselTemplate([null!]))).ShouldBe(1);
        Wrong(new ImagemapMessage("https://a", "a", null!, null!)).ShouldBe(2);
        Wrong(new TextMessage("a") { QuickReply = new QuickReply(null!) }).ShouldBe(1);
        Wrong(new TextMessage("a") { QuickReply = new QuickReply([null!]) }).ShouldBe(1);
    }

    private static int Wrong(Message message) => MessageLimits.Check([message]).Count;

    private static TemplateMessage Template(Template template) => new("a", template);

    private static FlexMessage Flex(FlexComponent component) => new("a", new FlexBubble { Body = FlexBox.Vertical(component) });

    private static IReadOnlyList<LineAction> Actions(int count) => [.. Enumerable.Repeat(Say, count)];
}

namespace Line.Messaging.Tests.Limits;

/// <summary>Every length that LINE documents, exactly reached and passed by one, each counted as LINE counts it.</summary>
public sealed class LengthLimitTests
{
    private const string Picture = "https://example.jp/p.png";

    // One for people, eight for a computer.
    private const string Family = "👨\u200D👩\u200D👧";

    // One for people, four for a computer.
    private const string Flag = "🇯🇵";

    private static readonly Dictionary<string, (int Max, Func<string, Message> Make)> Units = new()
    {
        ["text"] = (5000, text => new TextMessage(text)),
        ["text v2"] = (5000, text => new TextMessageV2(text)),
        ["flex altText"] = (1500, text => new FlexMessage(text, new FlexBubble())),
        ["template altText"] = (1500, text => new TemplateMessage(text, new ConfirmTemplate("a", [Say("a"), Say("b")]))),
        ["imagemap altText"] = (1500, text => Imagemap(new MessageImagemapAction("a", Area)) with { AltText = text }),
        ["location title"] = (100, text => new LocationMessage(text, "a", 0, 0)),
        ["location address"] = (100, text => new LocationMessage("a", text, 0, 0)),
        ["sender name"] = (20, text => new TextMessage("a") { Sender = new Sender { Name = text } }),
        ["imagemap text"] = (400, text => Imagemap(new MessageImagemapAction(text, Area))),
        ["imagemap label"] = (100, text => Imagemap(new MessageImagemapAction("a", Area) { Label = text })),
        ["imagemap clipboard"] = (1000, text => Imagemap(new ClipboardImagemapAction(text, Area))),
        ["imagemap link label"] = (30, text => Imagemap(new MessageImagemapAction("a", Area)) with
        {
            Video = new ImagemapVideo(Picture, Picture, Area) { ExternalLink = new ImagemapExternalLink("https://a", text) },
        }),
        ["postback data"] = (300, text => Buttons(new PostbackAction("a", text))),
        ["picker data"] = (300, text => Buttons(new DatetimePickerAction("a", text, DatetimePickerMode.Date))),
        ["clipboard"] = (1000, text => Buttons(new ClipboardAction("a", text))),
    };

    private static readonly Dictionary<string, (int Max, Func<string, Message> Make)> Graphemes = new()
    {
        ["template label"] = (20, text => Buttons(Say(text))),
        ["quick reply label"] = (20, text => new TextMessage("a") { QuickReply = QuickReply.Of(Say(text)) }),
        ["image carousel label"] = (12, text => new TemplateMessage("a", new ImageCarouselTemplate([new ImageCarouselColumn(Picture, Say(text))]))),
        ["flex button label"] = (40, text => Flex(new FlexButton(Say(text)))),
        ["flex label"] = (40, text => Flex(new FlexText("a") { Action = Say(text) })),
        ["message action text"] = (300, text => Buttons(new MessageAction("a", text))),
        ["display text"] = (300, text => Buttons(new PostbackAction("a", "d") { DisplayText = text })),
        ["fill-in text"] = (300, text => Buttons(new PostbackAction("a", "d") { InputOption = InputOption.OpenKeyboard, FillInText = text })),
        ["buttons title"] = (40, text => new TemplateMessage("a", new ButtonsTemplate("a", [Say("a")]) { Title = text })),
        ["buttons text"] = (160, text => new TemplateMessage("a", new ButtonsTemplate(text, [Say("a")]))),
        ["buttons text with a title"] = (60, text => new TemplateMessage("a", new ButtonsTemplate(text, [Say("a")]) { Title = "t" })),
        ["buttons text with a picture"] = (60, text => new TemplateMessage("a", new ButtonsTemplate(text, [Say("a")]) { ThumbnailImageUrl = Picture })),
        ["confirm text"] = (240, text => new TemplateMessage("a", new ConfirmTemplate(text, [Say("a"), Say("b")]))),
        ["carousel title"] = (40, text => Carousel(new CarouselColumn("a", [Say("a")]) { Title = text })),
        ["carousel text"] = (120, text => Carousel(new CarouselColumn(text, [Say("a")]))),
        ["carousel text with a title"] = (60, text => Carousel(new CarouselColumn(text, [Say("a")]) { Title = "t" })),
        ["carousel text with a picture"] = (60, text => Carousel(new CarouselColumn(text, [Say("a")]) { ThumbnailImageUrl = Picture })),
    };

    private static readonly Dictionary<string, (int Max, Func<string, Message> Make)> Addresses = new()
    {
        ["image"] = (2000, uri => new ImageMessage(uri, Picture)),
        ["image preview"] = (2000, uri => new ImageMessage(Picture, uri)),
        ["video"] = (2000, uri => new VideoMessage(uri, Picture)),
        ["video preview"] = (2000, uri => new VideoMessage(Picture, uri)),
        ["audio"] = (2000, uri => new AudioMessage(uri, TimeSpan.FromSeconds(1))),
        ["imagemap"] = (2000, uri => Imagemap(new MessageImagemapAction("a", Area)) with { BaseUrl = uri }),
        ["imagemap video"] = (2000, uri => Imagemap(new MessageImagemapAction("a", Area)) with { Video = new ImagemapVideo(uri, Picture, Area) }),
        ["imagemap video preview"] = (2000, uri => Imagemap(new MessageImagemapAction("a", Area)) with { Video = new ImagemapVideo(Picture, uri, Area) }),
        ["imagemap link"] = (1000, uri => Imagemap(new UriImagemapAction(uri, Area))),
        ["imagemap external link"] = (1000, uri => Imagemap(new MessageImagemapAction("a", Area)) with
        {
            Video = new ImagemapVideo(Picture, Picture, Area) { ExternalLink = new ImagemapExternalLink(uri, "a") },
        }),
        ["sender icon"] = (2000, uri => new TextMessage("a") { Sender = new Sender { IconUrl = uri } }),
        ["quick reply icon"] = (2000, uri => new TextMessage("a") { QuickReply = new QuickReply([new QuickReplyItem(Say("a")) { ImageUrl = uri }]) }),
        ["buttons picture"] = (2000, uri => new TemplateMessage("a", new ButtonsTemplate("a", [Say("a")]) { ThumbnailImageUrl = uri })),
        ["carousel picture"] = (2000, uri => Carousel(new CarouselColumn("a", [Say("a")]) { ThumbnailImageUrl = uri })),
        ["image carousel picture"] = (2000, uri => new TemplateMessage("a", new ImageCarouselTemplate([new ImageCarouselColumn(uri, Say("a"))]))),
        ["flex image"] = (2000, uri => Flex(new FlexImage(uri))),
        ["flex icon"] = (2000, uri => Flex(FlexBox.Baseline(new FlexIcon(uri)))),
        ["flex video"] = (2000, uri => new FlexMessage("a", new FlexBubble { Hero = new FlexVideo(uri, Picture, new FlexImage(Picture)) })),
        ["flex video preview"] = (2000, uri => new FlexMessage("a", new FlexBubble { Hero = new FlexVideo(Picture, uri, new FlexImage(Picture)) })),
        ["uri action"] = (1000, uri => Buttons(new UriAction("a", uri))),
        ["uri action on a computer"] = (1000, uri => Buttons(new UriAction("a", "https://a") { AltUriDesktop = uri })),
    };

    private static ImagemapArea Area => new(0, 0, 1, 1);

    public static TheoryData<string> UnitNames => [.. Units.Keys];

    public static TheoryData<string> GraphemeNames => [.. Graphemes.Keys];

    public static TheoryData<string> AddressNames => [.. Addresses.Keys];

    [Theory]
    [MemberData(nameof(UnitNames))]
    public void Counts_UTF_16_units(string name)
    {
        var (max, make) = Units[name];
        Violations(make(new string('あ', max))).ShouldBeEmpty();
        // An emoji is two units: as many emojis as half the limit fit, and one unit more does not.
        Violations(make(string.Concat(Enumerable.Repeat("😀", max / 2)))).ShouldBeEmpty();
        var found = Violations(make(string.Concat(Enumerable.Repeat("😀", max / 2)) + "あ")).ShouldHaveSingleItem();
        found.Limit.ShouldBe($"at most {max} UTF-16 units");
        found.Found.ShouldBe($"{max + 1}");
    }

    [Theory]
    [MemberData(nameof(GraphemeNames))]
    public void Counts_grapheme_clusters(string name)
    {
        var (max, make) = Graphemes[name];
        foreach (var cluster in (string[])["あ", "😀", Family, Flag, "か\u3099", "👍🏽"])
        {
            Violations(make(string.Concat(Enumerable.Repeat(cluster, max)))).ShouldBeEmpty();
            var found = Violations(make(string.Concat(Enumerable.Repeat(cluster, max + 1)))).ShouldHaveSingleItem();
            found.Limit.ShouldBe($"at most {max} grapheme clusters");
            found.Found.ShouldBe($"{max + 1}");
        }
    }

    [Theory]
    [MemberData(nameof(AddressNames))]
    public void Counts_addresses(string name)
    {
        var (max, make) = Addresses[name];
        string Of(int length) => "https://example.jp/" + new string('a', length - "https://example.jp/".Length);
        Violations(make(Of(max))).ShouldBeEmpty();
        Violations(make(Of(max + 1))).ShouldHaveSingleItem().Limit.ShouldBe($"at most {max} UTF-16 units");
        Violations(make("")).ShouldHaveSingleItem().Limit.ShouldBe("required");
        Violations(make("https://example.jp/残量")).ShouldHaveSingleItem().Limit.ShouldBe("a percent-encoded address");
        Violations(make("ftp://example.jp")).ShouldHaveSingleItem().Found.ShouldBe("'ftp:'");
        Violations(make("example.jp")).ShouldHaveSingleItem().Found.ShouldBe("none of them");
        Violations(make("https:")).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("http://example.jp", true, false)]
    [InlineData("HTTPS://example.jp", true, true)]
    [InlineData("tel:0120000000", true, false)]
    [InlineData("line://nv/chat", true, false)]
    [InlineData("https://line.me/R/share?text=%E6%AE%8B", true, true)]
    [InlineData("javascript:alert(1)", false, false)]
    [InlineData("https://example.jp/a b", false, false)]
    [InlineData("https://example.jp/a\nb", false, false)]
    public void A_tap_opens_more_than_a_picture_loads(string uri, bool opens, bool loads)
    {
        Violations(Buttons(new UriAction("a", uri))).Count.ShouldBe(opens ? 0 : 1);
        Violations(Buttons(new UriAction("a", "https://a") { AltUriDesktop = uri })).Count.ShouldBe(opens ? 0 : 1);
        Violations(Flex(new FlexImage(uri))).Count.ShouldBe(loads ? 0 : 1);
    }

    [Fact]
    public void Takes_no_empty_text_where_one_is_needed()
    {
        Violations(new TextMessage("")).ShouldHaveSingleItem().ToString().ShouldBe("messages[0].text: required, found an empty text");
        Violations(new TextMessage(null!)).ShouldHaveSingleItem().Found.ShouldBe("nothing");
        Violations(new TextMessageV2("")).ShouldHaveSingleItem();
        Violations(new FlexMessage("", new FlexBubble())).ShouldHaveSingleItem();
        Violations(Buttons(Say(""))).ShouldHaveSingleItem().Path.ShouldBe("messages[0].template.actions[0].label");
        Violations(Buttons(new PostbackAction("a", ""))).ShouldHaveSingleItem();
        Violations(Buttons(new ClipboardAction("a", ""))).ShouldHaveSingleItem();
        Violations(new LocationMessage("", "", 0, 0)).Count.ShouldBe(2);
        Violations(new StickerMessage("", "")).Count.ShouldBe(2);
        Violations(new CouponMessage("")).ShouldHaveSingleItem();
    }

    [Fact]
    public void A_label_may_be_left_out_where_LINE_says_so()
    {
        Violations(new TemplateMessage("a", new ImageCarouselTemplate([new ImageCarouselColumn(Picture, Silent)]))).ShouldBeEmpty();
        Violations(Flex(new FlexImage(Picture) { Action = Silent })).ShouldBeEmpty();
        Violations(new TemplateMessage("a", new ButtonsTemplate("a", [Say("a")]) { DefaultAction = Silent })).ShouldBeEmpty();
        Violations(Flex(new FlexButton(Silent))).ShouldHaveSingleItem();
        Violations(Buttons(Silent)).ShouldHaveSingleItem();
        Violations(new TextMessage("a") { QuickReply = QuickReply.Of(Silent) }).ShouldHaveSingleItem();
    }

    private static MessageAction Silent => new(null, "a");

    private static IReadOnlyList<LimitViolation> Violations(Message message) => MessageLimits.Check([message]);

    private static MessageAction Say(string label) => new(label, "a");

    private static TemplateMessage Buttons(LineAction action) => new("a", new ButtonsTemplate("a", [action]));

    private static TemplateMessage Carousel(CarouselColumn column) => new("a", new CarouselTemplate([column]));

    private static FlexMessage Flex(FlexComponent component) => new("a", new FlexBubble { Body = FlexBox.Vertical(component) });

    private static ImagemapMessage Imagemap(ImagemapAction action) => new("https://a", "a", new ImagemapBaseSize(100), [action]);
}

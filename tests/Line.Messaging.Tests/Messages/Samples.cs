namespace Line.Messaging.Tests.Messages;

/// <summary>One message of each kind with everything that can be set, and bare ones. What LINE's OpenAPI names has to appear here.</summary>
public static class Samples
{
    private const string Picture = "https://example.jp/p.png";

    private static readonly LineAction Full = new PostbackAction("ラベル", "data-remaining@1")
    {
        DisplayText = "データ残量を見る",
        InputOption = InputOption.OpenKeyboard,
        FillInText = "1行目\n2行目",
    };

    private static readonly FlexText Text = new("残り 2.4 GB")
    {
        Flex = 1,
        Size = "xl",
        Color = "#111111",
        Weight = FlexWeight.Bold,
        Style = FlexTextStyle.Italic,
        Decoration = FlexDecoration.LineThrough,
        Align = FlexAlign.Center,
        Gravity = FlexGravity.Bottom,
        Wrap = true,
        MaxLines = 2,
        LineSpacing = "4px",
        AdjustMode = FlexAdjustMode.ShrinkToFit,
        Scaling = true,
        Margin = "md",
        Position = FlexPosition.Relative,
        OffsetTop = "2px",
        OffsetBottom = "none",
        OffsetStart = "-4px",
        OffsetEnd = "5%",
        Action = Full,
        Contents = [new FlexSpan("残り") { Size = "sm", Color = "#FF0000FF", Weight = FlexWeight.Regular, Style = FlexTextStyle.Normal, Decoration = FlexDecoration.Underline }],
    };

    private static readonly FlexImage Image = new(Picture)
    {
        Flex = 0,
        Size = "full",
        AspectRatio = "20:13",
        AspectMode = FlexAspectMode.Cover,
        Align = FlexAlign.Start,
        Gravity = FlexGravity.Top,
        BackgroundColor = "#00000000",
        Animated = true,
        Action = Full,
        Margin = "none",
        Position = FlexPosition.Absolute,
        OffsetTop = "0px",
        OffsetBottom = "0px",
        OffsetStart = "0px",
        OffsetEnd = "0px",
    };

    private static readonly FlexButton Button = new(new UriAction("マイページへ", "https://example.jp/my-page?a=1&b=%E3%81%82") { AltUriDesktop = "https://example.jp/pc" })
    {
        Flex = 2,
        Style = FlexButtonStyle.Primary,
        Color = "#06C755",
        Height = FlexButtonHeight.Small,
        Gravity = FlexGravity.Center,
        AdjustMode = FlexAdjustMode.ShrinkToFit,
        Scaling = false,
        Margin = "lg",
        Position = FlexPosition.Relative,
        OffsetTop = "xs",
        OffsetBottom = "sm",
        OffsetStart = "md",
        OffsetEnd = "lg",
    };

    private static readonly FlexIcon Icon = new(Picture)
    {
        Size = "3xl",
        AspectRatio = "1:1",
        Scaling = true,
        Margin = "sm",
        Position = FlexPosition.Relative,
        OffsetTop = "1px",
        OffsetBottom = "1px",
        OffsetStart = "1px",
        OffsetEnd = "1px",
    };

    private static readonly FlexBox Box = FlexBox.Vertical(
        Text, Image, Button, new FlexSeparator { Margin = "xxl", Color = "#DDDDDD" }, new FlexFiller { Flex = 1 },
        FlexBox.Baseline(Icon, new FlexText("3 GB")),
        FlexBox.Horizontal([])) with
    {
        Flex = 3,
        Spacing = "md",
        BackgroundColor = "#FFFFFF",
        Background = new FlexLinearGradient("90deg", "#ff0000", "#0000ff") { CenterColor = "#00ff00", CenterPosition = "10%" },
        BorderColor = "#000000",
        BorderWidth = "semi-bold",
        CornerRadius = "8px",
        Width = "100px",
        MaxWidth = "50%",
        Height = "40px",
        MaxHeight = "80px",
        PaddingAll = "xl",
        PaddingTop = "1px",
        PaddingBottom = "2px",
        PaddingStart = "3%",
        PaddingEnd = "4px",
        JustifyContent = FlexJustifyContent.SpaceBetween,
        AlignItems = FlexAlignItems.FlexEnd,
        Action = Full,
        Margin = "xs",
        Position = FlexPosition.Relative,
        OffsetTop = "1px",
        OffsetBottom = "1px",
        OffsetStart = "1px",
        OffsetEnd = "1px",
    };

    private static readonly FlexBubble Bubble = new()
    {
        Size = FlexBubbleSize.Kilo,
        Direction = FlexDirection.LeftToRight,
        Header = FlexBox.Vertical(new FlexText("見出し")),
        Hero = Image,
        Body = Box,
        Footer = FlexBox.Horizontal(Button),
        Styles = new FlexBubbleStyles
        {
            Header = new FlexBlockStyle { BackgroundColor = "#FFFFFF", Separator = false, SeparatorColor = "#EEEEEE" },
            Hero = new FlexBlockStyle { Separator = true },
            Body = new FlexBlockStyle { Separator = true },
            Footer = new FlexBlockStyle { Separator = true },
        },
        Action = new MessageAction("開く", "残量"),
    };

    private static readonly FlexBubble Film = new()
    {
        Hero = new FlexVideo("https://example.jp/v.mp4", Picture, new FlexImage(Picture)) { AspectRatio = "16:9", Action = new UriAction("もっと", "https://example.jp") },
    };

    private static readonly IReadOnlyList<LineAction> QuickActions =
    [
        Full,
        new MessageAction("送る", "はい"),
        new UriAction("電話", "tel:0120000000"),
        new DatetimePickerAction("日を選ぶ", "pick", DatetimePickerMode.Date) { Initial = "2026-11-01", Min = "1900-01-01", Max = "2100-12-31" },
        new DatetimePickerAction("時を選ぶ", "pick", DatetimePickerMode.Time) { Initial = "00:00", Min = "00:00", Max = "23:59" },
        new DatetimePickerAction("日時を選ぶ", "pick", DatetimePickerMode.Datetime) { Initial = "2026-11-01T00:00", Max = "2100-12-31T23:59", Min = "1900-01-01T00:00" },
        new CameraAction("カメラ"),
        new CameraRollAction("写真"),
        new LocationAction("場所"),
        new ClipboardAction("コピー", "1234 5678 9012 3456"),
        new PostbackAction("閉じる", "x") { InputOption = InputOption.CloseRichMenu },
        new PostbackAction("開く", "x") { InputOption = InputOption.OpenRichMenu },
        new PostbackAction("話す", "x") { InputOption = InputOption.OpenVoice },
    ];

    private static readonly IReadOnlyDictionary<string, Message> ByName = new Dictionary<string, Message>
    {
        ["text"] = new TextMessage("こんにちは $ さん 😀")
        {
            Emojis = [new Emoji(6, "5ac1bfd5040ab15980c9b435", "001")],
            QuoteToken = "yHAz4Ua2wx7",
            QuickReply = QuickReply.Of(QuickActions),
            Sender = new Sender { Name = "おうちモバイル", IconUrl = Picture },
        },
        ["text with an icon in the quick reply"] = new TextMessage("a") { QuickReply = new QuickReply([new QuickReplyItem(Full) { ImageUrl = Picture }]) },
        ["text v2"] = new TextMessageV2("{who}{all} {smile} {{}}")
        {
            Substitution = new Dictionary<string, Substitution>
            {
                ["who"] = new MentionSubstitution(new UserMentionTarget("U4af4980629f7a2b1c3d4e5f60718293a")),
                ["all"] = new MentionSubstitution(new AllMentionTarget()),
                ["smile"] = new EmojiSubstitution("5ac1bfd5040ab15980c9b435", "002"),
            },
            QuoteToken = "yHAz4Ua2wx7",
        },
        ["sticker"] = new StickerMessage("446", "1988") { QuoteToken = "yHAz4Ua2wx7" },
        ["image"] = new ImageMessage("https://example.jp/o.jpg", Picture),
        ["video"] = new VideoMessage("https://example.jp/o.mp4", Picture) { TrackingId = "track-001.[a]" },
        ["audio"] = new AudioMessage("https://example.jp/o.m4a", TimeSpan.FromSeconds(60.5)),
        ["location"] = new LocationMessage("本社", "東京都千代田区", 35.67966, 139.73669),
        ["coupon"] = new CouponMessage("01JYNW8JMQVFBNWF1APF8Z3FS7") { DeliveryTag = "menu" },
        ["imagemap"] = new ImagemapMessage("https://example.jp/map", "地図", new ImagemapBaseSize(585),
        [
            new UriImagemapAction("https://example.jp", new ImagemapArea(0, 0, 520, 585)) { Label = "左" },
            new MessageImagemapAction("右です", new ImagemapArea(520, 0, 520, 300)) { Label = "右" },
            new ClipboardImagemapAction("3B48740B", new ImagemapArea(520, 300, 520, 285)) { Label = "写す" },
        ])
        {
            Video = new ImagemapVideo("https://example.jp/o.mp4", Picture, new ImagemapArea(0, 0, 1040, 585))
            {
                ExternalLink = new ImagemapExternalLink("https://example.jp/more", "もっと見る"),
            },
        },
        ["buttons"] = new TemplateMessage("ボタン", new ButtonsTemplate("どれにしますか", [Full, QuickActions[2], QuickActions[3], QuickActions[9]])
        {
            ThumbnailImageUrl = Picture,
            ImageAspectRatio = TemplateImageAspectRatio.Rectangle,
            ImageSize = TemplateImageSize.Contain,
            ImageBackgroundColor = "#FFFFFF",
            Title = "メニュー",
            DefaultAction = new UriAction(null, "https://example.jp"),
        }),
        ["confirm"] = new TemplateMessage("確認", new ConfirmTemplate("よろしいですか", [new MessageAction("はい", "はい"), new MessageAction("いいえ", "いいえ")])),
        ["carousel"] = new TemplateMessage("回覧", new CarouselTemplate([Column("一"), Column("二")])
        {
            ImageAspectRatio = TemplateImageAspectRatio.Square,
            ImageSize = TemplateImageSize.Cover,
        }),
        ["image carousel"] = new TemplateMessage("写真", new ImageCarouselTemplate([new ImageCarouselColumn(Picture, new MessageAction(null, "見る"))])),
        ["flex"] = new FlexMessage("データ残量", Bubble),
        ["flex with a video"] = new FlexMessage("動画", Film),
        ["flex with an empty bubble"] = new FlexMessage("空", new FlexBubble { Direction = FlexDirection.RightToLeft }),
        ["flex carousel"] = new FlexMessage("一覧", new FlexCarousel([Bubble, Bubble])),
    };

    public static TheoryData<string> Names => [.. ByName.Keys];

    public static IEnumerable<Message> All => ByName.Values;

    public static Message Named(string name) => ByName[name];

    private static CarouselColumn Column(string title) => new("本文", [Full, QuickActions[1], QuickActions[3]])
    {
        ThumbnailImageUrl = Picture,
        ImageBackgroundColor = "#000000",
        Title = title,
        DefaultAction = new UriAction("開く", "line://nv/chat"),
    };
}

using Line.Messaging;
using LineBot.Accounts;
using LineBot.Inquiries;
using LineBot.Knowledge;
using LineBot.Language;
using LineBot.RichMenu;

namespace LineBot.Handlers.TalkInquiry;

public sealed class AnswerReplies(InquiryHours hours)
{
    public Message Topics(Tongue tongue, IReadOnlyList<Article> common) => Card.Message(
        tongue.Say("お問い合わせありがとうございます", "Thank you for your inquiry"),
        [Card.Text(tongue.Say(
            "知りたいことを下からお選びいただくか、ご質問をこのトークにそのままお書きください。",
            "Choose a topic below, or simply type your question into this talk."))],
        [.. common.Select(article => Choice(tongue, article, null)), Card.Other(DeskReplies.ConnectAction(tongue)), Card.Primary(Write(tongue, tongue.Say("自分の言葉で質問する", "Ask in my own words"), null))]);

    public Message PleaseWrite(Tongue tongue) => new TextMessage(tongue.Say(
        "ご質問を、このトークに短くお書きください。例：「データの追加方法」\nカード番号・パスワード・利用コードは書かないでください。やめるときは「おわり」と送ってください。",
        "Please type your question in a few words, such as \"how to buy data\".\nDo not write card numbers, passwords or user codes. To stop, send \"end\"."));

    /// <param name="own">What is told of the customer's own account; empty for nothing.</param>
    /// <param name="related">The next best, for when it was not this one.</param>
    public Message Article(
        Customer customer, Article article, IReadOnlyList<string> body, IReadOnlyList<string> own, long? question, IReadOnlyList<Article> related, Secret found)
    {
        var tongue = customer.Tongue;
        var ways = WaysOn.Of(customer, article).ToList();
        return Card.Message(
            article.TitleIn(tongue),
            [
                .. body.Select(Card.Text), .. OwnState(tongue, own), .. Covered(tongue, found),
                .. related.Count > 0 ? [Card.Note(tongue.Say("ほかに近い記事もあります。", "Other articles are near, too."))] : (FlexComponent[])[],
            ],
            [
                .. ways.Take(1).Select(Card.Primary), .. ways.Skip(1).Take(1).Select(Card.Other),
                .. related.Select(one => Choice(tongue, one, question)),
                .. question is { } asked
                    ? [
                        Card.Other(Card.Tap(tongue.Say("この答えで解決した", "This solved it"), Postback.To("talk-inquiry/helped", ("question", asked)))),
                        Card.Other(Card.Tap(tongue.Say("解決しない", "It did not"), Postback.To("talk-inquiry/not-in-here", ("question", asked)))),
                    ]
                    : (FlexButton[])[Card.Other(Write(tongue, tongue.Say("ほかの質問をする", "Ask something else"), null))],
            ]);
    }

    public Message ForContractHolders(Tongue tongue, Article article) => Card.Message(
        article.TitleIn(tongue),
        tongue.Say(
            "料金やご契約についてのご案内は、ご契約者さまにお伝えしています。ご契約者さまにお尋ねください。",
            "Prices and the contract are for the contract holder to see. Please ask them."),
        Card.Other(Write(tongue, tongue.Say("ほかの質問をする", "Ask something else"), null)));

    public Message Choices(Tongue tongue, IReadOnlyList<Article> articles, long question, Secret found) => Card.Message(
        tongue.Say("お知りになりたいのはどれですか", "Which of these is it?"),
        [Card.Text(tongue.Say("近い内容が見つかりました。下からお選びください。", "These are near to your question. Please choose.")), .. Covered(tongue, found)],
        [
            .. articles.Select(article => Choice(tongue, article, question)),
            Card.Other(Card.Tap(tongue.Say("この中にはない", "None of these"), Postback.To("talk-inquiry/not-in-here", ("question", question)))),
        ]);

    public Message NotFound(Tongue tongue, Secret found) => Ways(
        tongue,
        tongue.Say("見つかりませんでした", "Nothing was found"),
        tongue.Say(
            "申し訳ありません。そのご質問にお答えできる記事が見つかりませんでした。ほかの言葉で質問するか、オペレーターにおたずねください。",
            "We are sorry: no article answers that. Please ask in other words, or ask our staff."),
        null, found);

    public Message NotInHere(Tongue tongue, long? question) => Ways(
        tongue,
        tongue.Say("お役に立てず申し訳ありません", "We are sorry it did not help"),
        tongue.Say(
            "ほかの言葉で質問していただくと、見つかることがあります。オペレーターにおつなぎすることもできます。これまでのご質問は、オペレーターにそのまま伝わります。",
            "Other words may find it. You can also talk to our staff, who see what you have asked so far."),
        question, Secret.None);

    public Message Helped(Tongue tongue) => new TextMessage(tongue.Say(
        "お役に立ててよかったです。またいつでもおたずねください。", "Glad it helped. Ask again at any time."))
    {
        QuickReply = TileQuickReplies.In(tongue),
    };

    private FlexMessage Ways(Tongue tongue, string title, string text, long? question, Secret found) => Card.Message(
        title,
        [
            Card.Text(text), .. Covered(tongue, found),
            Card.Note(tongue.Say(
                $"オペレーターの受付時間は毎日{DayWords.TimeOf(hours.OpensAt)}〜{DayWords.TimeOf(hours.ClosesAt)}です。",
                $"Our staff are there every day from {DayWords.TimeOf(hours.OpensAt)} to {DayWords.TimeOf(hours.ClosesAt)} (JST).")),
        ],
        Card.Primary(Write(tongue, tongue.Say("ほかの言葉で質問する", "Ask in other words"), question)),
        Card.Other(DeskReplies.ConnectAction(tongue)));

    private static IEnumerable<FlexComponent> OwnState(Tongue tongue, IReadOnlyList<string> own) => own.Count == 0
        ? []
        : [new FlexSeparator(), Card.Text(tongue.Say("あなたの場合", "In your case")) with { Weight = FlexWeight.Bold }, .. own.Select(Card.Text)];

    private static IEnumerable<FlexComponent> Covered(Tongue tongue, Secret found) => KeepingWords.Of(tongue, new KeepingNote(found, null)).Select(Card.Note);

    private static FlexButton Choice(Tongue tongue, Article article, long? question) => Card.Other(Card.Tap(
        article.TitleIn(tongue),
        question is { } asked
            ? Postback.To("talk-inquiry/article", ("id", article.Id), ("question", asked))
            : Postback.To("talk-inquiry/article", ("id", article.Id))));

    private static PostbackAction Write(Tongue tongue, string label, long? question) => Card.Tap(
        label, question is { } asked ? Postback.To("talk-inquiry/write", ("question", asked)) : Postback.To("talk-inquiry/write")) with
    { InputOption = InputOption.OpenKeyboard };
}

using System.Text.RegularExpressions;
using LineBot.RichMenu;

namespace LineBot.Handlers.TalkInquiry;

/// <summary>Whether a text wants a person.</summary>
internal enum PersonWish
{
    None,

    /// <summary>People are named, or asked whether they can be reached, and nothing else: whether the customer wants one is asked back.</summary>
    Perhaps,

    /// <summary>To be connected, and nothing else.</summary>
    Connect,

    /// <summary>To be connected, and the matter is told with it.</summary>
    ConnectWithMatter,
}

/// <summary>
/// Sentences that want a person. What is asked <em>about</em> people (when they are there, why nobody comes) has words more than these
/// and goes on to the help articles.
/// </summary>
internal static partial class PersonWords
{
    /// <summary>What is longer tells a story, in which people may be mentioned.</summary>
    private const int LongestSentence = 60;

    private const string Staff =
        "(?:おぺれーたー?|担当(?:者|の?人|の?方)?|係(?:員|の?人|の?方)|すたっふ|(?:窓口|さぽーと)の(?:人|方)|有人(?:対応|ちゃっと|さぽーと|窓口)?)(?:さん|様)?";

    /// <summary>Means one of the staff only where nothing stands before it: 海外の人と話したい is about calls.</summary>
    private const string Anybody = "(?:(?:本物|生身)の)?(?:人間|にんげん|人|ひと|誰か|だれか)";

    private const string Impatience =
        "(?:すみません(?:が)?|すいません(?:が)?|やっぱり|やはり|いいから|できれば|とにかく|もう|早く|はやく|今すぐ|すぐに?|直接|一度|(?:ぼっと|機械|ai)(?:じゃ|では)なく(?:て)?){0,3}";

    private const string Wanting =
        "(?:に|へ|と|を)?(?:直接|すぐに?|早く)?(?:(?:つな|繋)(?:いで|げて|ぎたい)|(?:代|替|変|か)わって|呼んで|出して|お?(?:話|はな)し?(?:を|が)?(?:し)?(?:たい|させて)"
        + "|(?:相談|質問|ちゃっと|会話)(?:を|が)?(?:したい|させて)|(?:聞|訊|き)きたい|お?(?:願|ねが)い|希望|頼みます)";

    private const string Politeness =
        "(?:ください(?:ませ)?|下さい|くれますか|くれませんか|もらえますか|もらえませんか|もらいたい|いただけますか|いただけませんか|いただきたい|頂けますか|頂けませんか"
        + "|ほしい|欲しい|いたします|します|です|ます|んです|のです|んだけど|けど|ので|が|な|よ|ね){0,4}";

    private const string Asking = "(?:と|に|へ|って|は)?(?:(?:話|はな|つな|繋)(?:せ|げ|がれ)|相談でき|お話でき|い)(?:る|ます|られる|られます)(?:か|の|のか|でしょうか)?";

    private const string SomebodyHere = "(?:real|live|actual|human){0,2}(?:person|human(?:being)?|operator|agent|representative|staff(?:member)?|memberofyourstaff|customer(?:service|support)|support(?:agent|team)?)";

    private const string Somebody = $"(?:a|an|the|your|some){{0,2}}(?:{SomebodyHere}|someone|somebody)";

    private const string Talking =
        "(?:(?:hi|hello|sorry|no|please|just|now|can|could|may|would|i|we|you|id|let|me|like|want|need|wanna|rather|prefer|to){0,9}"
        + "(?:speak(?:to|with)|talk(?:to|with)|chatwith|connectme(?:to|with)|transferme(?:to)?|switchmeto|putmethroughto|getme|giveme)"
        + $"{Somebody}|(?:please|i|id|we|want|need|would|like|prefer|rather|have|just){{1,6}}(?:a|an|the)?{SomebodyHere}|(?:a|an|the)?{SomebodyHere}please)"
        + "(?:please|now|here|directly|instead|thanks|thankyou){0,3}";

    public static PersonWish Of(string? text)
    {
        if (text is null)
            return PersonWish.None;
        var sentences = Sentence().EnumerateMatches(text);
        var (wish, others) = (PersonWish.None, 0);
        foreach (var place in sentences)
        {
            var sentence = TypedWords.Normalise(text.Substring(place.Index, place.Length));
            if (sentence.Length == 0)
                continue;
            var ofThis = OfSentence(sentence);
            if (ofThis > wish)
                wish = ofThis;
            if (ofThis == PersonWish.None)
                others++;
        }
        return (wish, others) switch
        {
            (PersonWish.Perhaps, > 0) => PersonWish.None,
            (PersonWish.Connect, > 0) => PersonWish.ConnectWithMatter,
            _ => wish,
        };
    }

    private static PersonWish OfSentence(string sentence) => sentence switch
    {
        { Length: > LongestSentence } => PersonWish.None,
        _ when Perhaps().IsMatch(sentence) => PersonWish.Perhaps,
        _ when Connect().IsMatch(sentence) => PersonWish.Connect,
        _ when ConnectAbout().IsMatch(sentence) => PersonWish.ConnectWithMatter,
        _ => PersonWish.None,
    };

    [GeneratedRegex("[^。．.！!？?\\r\\n]+")]
    private static partial Regex Sentence();

    [GeneratedRegex($"^(?:{Staff}|人間|(?:{Staff}|{Anybody}){Asking}|(?:a|an|the)?{SomebodyHere}|(?:can|could|may)i(?:speak|talk)(?:to|with){Somebody}|isthere{Somebody}(?:there|here)?)$", RegexOptions.CultureInvariant)]
    private static partial Regex Perhaps();

    [GeneratedRegex($"^(?:{Impatience}(?:{Staff}|{Anybody}){Wanting}{Politeness}|{Talking})$", RegexOptions.CultureInvariant)]
    private static partial Regex Connect();

    // Behind の stands whose staff it is, which may be another company's.
    [GeneratedRegex($"^(?:.+[^の]{Staff}{Wanting}{Politeness}|{Talking}(?:about|because|regarding).+)$", RegexOptions.CultureInvariant)]
    private static partial Regex ConnectAbout();
}

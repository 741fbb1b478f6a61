using FsCheck;
using FsCheck.Fluent;
using LineBot.Tests.Data;
using LineBot.Webhook.Recordings;

namespace LineBot.Tests.Webhook.Recordings;

public sealed class TextMaskTests
{
    private static readonly TextMask Mask = new(Pseudonyms.WithNewKey(), ["山田 花子", "陸", "oya@example.jp", "東京都千代田区千代田1-1", "Rik"]);

    [Theory]
    [InlineData("080-0000-0001", "⟦phone⟧")]
    [InlineData("０８０ー００００ー０００１です", "⟦phone⟧です")]
    [InlineData("08000000001", "⟦phone⟧")]
    [InlineData("+81 80-0000-0001", "⟦phone⟧")]
    [InlineData("03-1234-5678に電話", "⟦phone⟧に電話")]
    [InlineData("taro.yamada@example.co.jp へ", "⟦mail⟧ へ")]
    [InlineData("コードは 1234-5678 9012-3456", "コードは ⟦number⟧")]
    [InlineData("カード 4111 1111 1111 1111", "カード ⟦number⟧")]
    [InlineData("password: hunter22", "password: ⟦number⟧")]
    [InlineData("会員番号 123456789", "会員番号 ⟦number⟧")]
    [InlineData("〒100-0001 東京都千代田区千代田1-1", "⟦address⟧ ⟦address⟧")]
    [InlineData("大阪府大阪市北区梅田1-1にいます", "⟦address⟧")]
    [InlineData("招待 a1b2c3d4e5f6g7h8i9", "招待 ⟦token⟧")]
    [InlineData("招待コード RU9SES2WFM", "招待コード ⟦token⟧")]
    [InlineData("招待コード RUWSESQWFM", "招待コード ⟦token⟧")]
    [InlineData("add-invite/name@1?code=RU9SES2WFM&shows=yes", "add-invite/name@1?code=⟦token⟧&shows=yes")]
    [InlineData("11月16日(月) 12:00 現在", "⟦day⟧ 現在")]
    [InlineData("As of Mon, Nov 16 at 12:00 (JST)", "As of ⟦day⟧ (JST)")]
    [InlineData("2026-11-30まで", "⟦day⟧まで")]
    [InlineData("佐藤さんからプレゼント", "⟦name⟧さんからプレゼント")]
    [InlineData("タロウ様", "⟦name⟧様")]
    [InlineData("花子の残量", "⟦name⟧の残量")]
    [InlineData("陸の残量", "⟦name⟧の残量")]
    [InlineData("A data present from 陸", "A data present from ⟦name⟧")]
    [InlineData("http://127.0.0.1:5000/apply/invited/GHAFXUSFR6", "⟦host⟧/apply/invited/⟦value⟧")]
    [InlineData("https://line.me/R/share?text=%E6%8B%9B%E5%BE%85", "https://line.me/R/share?text=⟦value⟧")]
    [InlineData("https://bot.example.jp/link/contractor?linkToken=abc123&lang=ja を開く", "⟦host⟧/link/contractor?linkToken=⟦value⟧&lang=ja を開く")]
    public void Covers_what_is_of_a_person_or_different_each_time(string text, string masked) => Marked(text).ShouldBe(masked);

    [Theory]
    [InlineData("残量は2,450MBです")]
    [InlineData("あと15日、10:00〜19:00に営業しています。")]
    [InlineData("#1B2420 #AABBCC99 100MB LINEBOT WELCOME")]
    [InlineData("3,000ポイント / 6GB / 500MB / 1.5GB")]
    [InlineData("大陸のお客さま、皆さん、お相手さま")]
    [InlineData("契約者連携をするとご利用いただけます")]
    [InlineData("data-remaining@1 linking/contractor@1 talk-inquiry/score@1?inquiry=1&score=5")]
    public void Leaves_what_is_the_same_for_everybody(string text) => Marked(text).ShouldBe(text);

    [Fact]
    public void LINE_ids_in_texts_become_the_same_pseudonym_each_time()
    {
        var once = Marked("to U4af4980629c54f25b0e6b8c2d6b0d2f1.");
        var again = Marked("to U4af4980629c54f25b0e6b8c2d6b0d2f1.");

        once.ShouldBe(again);
        once.ShouldNotContain("4af4980629c5");
        once.ShouldMatch("^to U[0-9a-f]{32}\\.$");
    }

    /// <summary>Invented customers in every sentence and every way of writing that they come in.</summary>
    [Fact]
    public void Nothing_of_any_customer_survives_in_whatever_sentence()
    {
        var customers =
            from family in Gen.Elements("山田", "佐々木", "髙橋", "オカダ", "はまの", "Smith", "O'Hara")
            from given in Gen.Elements("花子", "陸斗", "ひなた", "マリア", "Alexandra", "Bo")
            from digits in Gen.Choose(0, 9).ListOf(30)
            from sentence in Gen.Elements("{0}さんの残量", "わたしは{0}です", "Hello {0}!", "{0}", "「{0}」をお使いください", "a{0}b {0}", "連絡先:{0}/{0}", "{0}\n{0}")
            from wide in Gen.Elements(false, true)
            from separator in Gen.Elements("-", "", " ")
            select (Family: family, Given: given, Digits: string.Concat(digits), Sentence: sentence, Wide: wide, Separator: separator);

        Prop.ForAll(Arb.From(customers), one =>
        {
            var mail = $"{one.Digits[..3]}x.taro@example.jp";
            var mask = new TextMask(Pseudonyms.WithNewKey(), [$"{one.Family} {one.Given}", "港区芝公園4-2-8"]);
            string[] secrets =
            [
                $"{one.Family} {one.Given}", one.Family, one.Given, mail, "港区芝公園4-2-8",
                $"0{7 + one.Digits[0] % 3}0{one.Separator}{one.Digits[1..5]}{one.Separator}{one.Digits[5..9]}",
                string.Join(one.Separator, one.Digits[..16].Chunk(4).Select(four => new string(four))),
            ];
            foreach (var secret in secrets)
            {
                var written = one.Wide ? Widened(secret) : secret;
                // A name is known as it is spelt; numbers and addresses in any width.
                var words = secret.Any(char.IsDigit) && secret != "港区芝公園4-2-8" ? written : secret;
                var text = string.Format(System.Globalization.CultureInfo.InvariantCulture, one.Sentence, words);

                var masked = mask.Of(text, (kind, _) => Mark.Of(kind));

                masked.ShouldNotContain(words, Case.Insensitive, text);
                if (words.Count(char.IsDigit) > 6)
                    masked.Count(char.IsDigit).ShouldBeLessThan(3, text);
            }
        }).Check(Cases.Of(200));
    }

    private static string Widened(string text) => string.Concat(text.Select(c => c is >= '!' and <= '~' ? (char)(c - '!' + '！') : c));

    private static string Marked(string text) => Mask.Of(text, (kind, _) => Mark.Of(kind));
}

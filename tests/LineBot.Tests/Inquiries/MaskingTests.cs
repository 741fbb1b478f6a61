using LineBot.Inquiries;

namespace LineBot.Tests.Inquiries;

public sealed class MaskingTests
{
    [Theory]
    [InlineData("4111111111111111")]
    [InlineData("4111 1111 1111 1111")]
    [InlineData("4111-1111-1111-1111")]
    [InlineData("4111.1111.1111.1111")]
    [InlineData("４１１１　１１１１　１１１１　１１１１")]
    [InlineData("４１１１－１１１１－１１１１－１１１１")]
    [InlineData("4111ー1111ー1111ー1111")]
    [InlineData("4111\n1111\n1111\n1111")]
    [InlineData("4111_1111_1111_1111")]
    [InlineData("4111\u00A01111\u200B1111\uFEFF1111")]
    [InlineData("4111 － 1111 － 1111 － 1111")]
    [InlineData("5555555555554444")]
    [InlineData("3530111333300000")]
    [InlineData("3782 822463 10005")]
    [InlineData("30569309025904")]
    [InlineData("4222222222222")]
    public void Covers_every_digit_of_a_card_number(string number)
    {
        var (text, found) = Masking.Of($"カードは{number}です");

        found.ShouldBe(Secret.CardNumber);
        text.ShouldStartWith("カードは●");
        text.ShouldEndWith("●です");
        text.ShouldNotContain(character => char.IsDigit(character));
        text.Length.ShouldBe($"カードは{number}です".Length);
    }

    [Fact]
    public void Finds_a_card_number_among_other_numbers()
    {
        var (text, found) = Masking.Of("電話 080-0000-0001 カード 4111 1111 1111 1111 1225");

        found.ShouldBe(Secret.CardNumber);
        text.ShouldBe("電話 080-0000-0001 カード ●●●● ●●●● ●●●● ●●●● 1225");
    }

    [Fact]
    public void Finds_a_card_number_right_after_a_phone_number() =>
        Masking.Of("080 0000 0001 4111 1111 1111 1111").Text.ShouldBe("080 0000 0001 ●●●● ●●●● ●●●● ●●●●");

    [Theory]
    [InlineData("1234 5678 9012 3456")]
    [InlineData("1234567890123456")]
    [InlineData("１２３４－５６７８－９０１２－３４５６")]
    [InlineData("12345678 90123456")]
    [InlineData("1234\u20095678\u20099012\u20093456")]
    public void Covers_a_user_code(string code)
    {
        var (text, found) = Masking.Of(code);

        found.ShouldBe(Secret.UserCode);
        text.ShouldNotContain(character => char.IsDigit(character));
    }

    [Theory]
    [InlineData("パスワードはabc12345です", "パスワードは●●●●●●●●です")]
    [InlineData("パスワード：ひみつ secret", "パスワード：ひみつ secret")]
    [InlineData("パスワード：secret", "パスワード：●●●●●●")]
    [InlineData("暗証番号 1234 です", "暗証番号 ●●●● です")]
    [InlineData("password = hunter2", "password = ●●●●●●●")]
    [InlineData("my password is hunter2!", "my password is ●●●●●●●●")]
    [InlineData("PASSWORD:abcd", "PASSWORD:●●●●")]
    [InlineData("ｐａｓｓｗｏｒｄ：ｓｅｃｒｅｔ", "ｐａｓｓｗｏｒｄ：●●●●●●")]
    public void Covers_what_follows_the_word_password(string typed, string kept) =>
        Masking.Of(typed).Text.ShouldBe(kept);

    [Theory]
    [InlineData("080-0000-0001 にかけてください")]
    [InlineData("パスワードを忘れました")]
    [InlineData("I forgot my password and login ID")]
    [InlineData("411111111111111")]
    [InlineData("1234 5678 9012 345")]
    [InlineData("12345 67890 123456")]
    [InlineData("41111111111111111111")]
    [InlineData("IMEIは 490154203237518 です")]
    [InlineData("2026-07-01 10:00 に 3 GB")]
    [InlineData("")]
    public void Leaves_everything_else_as_typed(string typed) =>
        Masking.Of(typed).ShouldBe((typed, Secret.None));

    [Fact]
    public void Says_everything_that_it_found() =>
        Masking.Of("4111111111111111 1234-5678-9012-3456 pw:abcd1").Found.ShouldBe(Secret.CardNumber | Secret.UserCode | Secret.Password);

    [Fact]
    public void Takes_a_long_text_of_digits_in_its_stride() =>
        Masking.Of(string.Concat(Enumerable.Repeat("1 ", 1_000))).Text.Length.ShouldBe(2_000);
}

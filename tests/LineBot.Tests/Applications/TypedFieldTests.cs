using LineBot.Applications;

namespace LineBot.Tests.Applications;

public sealed class TypedFieldTests
{
    private static readonly DateOnly Today = new(2026, 7, 1);

    [Theory]
    [InlineData("  山田　　花子 ", "山田 花子")]
    [InlineData("ＹＡＭＡＤＡ", "YAMADA")]
    public void A_name_is_tidied(string typed, string kept) => TypedField.Name(typed).ShouldBe((kept, null));

    [Theory]
    [InlineData(60, null)]
    [InlineData(61, Fault.TooLong)]
    public void A_name_has_at_most_sixty_characters(int length, Fault? fault) =>
        TypedField.Name(new string('あ', length)).Fault.ShouldBe(fault);

    [Theory]
    [InlineData("", Fault.Missing)]
    [InlineData(null, Fault.Missing)]
    [InlineData("　 ", Fault.Missing)]
    [InlineData("山田\u202e花子", Fault.HasForbiddenCharacters)]
    [InlineData("山田\u0007花子", Fault.HasForbiddenCharacters)]
    public void A_name_is_not_empty_and_turns_no_direction(string? typed, Fault fault) => TypedField.Name(typed).Fault.ShouldBe(fault);

    [Theory]
    [InlineData("ヤマダ ハナコ", "ヤマダ ハナコ")]
    [InlineData("やまだ　はなこ", "ヤマダ ハナコ")]
    [InlineData("ﾔﾏﾀﾞ ﾊﾅｺ", "ヤマダ ハナコ")]
    [InlineData("メアリ－・スー", "メアリー・スー")]
    [InlineData("ヴァン", "ヴァン")]
    public void Kana_of_any_kind_becomes_katakana(string typed, string kept) => TypedField.Kana(typed).ShouldBe((kept, null));

    [Theory]
    [InlineData("山田")]
    [InlineData("Yamada")]
    [InlineData("ヤマダ1")]
    public void Other_letters_are_no_kana(string typed) => TypedField.Kana(typed).Fault.ShouldBe(Fault.NotKana);

    [Theory]
    [InlineData("1990-01-31")]
    [InlineData("1990/1/31")]
    [InlineData("1990.1.31")]
    [InlineData("１９９０－１－３１")]
    [InlineData("1990ー01ー31")]
    [InlineData("1990年1月31日")]
    [InlineData("19900131")]
    [InlineData(" 1990 / 01 / 31 ")]
    public void A_birth_date_is_read_as_people_write_it(string typed) =>
        TypedField.BirthDate(typed, Today, 18).ShouldBe(("1990-01-31", null));

    [Theory]
    [InlineData("2008-07-01", null)]
    [InlineData("2008-07-02", Fault.TooYoung)]
    [InlineData("2026-07-01", Fault.TooYoung)]
    [InlineData("2026-07-02", Fault.NotADate)]
    [InlineData("1906-07-01", null)]
    [InlineData("1906-06-30", Fault.NotADate)]
    [InlineData("1990-02-30", Fault.NotADate)]
    [InlineData("平成2年", Fault.NotADate)]
    [InlineData("", Fault.Missing)]
    public void A_holder_is_eighteen_and_of_this_age(string typed, Fault? fault) =>
        TypedField.BirthDate(typed, Today, 18).Fault.ShouldBe(fault);

    [Theory]
    [InlineData("1000001")]
    [InlineData("100-0001")]
    [InlineData("〒100-0001")]
    [InlineData("〒 １００－０００１")]
    [InlineData("100ー0001")]
    public void A_postal_code_is_read_as_people_write_it(string typed) => TypedField.PostalCode(typed).ShouldBe(("100-0001", null));

    [Theory]
    [InlineData("100-000")]
    [InlineData("100-00011")]
    [InlineData("abc-defg")]
    public void Other_than_seven_digits_are_no_postal_code(string typed) => TypedField.PostalCode(typed).Fault.ShouldBe(Fault.NotAPostalCode);

    [Theory]
    [InlineData(4, Fault.TooShort)]
    [InlineData(5, null)]
    [InlineData(200, null)]
    [InlineData(201, Fault.TooLong)]
    public void An_address_has_from_five_to_two_hundred_characters(int length, Fault? fault) =>
        TypedField.Address(new string('町', length)).Fault.ShouldBe(fault);

    [Theory]
    [InlineData("Hanako@Example.JP", "hanako@example.jp", null)]
    [InlineData("ｈａｎａｋｏ＠ｅｘａｍｐｌｅ．ｊｐ", "hanako@example.jp", null)]
    [InlineData("abcdef", "abcdef", null)]
    [InlineData("abcde", "abcde", Fault.TooShort)]
    [InlineData("花子さんです", "花子さんです", Fault.HasForbiddenCharacters)]
    [InlineData("hana ko", "hana ko", Fault.HasForbiddenCharacters)]
    public void A_login_id_is_plain_letters_and_digits(string typed, string kept, Fault? fault) =>
        TypedField.LoginId(typed).ShouldBe((kept, fault));

    [Theory]
    [InlineData(64, null)]
    [InlineData(65, Fault.TooLong)]
    public void A_login_id_has_at_most_sixty_four_characters(int length, Fault? fault) =>
        TypedField.LoginId(new string('a', length)).Fault.ShouldBe(fault);

    [Theory]
    [InlineData("abcd-efgh jk", "ABCDEFGHJK")]
    [InlineData("ＷＥＬＣＯＭＥ", "WELCOME")]
    public void A_code_is_read_without_spaces_hyphens_and_case(string typed, string kept) => TypedField.Code(typed).ShouldBe(kept);
}

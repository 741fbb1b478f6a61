using LineBot.Accounts;

namespace LineBot.Tests.Accounts;

public sealed class PasswordRuleTests
{
    [Theory]
    [InlineData("k8s!Tq2mzLx4", null)]
    [InlineData("k8s!Tq2mzLx", PasswordFault.TooShort)]
    [InlineData("", PasswordFault.Missing)]
    [InlineData(null, PasswordFault.Missing)]
    [InlineData("pass\u0000word-long-one", PasswordFault.HasForbiddenCharacters)]
    [InlineData("demo-password-1", null)]
    [InlineData("correct horse battery", null)]
    [InlineData("ただしい馬の電池ホチキス", null)]
    public void A_password_is_long_and_may_be_of_any_characters(string? typed, PasswordFault? fault) =>
        PasswordRule.Check(typed, "hanako@example.jp").ShouldBe(fault);

    [Theory]
    [InlineData("aaaaaaaaaaaa")]
    [InlineData("121212121212")]
    [InlineData("123456789012")]
    [InlineData("098765432109")]
    [InlineData("qwertyuiop12")]
    [InlineData("asdfghjkl;12")]
    [InlineData("Password12345")]
    [InlineData("P@ssw0rd!!!!!")]
    [InlineData("iloveyou2026")]
    [InlineData("abcdefg-7654321")]
    [InlineData("hanako@example.jp")]
    [InlineData("Hanako12hanako")]
    public void Not_what_a_guesser_tries_first(string typed) =>
        PasswordRule.Check(typed, "hanako@example.jp").ShouldBe(PasswordFault.TooSimple);

    [Theory]
    [InlineData(128, null)]
    [InlineData(129, PasswordFault.TooLong)]
    public void At_most_128_characters(int length, PasswordFault? fault) =>
        PasswordRule.Check(string.Concat(Enumerable.Range(0, length).Select(i => (char)('a' + (i * 7 % 26)))), "hanako").ShouldBe(fault);
}

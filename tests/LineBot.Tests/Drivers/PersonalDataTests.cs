namespace LineBot.Tests.Drivers;

public sealed class PersonalDataTests
{
    [Theory]
    [InlineData("push to U4af4980629c54f25b0e6b8c2d6b0d2f1 failed")]
    [InlineData("no subscription 080-0000-0001")]
    [InlineData("no subscription 08000000001")]
    [InlineData("login of oya@example.jp")]
    [InlineData("code 1234 5678 9012 3456")]
    [InlineData("code 1234567890123456")]
    [InlineData("request 90731799-7066-4711-8d8e-94b6d38613b4 for code 1234-5678-9012-3456")]
    [InlineData("山田 花子")]
    [InlineData("demo-password-1")]
    public void Is_found(string text) => PersonalData.FoundIn(text).ShouldNotBeNull();

    [Theory]
    [InlineData("event 01JDABCDEFGHJKMNPQRSTVWXYZ answered in 12.5 ms at 2026-11-27T12:00:00")]
    [InlineData("LINE refuses message 12: 400 (request 4f3a2b1c-0000-4000-8000-1234567890ab)")]
    [InlineData("LINE refuses message 6: 400 (request 90731799-7066-4711-8d8e-94b6d38613b4)")]
    [InlineData("trace a0801234567890123456789012345678")]
    public void Is_not_seen_where_there_is_none(string text) => PersonalData.FoundIn(text).ShouldBeNull();
}

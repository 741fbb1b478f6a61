using LineBot.Data;

namespace LineBot.Tests.Data;

public sealed class UsageOptionsTests
{
    [Theory]
    [InlineData("123456789012345678901234", 1_000, null)]
    [InlineData("12345678901234567890123", 1_000, "Usage:ApiKeys:0")]
    [InlineData("sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", 1_000, null)]
    [InlineData("sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcde", 1_000, "Usage:ApiKeys:0")]
    [InlineData("sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdeg", 1_000, "Usage:ApiKeys:0")]
    [InlineData("123456789012345678901234", 1, null)]
    [InlineData("123456789012345678901234", 0, "Usage:MaxRows")]
    [InlineData("123456789012345678901234", 10_001, "Usage:MaxRows")]
    public void Refuses_weak_keys_without_telling_them(string key, int maxRows, string? named)
    {
        var result = new UsageOptionsRules().Validate(null, new UsageOptions { ApiKeys = [key], MaxRows = maxRows });

        result.Failed.ShouldBe(named is not null);
        if (named is null)
            return;
        result.FailureMessage!.ShouldContain(named);
        result.FailureMessage!.ShouldNotContain(key);
    }
}

using LineBot.Accounts;

namespace LineBot.Tests.Accounts;

public sealed class SubscriptionKeyTests
{
    [Theory]
    [InlineData("080-0000-0001", "080-0000-0001")]
    [InlineData(" 08000000001 ", "080-0000-0001")]
    [InlineData("+81-80-0000-0001", "080-0000-0001")]
    [InlineData("17", "17")]
    [InlineData("0800000000", null)]
    [InlineData("080000000012", null)]
    [InlineData("080-0000-000x", null)]
    [InlineData("-17x", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Reads_a_phone_number_or_an_id(string? text, string? key)
    {
        var read = SubscriptionKey.Read(text);
        (read is null ? null : read.Value.PhoneNumber ?? $"{read.Value.Id}").ShouldBe(key);
    }
}

using LineBot.RichMenu;
using LineBot.Tests.Drivers;

namespace LineBot.Tests.Handlers.AddInvite;

public sealed class AddInviteTests
{
    [Theory]
    [InlineData(LinkState.None, "ja")]
    [InlineData(LinkState.Contractor, "ja")]
    [InlineData(LinkState.User, "ja")]
    [InlineData(LinkState.Both, "ja")]
    [InlineData(LinkState.None, "en")]
    [InlineData(LinkState.Contractor, "en")]
    [InlineData(LinkState.User, "en")]
    [InlineData(LinkState.Both, "en")]
    public async Task Offers_the_application_and_the_invitation(LinkState state, string language)
    {
        await using var line = await LineTalk.StartAsync();
        var phone = await line.PhoneAsync(state, language);

        Snapshot.MatchJson((await phone.AskTapAsync("add-invite@1")).Json, $"{state}.{language}");
    }

    [Theory]
    [InlineData("追加申込")]
    [InlineData("申込")]
    [InlineData("招待")]
    [InlineData("友だち招待したい")]
    [InlineData("apply")]
    [InlineData("INVITE")]
    public async Task Is_found_by_its_everyday_words(string typed)
    {
        await using var line = await LineTalk.StartAsync();
        var phone = await line.PhoneAsync(LinkState.None);

        (await phone.AskAsync(typed)).Labels.ShouldBe(["申し込む", "友だちを招待する"]);
    }

    [Theory]
    [InlineData(4, true)]
    [InlineData(5, false)]
    public async Task Offers_another_subscription_up_to_five(int subscriptions, bool offered)
    {
        await using var line = await LineTalk.StartAsync();
        var phone = await line.PhoneAsync(LinkState.Contractor);
        await line.HoldAsync("oya@example.jp", subscriptions);

        var answer = await phone.AskTapAsync("add-invite@1");

        answer.Labels.Contains("回線を追加する").ShouldBe(offered);
        answer.Text.Contains("上限の5回線", StringComparison.Ordinal).ShouldBe(!offered);
    }
}

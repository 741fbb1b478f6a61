using LineBot.Applications;
using LineBot.RichMenu;
using LineBot.Storage;
using LineBot.Tests.Drivers;
using LineBot.Tests.Language;
using Microsoft.Extensions.DependencyInjection;

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
    [InlineData("ja")]
    [InlineData("en")]
    public async Task Shows_one_invitation_a_day(string language)
    {
        await using var line = await LineTalk.StartAsync(new() { StartsAt = Tokyo.At("2026-11-16T23:30:00"), ClockRuns = false });
        var phone = await line.PhoneAsync(LinkState.Both, language);

        var first = await phone.AskTapAsync("add-invite/invite@1");
        var again = await phone.AskTapAsync("add-invite/invite@1");
        await line.SettledAsync();
        line.Clock.TurnTo(Tokyo.At("2026-11-17T00:00:00"));
        var tomorrow = await phone.AskTapAsync("add-invite/invite@1");

        again.Json.ShouldBe(first.Json);
        tomorrow.Json.ShouldNotBe(first.Json);
        var code = Code(line, "2026-11-16");
        Uri.UnescapeDataString(first.Actions[0].GetProperty("uri").GetString()!).ShouldContain($"/apply?invite={code}&lang={language}");
        first.Actions[0].GetProperty("uri").GetString()!.Length.ShouldBeLessThanOrEqualTo(1_000);
        var host = Uri.EscapeDataString(line.Address.Authority);
        Snapshot.MatchJson(first.Json.Replace(code, "(code)", StringComparison.Ordinal).Replace(host, "(host)", StringComparison.Ordinal), language);
    }

    [Theory]
    [InlineData("ja")]
    [InlineData("en")]
    public async Task Says_when_todays_invitation_was_used(string language)
    {
        await using var line = await LineTalk.StartAsync();
        var phone = await line.PhoneAsync(LinkState.None, language);
        await phone.AskTapAsync("add-invite/invite@1");
        await line.Services.GetRequiredService<Database>().WriteAsync(tx => line.Services.GetRequiredService<ApplicationStore>().Receive(
            tx, "request-1", new ApplicationContent { PlanId = "voice-3gb", UserName = "友", LoginId = "friend", InvitationCode = Code(line, "2026-11-16") },
            null, line.Clock.GetUtcNow()));

        Snapshot.MatchJson((await phone.AskTapAsync("add-invite/invite@1")).Json, language);
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

    private static string Code(LineTalk line, string day) =>
        line.Services.GetRequiredService<Database>().ReadAsync(tx => tx.Get<string>("SELECT code FROM invitations WHERE issued_on = @day", new { day }))
            .GetAwaiter().GetResult();
}

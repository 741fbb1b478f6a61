using LineBot.Notices;
using LineBot.Storage;
using LineBot.Tests.Drivers;
using Microsoft.Extensions.DependencyInjection;

namespace LineBot.Tests.Handlers.NoticeSettings;

/// <summary>The talk's switches, through the front door.</summary>
public sealed class NoticeSettingsTests
{
    [Theory]
    [InlineData("ja", "通知")]
    [InlineData("ja", "お知らせ設定")]
    [InlineData("en", "notifications")]
    public async Task Typed_words_show_what_is_on(string language, string words)
    {
        await using var line = await LineTalk.StartAsync();
        Snapshot.MatchJson((await line.Phone("はな", language).AskAsync(words)).Json, language);
    }

    [Fact]
    public async Task A_tap_turns_a_kind_off_and_another_turns_it_on_again()
    {
        await using var line = await LineTalk.StartAsync();
        var phone = line.Phone("はな");
        foreach (var kind in NoticeKinds.Switchable)
        {
            var stopped = await phone.AskTapAsync($"notice-settings/stop@1?kind={kind.Id()}");
            (await ChoicesAsync(line, phone)).IsOn(kind).ShouldBeFalse();
            if (kind == NoticeKind.PresentReceived)
                Snapshot.MatchJson(stopped.Json, "stopped");
            var started = await phone.AskTapAsync(stopped.Button("元に戻す"));
            (await ChoicesAsync(line, phone)).Off.ShouldBeEmpty();
            if (kind == NoticeKind.PresentReceived)
                Snapshot.MatchJson(started.Json, "started");
        }
    }

    [Fact]
    public async Task Whoever_only_uses_a_subscription_is_offered_nothing_of_the_contracts()
    {
        await using var line = await LineTalk.StartAsync();
        var (parent, child) = (line.Phone("花子"), line.Phone("陸"));
        await parent.LinkContractAsync();
        await child.LinkSubscriptionAsync(await parent.ReadUserCodeAsync("080-0000-0002"));

        await line.SettledAsync();
        await parent.SkipAsync();

        string[] ofTheContract = ["特典のお知らせ", "プランの変更", "ご請求額の確定"];
        var (offered, all) = ((await child.AskAsync("通知")).Text, (await parent.AskAsync("通知")).Text);
        ofTheContract.ShouldAllBe(name => all.Contains(name) && !offered.Contains(name));
        offered.ShouldContain("データ使い切り");
    }

    [Theory]
    [InlineData("link-displaced")]
    [InlineData("nonsense")]
    public async Task Security_and_what_is_no_kind_cannot_be_turned_off(string kind)
    {
        await using var line = await LineTalk.StartAsync();
        var phone = line.Phone("はな");
        (await phone.AskTapAsync($"notice-settings/stop@1?kind={kind}")).AltTexts.Single().ShouldBe("お知らせ設定");
        (await ChoicesAsync(line, phone)).Off.ShouldBeEmpty();
    }

    [Fact]
    public async Task Levels_are_added_and_taken_away_until_none_is_left()
    {
        await using var line = await LineTalk.StartAsync();
        var phone = line.Phone("はな");
        await phone.AskTapAsync("notice-settings/level@1?percent=50&on=1");
        (await ChoicesAsync(line, phone)).LowLevels.ShouldBe([50, 20]);
        await phone.AskTapAsync("notice-settings/level@1?percent=40&on=1");
        (await ChoicesAsync(line, phone)).LowLevels.ShouldBe([50, 20], "only the levels that are offered");
        await phone.AskTapAsync("notice-settings/level@1?percent=20&on=0");
        await phone.AskTapAsync("notice-settings/level@1?percent=50&on=0");
        (await ChoicesAsync(line, phone)).IsOn(NoticeKind.DataLow).ShouldBeFalse();
        await phone.AskTapAsync("notice-settings/level@1?percent=10&on=1");
        var choices = await ChoicesAsync(line, phone);
        (choices.IsOn(NoticeKind.DataLow), choices.LowLevels.Single()).ShouldBe((true, 10));
    }

    private static Task<NoticeChoices> ChoicesAsync(LineTalk line, PhoneDriver phone) =>
        line.Services.GetRequiredService<Database>().ReadAsync(tx => line.Services.GetRequiredService<NoticeSettingsStore>().Of(tx, phone.UserId));
}

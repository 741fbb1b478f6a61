using LineBot.Notices;
using LineBot.RichMenu;
using LineBot.Storage;
using LineBot.Tests.Drivers;
using LineBot.Tests.Handlers.Linking;
using Microsoft.Extensions.DependencyInjection;

namespace LineBot.Tests.Handlers.MyPage;

/// <summary>The notices' switches as a page; the talk has the same.</summary>
public sealed class NoticesPageTests
{
    [Fact]
    public async Task Saves_what_is_chosen_and_shows_it_in_the_talk_too()
    {
        await using var line = await LineTalk.StartAsync();
        var mother = await line.PhoneAsync(LinkState.Contractor);
        await mother.OpenMyPageAsync();
        var page = await mother.OpenAsync(new Uri(line.Address, "/my-page/notices"));
        page.Text.ShouldContain("21:00〜8:00");

        page = await mother.SubmitAsync(page.Form("kind").Fill("kind", "data-used-up").Fill("level", "30"));

        page.Text.ShouldContain("保存しました");
        var choices = await line.Services.GetRequiredService<Database>().ReadAsync(tx =>
            line.Services.GetRequiredService<NoticeSettingsStore>().Of(tx, mother.UserId));
        choices.LowLevels.ShouldBe([30]);
        NoticeKinds.Switchable.Where(choices.IsOn).ShouldBe([NoticeKind.DataLow, NoticeKind.DataUsedUp]);
        (await mother.AskAsync("通知")).Labels.ShouldContain("プレゼントの受け取りをオン");
    }

    [Fact]
    public async Task Is_not_for_those_without_a_contract()
    {
        await using var line = await LineTalk.StartAsync();
        var child = await line.PhoneAsync(LinkState.User);
        var door = await child.OpenAsync((await child.AskTapAsync("data-remaining@1")).Link("グラフでくわしく見る"));
        await child.SubmitAsync(door.Form("ticket"));
        (await child.OpenAsync(new Uri(line.Address, "/my-page/notices"))).Status.ShouldBe(403);
    }
}

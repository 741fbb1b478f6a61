using LineBot.RichMenu;
using LineBot.Simulator.Platform;
using LineBot.Tests.Drivers;

namespace LineBot.Tests.Handlers.Linking;

/// <summary>The moment a link is made or broken, that customer's rich menu is switched.</summary>
public sealed class MenuFollowsLinkTests
{
    private const string Child = "080-0000-0002";

    [Fact]
    public async Task A_switch_that_fails_is_seen_holds_up_no_answer_and_is_made_up_for()
    {
        await using var line = await LineTalk.StartAsync();
        await line.PublishMenusAsync();
        line.ExpectRefusal(call => call.Path.Contains("/richmenu/", StringComparison.Ordinal));
        var child = line.Phone("Riku");
        line.Platform.Faults.Add(ApiFault.FailBefore, path: "/richmenu/");

        (await child.LinkUserAsync(line, Child)).Text.ShouldContain("連携完了");
        (await child.AskTapAsync("data-remaining@1")).Text.ShouldContain("データ残量");

        await line.EventuallyAsync(
            () => line.Count("SELECT COUNT(*) FROM outbox WHERE kind = 'menu' AND status = 0 AND attempts > 0 AND last_error LIKE '500%'") == 1,
            "the failure to be on record");
        using var http = new HttpClient();
        var metrics = new Uri(line.Address, "/metrics");
        var meanwhile = await http.GetStringAsync(metrics);
        meanwhile.ShouldContain("linebot_outbox_waiting 1");
        meanwhile.ShouldContain("linebot_menu_switches_late 1");
        line.Platform.Faults.Clear();
        await child.MenuBecomesAsync("user");
        await line.SettledAsync();
        var afterwards = await http.GetStringAsync(metrics);
        afterwards.ShouldContain("linebot_menu_switches_late 0");
        afterwards.ShouldContain("linebot_menu_switches_total{outcome=\"taken\"} 1");
    }

    [Fact]
    public async Task A_link_that_broke_while_the_account_was_blocked_shows_in_the_menu_of_whoever_comes_back()
    {
        await using var line = await LineTalk.StartAsync();
        await line.PublishMenusAsync();
        var (mother, child) = (await line.PhoneAsync(LinkState.Contractor), line.Phone("Riku"));
        await child.LinkUserAsync(line, Child);
        await mother.NextAnswerAsync();
        await child.MenuBecomesAsync("user");
        // LINE may refuse what concerns somebody who has blocked the account.
        line.ExpectRefusal(call => call.Path.Contains(child.UserId, StringComparison.Ordinal));
        await child.Phone.BlockAsync();
        await line.SettledAsync();

        await mother.ReissueAsync(line, Child);
        await line.SettledAsync();
        await child.Phone.UnblockAsync();

        (await child.NextAnswerAsync()).Text.ShouldContain("おかえりなさい");
        await child.MenuBecomesAsync("none");
        await child.HearsNothingAsync();
    }

    [Fact]
    public async Task Follows_what_is_done_on_My_Page()
    {
        await using var line = await LineTalk.StartAsync();
        await line.PublishMenusAsync();
        var mother = line.Phone("Mother");
        await mother.LinkContractorAsync();
        await mother.MenuBecomesAsync("contractor");
        await mother.OpenMyPageAsync();
        var own = line.Count("SELECT id FROM subscriptions WHERE phone_number = '080-0000-0001'");

        var ask = await mother.OpenAsync(new Uri(line.Address, $"/my-page/user-link/{own}"));
        await mother.SubmitAsync(ask.FormWithButton("このLINEで利用者連携する"));
        await mother.MenuBecomesAsync("both");
        var undo = await mother.OpenAsync(new Uri(line.Address, "/my-page/unlink"));
        await mother.SubmitAsync(undo.FormWithButton("連携を解除する"));
        await mother.MenuBecomesAsync("user");
    }
}

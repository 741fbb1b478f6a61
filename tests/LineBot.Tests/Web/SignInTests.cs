using LineBot.Accounts;
using LineBot.RichMenu;
using LineBot.Tests.Drivers;
using LineBot.Tests.Handlers;
using LineBot.Tests.Handlers.Linking;
using LineBot.Web;
using Microsoft.Extensions.DependencyInjection;

namespace LineBot.Tests.Web;

/// <summary>The door that the talk's buttons lead through.</summary>
public sealed class SignInTests
{
    [Fact]
    public async Task Whoever_is_signed_in_already_goes_straight_there_and_keeps_the_button()
    {
        await using var line = await LineTalk.StartAsync();
        var mother = await line.PhoneAsync(LinkState.Contractor);
        await mother.OpenMyPageAsync();
        var button = (await mother.AskTapAsync("my-page@1")).Link("マイページを開く");

        for (var i = 0; i < 2; i++)
        {
            var page = await mother.OpenAsync(button);
            (page.Status, page.Address.AbsolutePath).ShouldBe((200, "/my-page"));
        }
        line.Count("SELECT COUNT(*) FROM sign_in_links WHERE spent_at IS NOT NULL").ShouldBe(1);
        line.Count("SELECT COUNT(*) FROM web_sessions").ShouldBe(1);
    }

    [Fact]
    public async Task Another_login_ID_asks_for_a_tap_and_replaces_the_session()
    {
        await using var line = await LineTalk.StartAsync();
        var mother = await line.PhoneAsync(LinkState.Contractor);
        await mother.OpenMyPageAsync();
        await mother.LinkContractorAsync(LinkingSteps.Friend, LinkingSteps.FriendsPassword);
        var contract = line.Count("SELECT id FROM contracts WHERE login_id = 'tomo@example.jp'");

        var enter = await mother.OpenAsync((await mother.AskTapAsync($"my-page@1?contract={contract}")).Link("マイページを開く"));
        enter.Address.AbsolutePath.ShouldBe("/my-page/sign-in");
        var page = await mother.SubmitAsync(enter.Form("ticket"));

        page.Text.ShouldContain("鈴木 友子 さま");
        line.Count("SELECT COUNT(*) FROM web_sessions WHERE ended_at IS NULL").ShouldBe(1);
        line.Count("SELECT COUNT(*) FROM web_sessions WHERE ended_at IS NOT NULL").ShouldBe(1);
    }

    [Fact]
    public async Task Somebody_elses_button_does_not_go_straight_through()
    {
        await using var line = await LineTalk.StartAsync();
        var (mother, friend) = (await line.PhoneAsync(LinkState.Contractor), line.Phone("Friend"));
        await friend.LinkContractorAsync(LinkingSteps.Friend, LinkingSteps.FriendsPassword);
        await mother.OpenMyPageAsync();

        var page = await mother.OpenAsync((await friend.AskTapAsync("my-page@1")).Link("マイページを開く"));

        page.Address.AbsolutePath.ShouldBe("/my-page/sign-in");
    }

    [Fact]
    public async Task A_users_session_reaches_no_page_of_a_contract()
    {
        await using var line = await LineTalk.StartAsync();
        var child = await line.PhoneAsync(LinkState.User);

        var entered = await EnterDataAsync(line, child);

        entered.Address.AbsolutePath.ShouldBe("/data");
        foreach (var path in (string[])["/my-page", "/my-page/unlink", "/my-page/user-unlink"])
            (await child.OpenAsync(new Uri(line.Address, path))).Status.ShouldBe(403);
    }

    [Fact]
    public async Task A_ticket_for_the_data_page_opens_nothing_else_at_the_other_door()
    {
        await using var line = await LineTalk.StartAsync();
        var child = await line.PhoneAsync(LinkState.User);
        var address = await DataButtonAsync(line, child);

        var enter = await child.OpenAsync(new Uri(address.ToString().Replace("/data/sign-in", "/my-page/sign-in", StringComparison.Ordinal)));
        var entered = await child.SubmitAsync(enter.Form("ticket"));

        entered.Address.AbsolutePath.ShouldBe("/data");
        (await child.OpenAsync(new Uri(line.Address, "/my-page"))).Status.ShouldBe(403);
    }

    [Fact]
    public async Task A_users_session_ends_with_the_user_link_and_with_a_new_one()
    {
        await using var line = await LineTalk.StartAsync();
        var child = await line.PhoneAsync(LinkState.User);
        await EnterDataAsync(line, child);
        (await child.OpenAsync(new Uri(line.Address, "/my-page"))).Status.ShouldBe(403, "signed in, and not allowed");

        await line.InStoreAsync(tx => line.Services.GetRequiredService<LinkStore>().UndoUser(tx, child.UserId, line.Clock.GetUtcNow()));
        (await child.OpenAsync(new Uri(line.Address, "/my-page"))).Status.ShouldBe(401, "signed out");
        await child.LinkUserAsync(line, "080-0000-0003");
        (await child.OpenAsync(new Uri(line.Address, "/my-page"))).Status.ShouldBe(401, "a new link does not wake an old session");
    }

    [Fact]
    public async Task Signing_in_as_contract_holder_covers_what_a_user_link_opens()
    {
        await using var line = await LineTalk.StartAsync();
        var mother = await line.PhoneAsync(LinkState.Both);
        await mother.OpenMyPageAsync();

        var page = await mother.OpenAsync(await DataButtonAsync(line, mother));

        page.Address.AbsolutePath.ShouldBe("/data");
    }

    [Fact]
    public async Task A_button_names_a_page_and_carries_no_address()
    {
        await using var line = await LineTalk.StartAsync();
        var mother = await line.PhoneAsync(LinkState.Contractor);
        var button = (await mother.AskTapAsync("my-page@1")).Link("マイページを開く");
        var form = (await mother.OpenAsync(new Uri($"{button}&destination=https://example.com/&returnUrl=//example.com"))).Form("ticket");

        (await mother.SubmitAsync(form)).Address.ToString().ShouldBe(new Uri(line.Address, "/my-page").ToString());
        System.Web.HttpUtility.ParseQueryString(button.Query).AllKeys.ShouldBe(["ticket", "lang"]);
    }

    private static async Task<Uri> DataButtonAsync(LineTalk line, PhoneDriver phone) => new(await line.InStoreAsync(tx =>
        line.Services.GetRequiredService<SignInLinks>().AddressOf(
            tx, line.Services.GetRequiredService<AccountStore>().CustomerOf(tx, phone.UserId), Destination.Data, line.Clock.GetUtcNow())));

    private static async Task<WebPage> EnterDataAsync(LineTalk line, PhoneDriver phone)
    {
        var enter = await phone.OpenAsync(await DataButtonAsync(line, phone));
        return await phone.SubmitAsync(enter.Form("ticket"));
    }
}

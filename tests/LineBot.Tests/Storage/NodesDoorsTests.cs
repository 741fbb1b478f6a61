using System.Net;
using LineBot.Accounts;
using LineBot.Console.Staff;
using LineBot.RichMenu;
using LineBot.Storage;
using LineBot.Tests.Console;
using LineBot.Tests.Data;
using LineBot.Tests.Drivers;
using LineBot.Tests.Handlers;
using LineBot.Tests.Handlers.DataPresent;
using LineBot.Tests.Handlers.Linking;
using LineBot.Web;
using Microsoft.Extensions.DependencyInjection;

namespace LineBot.Tests.Storage;

/// <summary>Customers and operators in front of two nodes: what one of them knows the other knows, and a second node is no second try.</summary>
public sealed class NodesDoorsTests
{
    [PostgresFact]
    public async Task Tries_at_a_password_are_counted_together()
    {
        await using var line = await StartAsync();
        var phone = line.Phone("Attacker");
        var page = await phone.OpenSignInAsync();

        for (var tries = 0; tries < PasswordCheck.PerLoginId.Most; tries++)
            (await SubmitAsync(tries % 2, "wrong-password")).Status.ShouldBe(422);

        foreach (var node in (int[])[0, 1])
            (await SubmitAsync(node, LinkingSteps.ParentsPassword)).Status.ShouldBe(429);

        Task<WebPage> SubmitAsync(int node, string password)
        {
            line.TurnTo(node);
            return phone.SubmitAsync(LinkingSteps.Credentials(page, LinkingSteps.Parent, password));
        }
    }

    [PostgresFact]
    public async Task Tries_at_a_user_code_are_counted_together()
    {
        await using var line = await StartAsync(clockRuns: false);
        var child = await line.PhoneAsync(LinkState.None);
        await child.AskTapAsync("linking/user@1");

        for (var tries = 0; tries < UserCodeLimits.PerAccount.Most; tries++)
        {
            line.TurnTo(tries % 2);
            (await child.AskAsync($"000000000000000{tries}")).Text.ShouldContain("見つかりませんでした");
        }

        line.TurnTo(UserCodeLimits.PerAccount.Most % 2);
        (await child.AskAsync("0000000000000009")).Text.ShouldContain("12:15以降に");
    }

    [PostgresFact]
    public async Task A_sign_in_link_opens_once_wherever_it_is_used_first_or_at_once()
    {
        await using var line = await StartAsync();
        var mother = await line.PhoneAsync(LinkState.Contractor);
        using var thief = new WebVisitor(line.Platform, line.Phone("Thief").Phone);

        var used = (await mother.AskTapAsync("my-page@1")).Link("マイページを開く");
        var form = (await thief.OpenAsync(used)).Form("ticket");
        (await mother.SubmitAsync((await mother.OpenAsync(used)).Form("ticket"))).Address.AbsolutePath.ShouldBe("/my-page");
        line.TurnTo(1);
        (await thief.SubmitAsync(form)).Address.AbsolutePath.ShouldNotBe("/my-page");
        line.Count("SELECT COUNT(*) FROM web_sessions").ShouldBe(1);

        var other = await line.PhoneAsync(LinkState.Both);
        var raced = (await other.AskTapAsync("my-page@1")).Link("マイページを開く");
        var (one, two) = ((await other.OpenAsync(raced)).Form("ticket"), (await thief.OpenAsync(raced)).Form("ticket"));
        line.TurnTo(0, 1);
        var pages = await Task.WhenAll(other.SubmitAsync(one), thief.SubmitAsync(two));
        pages.Count(page => page.Address.AbsolutePath == "/my-page").ShouldBe(1);
        line.Count("SELECT COUNT(*) FROM web_sessions").ShouldBe(2);
    }

    [PostgresFact]
    public async Task Who_is_signed_in_on_one_is_on_the_other_and_signs_out_of_both_with_a_form_of_either()
    {
        await using var line = await StartAsync();
        var mother = await line.PhoneAsync(LinkState.Contractor);
        await mother.OpenMyPageAsync();

        line.TurnTo(1);
        var page = await mother.OpenAsync(new Uri(line.Address, "/my-page"));
        line.TurnTo(0);
        var left = await mother.SubmitAsync(page.FormWithButton("サインアウト"));

        page.Status.ShouldBe(200);
        left.Status.ShouldBe(200);
        foreach (var node in (int[])[1, 0])
        {
            line.TurnTo(node);
            (await mother.OpenAsync(new Uri(line.Address, "/my-page"))).Status.ShouldBe(401);
        }
    }

    [PostgresFact]
    public async Task A_present_that_is_claimed_on_both_at_once_is_given_once()
    {
        await using var line = await StartAsync();
        var (giver, friend) = await PresentLinkTalkTests.FriendsAsync(line);
        var child = line.Phone("陸");
        await line.LinkUserAsync(child, "080-0000-0002");
        var before = PresentLinkTalkTests.LeftOfAll(line);
        var claim = $"プレゼントを受け取る {PresentLinkTalkTests.LinkIn(PresentLinkTalkTests.SharedText(await PresentLinkTalkTests.MakeLinkAsync(giver))).Segments[^1]}";
        await line.SettledAsync();

        line.TurnTo(0, 1);
        await Task.WhenAll(friend.SayAsync(claim), child.SayAsync(claim));
        var answers = new[] { await friend.NextAnswerAsync(), await child.NextAnswerAsync() };

        answers.Count(answer => answer.Text.Contains("花子さんからプレゼント", StringComparison.Ordinal)).ShouldBe(1);
        answers.Count(answer => answer.Text.Contains("先にほかの方が受け取りました", StringComparison.Ordinal)).ShouldBe(1);
        (await giver.NextAnswerAsync()).Text.ShouldContain("1GB を受け取りました");
        await giver.HearsNothingAsync();
        PresentLinkTalkTests.LeftOfAll(line).ShouldBe(before);
    }

    [PostgresFact]
    public async Task An_operator_has_one_count_of_tries_one_session_and_one_end_of_it()
    {
        await using var line = await StartAsync();
        using var admin = await OperatorDriver.SignInAsync(line, "suzuki", OperatorRole.Admin);
        using var sato = await OperatorDriver.SignInAsync(line, "sato");
        using var guesser = new OperatorDriver(line);

        foreach (var node in (int[])[1, 0])
        {
            line.TurnTo(node);
            (await sato.GetAsync("/console")).StatusCode.ShouldBe(HttpStatusCode.OK);
        }
        // The page with the form comes from one node, and the form goes to the other.
        line.TurnTo(0, 1);
        (await admin.PostAsync("/console/operators/disable", ("name", "sato"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        for (var tries = 0; tries < OperatorCheck.PerName.Most; tries++)
        {
            line.TurnTo(tries % 2);
            (await guesser.SignInAsync("suzuki", "wrong")).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        }

        foreach (var node in (int[])[0, 1])
        {
            line.TurnTo(node);
            (await sato.GetAsync("/console")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
            (await guesser.SignInAsync("suzuki", OperatorDriver.Password)).StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        }
    }

    [PostgresFact]
    public async Task An_open_desk_shows_what_happens_on_the_other_node()
    {
        await using var line = await StartAsync();
        var phone = line.Phone("はな");
        using var sato = await OperatorDriver.SignInAsync(line, "sato");
        using var kato = await OperatorDriver.SignInAsync(line, "kato");
        using var desk = await OpenAsync("/console/live");
        await OperatorDriver.ReadUntilAsync(desk, "waiting");

        line.TurnTo(1);
        await phone.AskTapAsync("talk-inquiry/connect@1");
        await phone.SayAsync("はじめの質問");
        await OperatorDriver.ReadUntilAsync(desk, "はな");
        await line.SettledAsync();
        line.Count($"SELECT COUNT(*) FROM inbox WHERE owner <> {line.ServicesOf(1).GetRequiredService<Database>().Node.Id}").ShouldBe(0, "the other node took them");
        var talk = line.Count("SELECT id FROM inquiries");
        using var open = await OpenAsync($"/console/live?talk={talk}");
        await OperatorDriver.ReadUntilAsync(open, "はじめの質問");

        (await kato.PostAsync($"/console/talks/{talk}/take")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await OperatorDriver.ReadUntilAsync(open, "katoさん");
        await kato.PostAsync($"/console/talks/{talk}/answer", ("text", "もう一方からの返信"));
        await OperatorDriver.ReadUntilAsync(open, "もう一方からの返信");

        async Task<StreamReader> OpenAsync(string path) =>
            new(await (await sato.GetAsync(new Uri(line.AddressOf(0), path).ToString())).Content.ReadAsStreamAsync());
    }

    private static Task<LineTalk> StartAsync(bool clockRuns = true) => LineTalk.StartAsync(new LineTalkOptions { Nodes = 2, ClockRuns = clockRuns });
}

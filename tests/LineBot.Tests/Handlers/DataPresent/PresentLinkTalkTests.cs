using LineBot.Simulator.Browser;
using LineBot.Tests.Data;
using LineBot.Tests.Drivers;
using LineBot.Tests.Language;

namespace LineBot.Tests.Handlers.DataPresent;

/// <summary>Presents between phones, through the front door: talk, share screen, page, talk.</summary>
public sealed class PresentLinkTalkTests
{
    [Fact]
    public async Task A_friend_gets_the_link_opens_it_and_sends_what_it_typed()
    {
        await using var line = await LineTalk.StartAsync();
        var (giver, friend) = await FriendsAsync(line);
        var before = LeftOfAll(line);

        var shared = SharedText(await MakeLinkAsync(giver));
        LeftOfAll(line).ShouldBe(before - 1_000_000, "it waits behind the link");
        var page = await friend.OpenAsync(LinkIn(shared));
        page.Status.ShouldBe(200);
        Snapshot.MatchText(page.Text);
        line.Count("SELECT COUNT(*) FROM data_shares WHERE state = 'waiting'").ShouldBe(1, "looking takes nothing");

        var claim = Typed(page.Link("LINEで受け取る"));
        (await friend.AskAsync(claim)).AltTexts.Single().ShouldBe("花子さんから 1GB のデータプレゼントが届きました");
        (await giver.NextAnswerAsync()).Text.ShouldContain("友子さんが 1GB を受け取りました");
        LeftOfAll(line).ShouldBe(before);
        (await friend.OpenAsync(LinkIn(shared))).Text.ShouldContain("受け取り済みのプレゼントです");
        // From now on they are on each other's list.
        (await friend.AskAsync("プレゼント")).Labels.ShouldContain("花子さん");
        await giver.HearsNothingAsync();
    }

    [Fact]
    public async Task What_nobody_takes_comes_back_and_its_giver_hears_of_it_once()
    {
        await using var line = await LineTalk.StartAsync();
        var (giver, friend) = await FriendsAsync(line);
        var before = LeftOfAll(line);
        var shared = SharedText(await MakeLinkAsync(giver));

        await line.SettledAsync();
        line.Clock.Turn(TimeSpan.FromHours(72.1));
        (await giver.NextAnswerAsync()).Text.ShouldContain("プレゼントが戻りました");
        LeftOfAll(line).ShouldBe(before);
        var page = await friend.OpenAsync(LinkIn(shared));
        page.Status.ShouldBe(410);
        page.Text.ShouldContain("受け取り期限が過ぎました");
        (await friend.AskAsync($"プレゼントを受け取る {LinkIn(shared).Segments[^1]}")).Text.ShouldContain("データは贈り主に戻っています");
        await line.SettledAsync();
        line.Clock.Turn(TimeSpan.FromMinutes(5));
        await giver.HearsNothingAsync();
    }

    [Fact]
    public async Task Two_phones_that_claim_at_once_get_it_once_and_each_hears_the_truth()
    {
        await using var line = await LineTalk.StartAsync();
        var (giver, friend) = await FriendsAsync(line);
        var child = line.Phone("陸");
        await line.LinkUserAsync(child, "080-0000-0002");
        var before = LeftOfAll(line);
        var claim = $"プレゼントを受け取る {LinkIn(SharedText(await MakeLinkAsync(giver))).Segments[^1]}";

        await Task.WhenAll(friend.SayAsync(claim), child.SayAsync(claim), friend.SayAsync(claim), child.SayAsync(claim));
        var answers = new[] { await friend.NextAnswerAsync(), await friend.NextAnswerAsync(), await child.NextAnswerAsync(), await child.NextAnswerAsync() };
        answers.Count(answer => answer.Text.Contains("花子さんからプレゼント", StringComparison.Ordinal)).ShouldBe(1, string.Join('\n', answers.Select(answer => answer.Text)));
        answers.Count(answer => answer.Text.Contains("受け取り済みです", StringComparison.Ordinal)).ShouldBe(1);
        answers.Count(answer => answer.Text.Contains("先にほかの方が受け取りました", StringComparison.Ordinal)).ShouldBe(2);
        await giver.NextAnswerAsync();
        await giver.HearsNothingAsync();
        LeftOfAll(line).ShouldBe(before);
    }

    [Theory]
    [InlineData("ABC")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("%E3%81%82")]
    public async Task An_address_that_was_never_a_link_is_told_so(string code)
    {
        await using var line = await LineTalk.StartAsync();
        var page = await line.Phone("誰か", "en").OpenAsync(new Uri(line.Address, $"/data/present/{code}"));
        page.Status.ShouldBe(404);
        page.Text.ShouldContain("There is no such present");
    }

    [Fact]
    public async Task A_claim_goes_before_whatever_the_customer_was_asked_to_type()
    {
        await using var line = await LineTalk.StartAsync();
        var (giver, _) = await FriendsAsync(line);
        var code = LinkIn(SharedText(await MakeLinkAsync(giver))).Segments[^1];
        var newcomer = line.Phone("新太");
        await newcomer.AskTapAsync("linking/user@1");
        var told = await newcomer.AskAsync($"プレゼントを受け取る {code}");
        told.Text.ShouldContain("1GB のプレゼントが届いています");
        // The code that was asked for is still waited for.
        (await newcomer.AskAsync("1234")).Text.ShouldContain("16");
    }

    [Fact]
    public async Task The_page_says_what_to_send_while_LINE_does_not_answer()
    {
        await using var line = await LineTalk.StartAsync();
        var (giver, friend) = await FriendsAsync(line);
        var shared = SharedText(await MakeLinkAsync(giver));
        line.ExpectRefusal(call => call.Path == "/v2/bot/info");
        line.Platform.Faults.Add(LineBot.Simulator.Platform.ApiFault.FailBefore, 1, "/v2/bot/info");
        var page = await friend.OpenAsync(LinkIn(shared));
        page.Text.ShouldContain($"プレゼントを受け取る {LinkIn(shared).Segments[^1]}");
    }

    [Fact]
    public async Task At_night_the_receiver_hears_in_the_morning_and_the_giver_is_told_so()
    {
        await using var line = await LineTalk.StartAsync(new LineTalkOptions { StartsAt = Tokyo.At("2026-11-16T22:00") });
        var (parent, child) = (line.Phone("花子"), line.Phone("陸"));
        await line.LinkUserAsync(parent, "080-0000-0001");
        await line.LinkUserAsync(child, "080-0000-0002");
        var people = await parent.AskTapAsync("data-present@1");
        var confirmation = await parent.AskTapAsync((await parent.AskTapAsync(people.Button("陸さん 080-0000-0002"))).Button("500MB"));
        (await parent.AskTapAsync(confirmation.Button("データプレゼントする"))).Text.ShouldContain("陸さんには朝にお知らせします");
        await child.HearsNothingAsync();
        line.Clock.Turn(TimeSpan.FromHours(10));
        await line.EventuallyAsync(
            () =>
            {
                line.Clock.Turn(TimeSpan.FromMinutes(1));
                return line.Count("SELECT COUNT(*) FROM notices WHERE state = 'held'") == 0;
            },
            "the morning's notices to go out");
        (await child.NextAnswerAsync()).AltTexts.Single().ShouldBe("花子さんから 500MB のデータプレゼントが届きました");
    }

    internal static async Task<(PhoneDriver Giver, PhoneDriver Friend)> FriendsAsync(LineTalk line)
    {
        var (giver, friend) = (line.Phone("花子"), line.Phone("友子"));
        // They have written before: whoever links has.
        await giver.AskAsync("残量");
        await friend.AskAsync("残量");
        await line.LinkUserAsync(giver, "080-0000-0001");
        await line.LinkUserAsync(friend, "080-0000-0003");
        return (giver, friend);
    }

    internal static async Task<LineBot.Simulator.Journeys.Answer> MakeLinkAsync(PhoneDriver giver)
    {
        var people = await giver.AskTapAsync("data-present@1");
        var amounts = await giver.AskTapAsync(people.Button("LINEの友だちに贈る"));
        var confirmation = await giver.AskTapAsync(amounts.Button("1GB"));
        return await giver.AskTapAsync(confirmation.Button("プレゼントリンクを作る"));
    }

    internal static string SharedText(LineBot.Simulator.Journeys.Answer link) =>
        LineLink.Of(link.Link("LINEの友だちに送る")).ShouldBeOfType<LineLink.Share>().Text;

    internal static Uri LinkIn(string shared) => new(shared.Split('\n')[^1]);

    private static string Typed(Uri address) => LineLink.Of(address).ShouldBeOfType<LineLink.TypedMessage>().Text;

    internal static long LeftOfAll(LineTalk line) => line.Count("SELECT SUM(left_kb) FROM data_parts WHERE last_day >= '2026-11-16'");
}

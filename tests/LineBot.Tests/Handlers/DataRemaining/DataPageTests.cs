using LineBot.Accounts;
using LineBot.RichMenu;
using LineBot.Storage;
using LineBot.Tests.Drivers;
using LineBot.Tests.Handlers.Linking;
using Microsoft.Extensions.DependencyInjection;

namespace LineBot.Tests.Handlers.DataRemaining;

/// <summary>The remaining data as a page, from the tile's own button.</summary>
public sealed class DataPageTests
{
    [Theory]
    [InlineData("ja")]
    [InlineData("en")]
    public async Task Shows_a_child_everything_but_prices(string language)
    {
        await using var line = await LineTalk.StartAsync(new LineTalkOptions { ClockRuns = false });
        var child = await line.PhoneAsync(LinkState.User, language);

        var page = await EnterAsync(child, language);

        page.Address.AbsolutePath.ShouldBe("/data");
        Snapshot.MatchText(page.Text, language);
        foreach (var forbidden in (string[])["円", "¥", "/my-page", "style=", "onclick"])
            page.Html.ShouldNotContain(forbidden);
    }

    [Fact]
    public async Task Draws_no_more_than_it_says_in_words()
    {
        await using var line = await LineTalk.StartAsync();
        var child = await line.PhoneAsync(LinkState.User);

        var page = await EnterAsync(child);

        Count(page.Html, "<rect class=\"bar").ShouldBe(30);
        Count(page.Html, "<th scope=\"row\">").ShouldBe(30, "each bar stands in the table too");
        Count(page.Html, "role=\"img\" aria-labelledby=").ShouldBe(2);
    }

    [Fact]
    public async Task Shows_nobody_a_subscription_that_is_neither_theirs_nor_their_contracts()
    {
        await using var line = await LineTalk.StartAsync();
        var (child, mother) = (await line.PhoneAsync(LinkState.User), await line.PhoneAsync(LinkState.Contractor));
        await EnterAsync(child);
        (await child.OpenAsync(Of(line, 1))).Status.ShouldBe(404);
        (await child.OpenAsync(Of(line, 2))).Status.ShouldBe(200);
        (await child.OpenAsync(Of(line, 99))).Status.ShouldBe(404);

        await mother.OpenMyPageAsync();
        (await mother.OpenAsync(Of(line, 1))).Text.ShouldContain("花子さん");
        var other = await mother.OpenAsync(Of(line, 2));
        other.Text.ShouldContain("陸さん");
        other.Html.ShouldContain("/my-page/top-up/2");
        (await mother.OpenAsync(Of(line, 3))).Status.ShouldBe(404);
        (await mother.OpenAsync(new Uri(line.Address, "/data"))).Text.ShouldContain("花子さん", customMessage: "without a user link, the contract's first");
    }

    [Fact]
    public async Task Leads_to_buying_only_a_session_that_reaches_the_contract()
    {
        await using var line = await LineTalk.StartAsync();
        var both = await line.PhoneAsync(LinkState.Both);
        (await EnterAsync(both)).Html.ShouldNotContain("top-up");
        await both.OpenMyPageAsync();
        (await both.OpenAsync(new Uri(line.Address, "/data"))).Html.ShouldContain("/my-page/top-up/2");
    }

    [Fact]
    public async Task Ends_with_the_user_link()
    {
        await using var line = await LineTalk.StartAsync();
        var child = await line.PhoneAsync(LinkState.User);
        await EnterAsync(child);
        await line.Services.GetRequiredService<Database>().WriteAsync(tx =>
            line.Services.GetRequiredService<LinkStore>().UndoUser(tx, child.UserId, line.Clock.GetUtcNow()));
        (await child.OpenAsync(new Uri(line.Address, "/data"))).Status.ShouldBe(401);
    }

    private static async Task<WebPage> EnterAsync(PhoneDriver phone, string language = "ja")
    {
        var answer = await phone.AskTapAsync("data-remaining@1");
        var door = await phone.OpenAsync(answer.Link(language == "ja" ? "グラフでくわしく見る" : "See the month's chart"));
        return await phone.SubmitAsync(door.Form("ticket"));
    }

    private static Uri Of(LineTalk line, int subscription) => new(line.Address, $"/data/{subscription}");

    private static int Count(string html, string part) => html.Split(part).Length - 1;
}

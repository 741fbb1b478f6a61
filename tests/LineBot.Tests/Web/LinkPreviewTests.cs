using LineBot.Tests.Drivers;
using LineBot.Tests.Handlers.Linking;

namespace LineBot.Tests.Web;

/// <summary>LINE looks at every link that stands in a text, also at one that a customer copied from a button: that is to spend nothing.</summary>
public sealed class LinkPreviewTests
{
    [Fact]
    public async Task A_preview_does_not_spend_the_link_to_My_Page()
    {
        await using var line = await LineTalk.StartAsync();
        var mother = line.Phone("はな");
        await mother.LinkContractorAsync();
        var address = (await mother.AskTapAsync("my-page@1")).Link("マイページを開く");

        await SeenAsync(line, mother, address);

        var page = await mother.OpenAsync(address);
        (await mother.SubmitAsync(page.Form("ticket"))).Text.ShouldContain("ご契約内容");
    }

    [Fact]
    public async Task A_preview_does_not_spend_the_link_that_links_the_contract()
    {
        await using var line = await LineTalk.StartAsync();
        var mother = line.Phone("はな");
        var address = (await mother.AskTapAsync("linking/contractor@1")).FindLink("linkToken=")!;

        await SeenAsync(line, mother, address);

        var page = await mother.OpenAsync(address);
        await mother.SubmitAsync(page.Form("loginId", "password").Fill("loginId", "oya@example.jp").Fill("password", "demo-password-1"));
        (await mother.NextAnswerAsync()).Text.ShouldContain("連携完了");
    }

    /// <summary>The link is written into the talk, and LINE has looked at it.</summary>
    private static async Task SeenAsync(LineTalk line, PhoneDriver phone, Uri link)
    {
        await phone.AskAsync(link.AbsoluteUri);
        await line.EventuallyAsync(() => line.Platform.Record.Previews.Count > 0, "the preview");
        var preview = line.Platform.Record.Previews.Single();
        (preview.Link, preview.Status).ShouldBe((link, 200));
    }
}

using System.Text.Json.Nodes;
using LineBot.Tests.Drivers;

namespace LineBot.Tests.Simulator.Platform;

/// <summary>LINE looks at links in texts before anybody opens them.</summary>
public sealed class PreviewTests : IAsyncLifetime
{
    private PlatformTalk _line = null!;
    private VisitedSite _site = null!;

    public async Task InitializeAsync()
    {
        _line = await PlatformTalk.StartAsync();
        _site = await VisitedSite.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _site.DisposeAsync();
        await _line.DisposeAsync();
    }

    [Fact]
    public async Task A_link_in_a_bots_text_is_fetched_once_for_all_who_get_it_as_nobody()
    {
        _line.Platform.AddFriend("けん");

        await _line.PostAsync("/v2/bot/message/broadcast", new JsonObject { ["messages"] = new JsonArray(PlatformTalk.Text($"こちら→{Link("/page")}、どうぞ")) });

        (await PreviewAsync()).ShouldBe((Link("/page"), 200, "ページ"));
        _site.Visits.ShouldBe(["GET /page facebookexternalhit/1.1;line-poker/1.0"]);
    }

    [Fact]
    public async Task So_is_one_that_somebody_writes()
    {
        await _line.Phone.SendTextAsync($"{Link("/own")} {Link("/own")}");

        (await PreviewAsync()).ShouldBe((Link("/own"), 200, "紹介 & 特典"));
        _site.Visits.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("/moved", 200, "ページ", 2)]
    [InlineData("/round", 302, null, 4)]
    [InlineData("/away", 302, null, 1)]
    [InlineData("/file", 200, null, 1)]
    public async Task Goes_where_a_link_leads_but_not_for_ever_and_not_away(string path, int status, string? title, int visits)
    {
        await _line.PushAsync(null, PlatformTalk.Text(Link(path).AbsoluteUri));

        (await PreviewAsync()).ShouldBe((Link(path), status, title));
        _site.Visits.Count.ShouldBe(visits);
    }

    [Fact]
    public async Task Links_behind_buttons_and_links_to_elsewhere_are_left_alone()
    {
        var button = JsonNode.Parse($$"""{"type":"uri","label":"開く","uri":"{{Link("/button")}}"}""");
        var card = new JsonObject { ["type"] = "buttons", ["text"] = "どうぞ", ["actions"] = new JsonArray(button) };

        await _line.PushAsync(null, new JsonObject { ["type"] = "template", ["altText"] = Link("/alt").AbsoluteUri, ["template"] = card });
        await _line.PushAsync(null, PlatformTalk.Text("https://example.com/"));
        await _line.PushAsync(null, PlatformTalk.Text(Link("/page").AbsoluteUri));

        (await PreviewAsync()).Link.ShouldBe(Link("/page"));
        _site.Visits.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_page_that_does_not_answer_hurts_nobody()
    {
        await _line.PushAsync(null, PlatformTalk.Text("http://127.0.0.1:9/"));

        (await PreviewAsync()).ShouldBe((new Uri("http://127.0.0.1:9/"), null, null));
    }

    private Uri Link(string path) => new(_site.Address, path);

    private async Task<(Uri Link, int? Status, string? Title)> PreviewAsync()
    {
        await Eventually.IsSoAsync(() => _line.Platform.Record.Previews.Count > 0, "the preview");
        var preview = _line.Platform.Record.Previews.Single();
        return (preview.Link, preview.Status, preview.Title);
    }
}

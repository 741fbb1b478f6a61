using System.Net;
using System.Text;
using System.Text.Json;
using Line.Messaging.Tests.Client;
using Line.Messaging.Tests.OpenApi;

namespace Line.Messaging.Tests.RichMenus;

public sealed class RichMenuTests
{
    private static readonly RichMenuArea Area = new(new RichMenuBounds(0, 0, 800, 270), new PostbackAction("残量", "data-remaining@1"));
    private static readonly RichMenu Menu = new(new RichMenuSize(2500, 1686), true, "none", "メニュー", [Area]);

    [OpenApiFact]
    public void Writes_what_LINE_publishes_and_reads_it_back()
    {
        var menu = Menu with
        {
            Areas = [Area, Area with { Action = new RichMenuSwitchAction("次へ", "page-2", "to=2") }, Area with { Action = new UriAction(null, "https://example.jp") }],
        };
        var check = new SchemaCheck(LineOpenApi.Messaging);
        check.Check(JsonDocument.Parse(menu.ToJson()).RootElement, "RichMenuRequest");
        check.Faults.ShouldBeEmpty();
        Encoding.UTF8.GetString(RichMenu.Parse(menu.ToJson()).ToJson()).ShouldBe(Encoding.UTF8.GetString(menu.ToJson()));
        RichMenuLimits.Check(menu).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_action_that_is_new_makes_no_list_unreadable()
    {
        var line = new FakeLine().Answers(HttpStatusCode.OK, """
            {"richmenus":[{"richMenuId":"richmenu-1","size":{"width":2500,"height":843},"selected":false,"name":"n","chatBarText":"c","later":true,"areas":[
              {"bounds":{"x":0,"y":0,"width":10,"height":10},"action":{"label":"新","type":"teleport","where":"x"}},
              {"bounds":{"x":0,"y":0,"width":10,"height":10},"action":{"data":"d","type":"postback","inputOption":"openHologram"}},
              {"bounds":{"x":0,"y":0,"width":10,"height":10},"action":{"data":"d","type":"postback"}}]}]}
            """);
        var menu = (await line.Client().ListRichMenusAsync()).ShouldHaveSingleItem();
        menu.RichMenuId.ShouldBe("richmenu-1");
        menu.Menu.Areas.Select(area => area.Action).ShouldBe(
            [new UnknownAction("teleport", "新"), new UnknownAction("postback", null), new PostbackAction(null, "d")]);
        RichMenuLimits.Check(menu.Menu).Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(799, 300, 1)]
    [InlineData(800, 300, 0)]
    [InlineData(2500, 250, 0)]
    [InlineData(2500, 249, 1)]
    [InlineData(2501, 300, 1)]
    [InlineData(1450, 1000, 0)]
    [InlineData(1449, 1000, 1)]
    [InlineData(2500, 1724, 0)]
    [InlineData(2500, 1725, 1)]
    public void Takes_sizes_that_LINE_takes(int width, int height, int wrong) =>
        RichMenuLimits.Check(Menu with { Size = new RichMenuSize(width, height), Areas = [] }).Count.ShouldBe(wrong);

    [Theory]
    [InlineData(14, 0)]
    [InlineData(15, 1)]
    [InlineData(0, 1)]
    public void Counts_the_bar_in_grapheme_clusters(int clusters, int wrong) =>
        RichMenuLimits.Check(Menu with { ChatBarText = string.Concat(Enumerable.Repeat("👨\u200D👩\u200D👧", clusters)) }).Count.ShouldBe(wrong);

    [Theory]
    [InlineData(300, 0)]
    [InlineData(301, 1)]
    [InlineData(0, 1)]
    public void Counts_the_name_in_grapheme_clusters(int clusters, int wrong) =>
        RichMenuLimits.Check(Menu with { Name = string.Concat(Enumerable.Repeat("🇯🇵", clusters)) }).Count.ShouldBe(wrong);

    [Theory]
    [InlineData(20, 0)]
    [InlineData(21, 1)]
    public void Takes_20_areas(int areas, int wrong) =>
        RichMenuLimits.Check(Menu with { Areas = [.. Enumerable.Repeat(Area, areas)] }).Count.ShouldBe(wrong);

    [Theory]
    [InlineData(0, 0, 2500, 1686, 0)]
    [InlineData(1, 0, 2500, 1686, 1)]
    [InlineData(0, 1, 2500, 1686, 1)]
    [InlineData(-1, 0, 10, 10, 1)]
    [InlineData(0, -1, 10, 10, 1)]
    [InlineData(0, 0, 0, 10, 1)]
    [InlineData(0, 0, 10, 0, 1)]
    [InlineData(int.MaxValue, 0, int.MaxValue, 10, 1)]
    public void Keeps_areas_inside_the_picture(int x, int y, int width, int height, int wrong) =>
        RichMenuLimits.Check(Menu with { Areas = [Area with { Bounds = new RichMenuBounds(x, y, width, height) }] }).Count.ShouldBe(wrong);

    [Fact]
    public void Takes_no_action_of_a_quick_reply()
    {
        var found = RichMenuLimits.Check(Menu with { Areas = [Area, Area with { Action = new CameraAction("写真") }] }).ShouldHaveSingleItem();
        found.Path.ShouldBe("richMenu.areas[1].action");
        found.Limit.ShouldBe("in a quick reply only");
    }

    [Theory]
    [InlineData("a", 0)]
    [InlineData("abcdefghijklmnopqrstuvwxyz-_0123", 0)]
    [InlineData("abcdefghijklmnopqrstuvwxyz-_01234", 1)]
    [InlineData("A", 1)]
    [InlineData("", 1)]
    [InlineData("a\n", 1)]
    public void Takes_aliases_that_LINE_takes(string alias, int wrong) =>
        RichMenuLimits.Check(Menu with { Areas = [Area with { Action = new RichMenuSwitchAction("a", alias, "d") }] }).Count.ShouldBe(wrong);

    [Fact]
    public void Takes_batches_that_LINE_takes()
    {
        Batch([new RichMenuBatchUnlinkAll()]).ShouldBe(0);
        Batch([new RichMenuBatchUnlinkAll(), new RichMenuBatchUnlink("a")]).ShouldBe(1);
        Batch([new RichMenuBatchLink("a", "b"), new RichMenuBatchUnlink("a")]).ShouldBe(1);
        Batch([new RichMenuBatchLink("a", "b"), new RichMenuBatchUnlink("b")]).ShouldBe(0);
        Batch([]).ShouldBe(1);
        Batch([.. Enumerable.Range(0, 1000).Select(i => new RichMenuBatchUnlink($"{i}"))]).ShouldBe(0);
        Batch([.. Enumerable.Range(0, 1001).Select(i => new RichMenuBatchUnlink($"{i}"))]).ShouldBe(1);
        Batch([new RichMenuBatchUnlinkAll()], new string('k', 100)).ShouldBe(0);
        Batch([new RichMenuBatchUnlinkAll()], new string('k', 101)).ShouldBe(1);
        Batch([new RichMenuBatchUnlinkAll()], "k k").ShouldBe(1);
    }

    [Theory]
    [InlineData("image/png", new byte[] { 0x89, 0x50, 0x4E, 0x47, 1 })]
    [InlineData("image/jpeg", new byte[] { 0xFF, 0xD8, 0xFF, 0xE0 })]
    public async Task Uploads_a_picture_as_what_it_is(string type, byte[] picture)
    {
        var line = new FakeLine();
        await line.Client().UploadRichMenuImageAsync("richmenu-1", picture);
        line.Request.Header("Content-Type").ShouldBe(type);
        line.Request.Header("Content-Length").ShouldBe($"{picture.Length}");
        line.Request.Address.Host.ShouldBe("api-data.line.me");
        line.Request.Body.ShouldBe(picture);
    }

    [Fact]
    public async Task Uploads_no_other_file_and_none_over_1_MB()
    {
        var line = new FakeLine();
        byte[] megabyte = [0x89, 0x50, 0x4E, 0x47, .. new byte[(1024 * 1024) - 4]];
        await Should.ThrowAsync<ArgumentException>(() => line.Client().UploadRichMenuImageAsync("richmenu-1", "GIF89a"u8.ToArray()));
        await Should.ThrowAsync<ArgumentException>(() => line.Client().UploadRichMenuImageAsync("richmenu-1", Array.Empty<byte>()));
        await Should.ThrowAsync<ArgumentException>(() => line.Client().UploadRichMenuImageAsync("richmenu-1", (byte[])[.. megabyte, 0]));
        line.Requests.ShouldBeEmpty();
        await line.Client().UploadRichMenuImageAsync("richmenu-1", megabyte);
        line.Request.Body!.Length.ShouldBe(1024 * 1024);
    }

    [Fact]
    public async Task The_request_ID_leads_to_the_progress_of_a_batch()
    {
        var line = new FakeLine().Answers(HttpStatusCode.Accepted, "{}", ("X-Line-Request-Id", "r-1"));
        (await line.Client().StartRichMenuBatchAsync(new RichMenuBatch([new RichMenuBatchUnlinkAll()]))).ShouldBe("r-1");
        var progress = await new FakeLine().Answers(HttpStatusCode.OK, """{"phase":"ongoing","acceptedTime":"2026-09-30T05:38:20.031Z"}""").Client()
            .GetRichMenuBatchProgressAsync("r-1");
        progress.ShouldBe(new RichMenuBatchProgress("ongoing", new DateTimeOffset(2026, 9, 30, 5, 38, 20, 31, TimeSpan.Zero)));
    }

    private static int Batch(IReadOnlyList<RichMenuBatchOperation> operations, string? key = null) =>
        RichMenuLimits.Check(new RichMenuBatch(operations) { ResumeRequestKey = key }).Count;
}

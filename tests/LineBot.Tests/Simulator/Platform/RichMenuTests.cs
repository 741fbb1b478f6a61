using System.Buffers.Binary;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace LineBot.Tests.Simulator.Platform;

public sealed class RichMenuTests : IAsyncLifetime
{
    private PlatformTalk _line = null!;

    public async Task InitializeAsync() => _line = await PlatformTalk.StartAsync();

    public Task DisposeAsync() => _line.DisposeAsync().AsTask();

    [Theory]
    [InlineData(800, 250, "ok")]
    [InlineData(799, 250, "size.width: must be greater than or equal to 800")]
    [InlineData(2500, 1686, "ok")]
    [InlineData(2501, 1686, "size.width: must be less than or equal to 2500")]
    [InlineData(800, 249, "size.height: must be greater than or equal to 250")]
    [InlineData(1450, 1000, "ok")]
    [InlineData(1449, 1000, "size: aspect ratio (width / height) must be 1.45 or more")]
    public async Task Has_a_size_within_bounds(int width, int height, string expected) =>
        (await _line.PostAsync("/v2/bot/richmenu/validate", Menu(width, height)).VerdictAsync()).ShouldBe(expected);

    [Theory]
    [InlineData(20, "ok")]
    [InlineData(21, "areas: Size must be between 0 and 20")]
    public async Task Has_twenty_areas_at_most(int count, string expected) =>
        (await _line.PostAsync("/v2/bot/richmenu", Menu(areas: count)).VerdictAsync()).ShouldBe(expected);

    [Theory]
    [InlineData(14, "ok")]
    [InlineData(15, "chatBarText: Length must be between 1 and 14")]
    public async Task Has_a_short_word_on_the_chat_bar(int length, string expected)
    {
        var menu = Menu();
        menu["chatBarText"] = new string('あ', length);
        (await _line.PostAsync("/v2/bot/richmenu", menu).VerdictAsync()).ShouldBe(expected);
    }

    [Fact]
    public async Task An_area_lies_inside_the_menu()
    {
        var menu = Menu();
        menu["areas"]![0]!["bounds"]!["width"] = 801;
        (await _line.PostAsync("/v2/bot/richmenu", menu).VerdictAsync()).ShouldBe("areas[0].bounds: must be inside the rich menu");
    }

    [Fact]
    public async Task Is_shown_only_with_an_image()
    {
        var id = await CreateAsync();

        (await LinkAsync(id).VerdictAsync()).ShouldBe("must upload richmenu image before applying it to user");
        (await _line.PostAsync($"/v2/bot/user/all/richmenu/{id}", new JsonObject()).StatusAsync()).ShouldBe(400);
        _line.Phone.RichMenu.ShouldBeNull();

        (await UploadAsync(id, Png(800, 250)).StatusAsync()).ShouldBe(200);
        (await LinkAsync(id).StatusAsync()).ShouldBe(200);
        _line.Phone.RichMenu!.Id.ShouldBe(id);
    }

    [Fact]
    public async Task Keeps_its_first_image()
    {
        var id = await CreateAsync();
        var image = Png(800, 250);
        await UploadAsync(id, image);

        (await UploadAsync(id, Png(800, 250, padding: 10)).VerdictAsync()).ShouldBe("An image has already been uploaded to the richmenu");

        var kept = await _line.Http.GetAsync($"/v2/bot/richmenu/{id}/content");
        kept.Content.Headers.ContentType!.MediaType.ShouldBe("image/png");
        (await kept.Content.ReadAsByteArrayAsync()).ShouldBe(image);
    }

    [Fact]
    public async Task Takes_an_image_of_its_own_size_only()
    {
        var id = await CreateAsync();

        (await UploadAsync(id, Png(800, 251)).VerdictAsync()).ShouldBe("The image size is not allowed for richmenu");
        (await UploadAsync(id, [1, 2, 3]).VerdictAsync()).ShouldBe("The image size is not allowed for richmenu");
        (await UploadAsync(id, Png(800, 250), "image/gif").StatusAsync()).ShouldBe(415);
        (await UploadAsync(id, [.. Jpeg(800, 250)], "image/jpeg").StatusAsync()).ShouldBe(200);
    }

    [Theory]
    [InlineData(1024 * 1024, 200)]
    [InlineData(1024 * 1024 + 1, 413)]
    public async Task Takes_an_image_of_a_megabyte(int bytes, int expected)
    {
        var id = await CreateAsync();
        (await UploadAsync(id, Png(800, 250, bytes - Png(800, 250).Length)).StatusAsync()).ShouldBe(expected);
    }

    [Fact]
    public async Task Ones_own_menu_comes_before_the_default()
    {
        var (standard, own) = (await PublishAsync(), await PublishAsync());
        await _line.PostAsync($"/v2/bot/user/all/richmenu/{standard}", new JsonObject());
        _line.Phone.RichMenu!.Id.ShouldBe(standard);

        await LinkAsync(own);
        _line.Phone.RichMenu!.Id.ShouldBe(own);

        await _line.Http.DeleteAsync($"/v2/bot/user/{_line.Phone.UserId}/richmenu");
        _line.Phone.RichMenu!.Id.ShouldBe(standard);
        (await _line.Http.GetAsync($"/v2/bot/user/{_line.Phone.UserId}/richmenu").StatusAsync()).ShouldBe(404);

        await _line.Http.DeleteAsync("/v2/bot/user/all/richmenu");
        _line.Phone.RichMenu.ShouldBeNull();
        (await _line.Http.GetAsync("/v2/bot/user/all/richmenu").StatusAsync()).ShouldBe(404);
    }

    [Fact]
    public async Task A_stranger_sees_the_default_whatever_was_linked()
    {
        var (standard, own) = (await PublishAsync(), await PublishAsync());
        await _line.PostAsync($"/v2/bot/user/all/richmenu/{standard}", new JsonObject());
        var stranger = _line.Platform.AddPhone("通りがかり");

        (await _line.PostAsync($"/v2/bot/user/{stranger.UserId}/richmenu/{own}", new JsonObject()).StatusAsync()).ShouldBe(200);

        stranger.RichMenu!.Id.ShouldBe(standard);
    }

    [Fact]
    public async Task Is_linked_and_unlinked_for_many_at_once()
    {
        var id = await PublishAsync();
        var users = new JsonArray(_line.Phone.UserId);

        (await _line.PostAsync("/v2/bot/richmenu/bulk/link", new JsonObject { ["richMenuId"] = id, ["userIds"] = users.DeepClone() }).StatusAsync()).ShouldBe(202);
        _line.Phone.RichMenu!.Id.ShouldBe(id);

        (await _line.PostAsync("/v2/bot/richmenu/bulk/unlink", new JsonObject { ["userIds"] = users }).StatusAsync()).ShouldBe(202);
        _line.Phone.RichMenu.ShouldBeNull();
    }

    [Fact]
    public async Task Everybody_is_moved_from_one_menu_to_another()
    {
        var (old, young) = (await PublishAsync(), await PublishAsync());
        await LinkAsync(old);
        JsonObject Batch(params string[] types) => new()
        {
            ["operations"] = new JsonArray([.. types.Select(type => type == "link"
                ? new JsonObject { ["type"] = "link", ["from"] = old, ["to"] = young }
                : new JsonObject { ["type"] = type })]),
        };

        (await _line.PostAsync("/v2/bot/richmenu/validate/batch", Batch("link", "link")).VerdictAsync())
            .ShouldBe("operations: the same richMenuId is specified more than once");
        (await _line.PostAsync("/v2/bot/richmenu/validate/batch", Batch("link", "unlinkAll")).VerdictAsync())
            .ShouldBe("operations: unlinkAll cannot be combined with other operations");
        var accepted = await _line.PostAsync("/v2/bot/richmenu/batch", Batch("link"));

        ((int)accepted.StatusCode).ShouldBe(202);
        _line.Phone.RichMenu!.Id.ShouldBe(young);
        var id = accepted.Headers.GetValues("x-line-request-id").Single();
        (await _line.Http.GetAsync($"/v2/bot/richmenu/progress/batch?requestId={id}").JsonAsync()).GetProperty("phase").GetString().ShouldBe("succeeded");
        (await _line.Http.GetAsync("/v2/bot/richmenu/progress/batch?requestId=other").StatusAsync()).ShouldBe(404);
    }

    [Fact]
    public async Task Is_listed_read_and_deleted()
    {
        var id = await PublishAsync();
        (await _line.Http.GetAsync($"/v2/bot/richmenu/{id}").JsonAsync()).GetProperty("name").GetString().ShouldBe("試し");
        (await ListAsync()).ShouldBe([id]);

        (await _line.Http.DeleteAsync($"/v2/bot/richmenu/{id}").StatusAsync()).ShouldBe(200);

        (await ListAsync()).ShouldBeEmpty();
        (await _line.Http.GetAsync($"/v2/bot/richmenu/{id}").StatusAsync()).ShouldBe(404);
        (await _line.Http.DeleteAsync($"/v2/bot/richmenu/{id}").StatusAsync()).ShouldBe(404);
        (await LinkAsync(id).StatusAsync()).ShouldBe(404);
    }

    [Fact]
    public async Task An_alias_points_to_one_menu_and_can_be_moved()
    {
        var (first, second) = (await PublishAsync(), await PublishAsync());
        JsonObject Alias(string name, string id) => new() { ["richMenuAliasId"] = name, ["richMenuId"] = id };

        (await _line.PostAsync("/v2/bot/richmenu/alias", Alias("menu-a", first)).StatusAsync()).ShouldBe(200);
        (await _line.PostAsync("/v2/bot/richmenu/alias", Alias("menu-a", second)).VerdictAsync()).ShouldBe("conflict richmenu alias id");
        (await _line.PostAsync("/v2/bot/richmenu/alias", Alias("Menu A", second)).VerdictAsync()).ShouldBe("richMenuAliasId: invalid property");
        (await _line.PostAsync("/v2/bot/richmenu/alias", Alias("menu-b", "richmenu-none")).StatusAsync()).ShouldBe(400);

        (await _line.PostAsync("/v2/bot/richmenu/alias/menu-a", new JsonObject { ["richMenuId"] = second }).StatusAsync()).ShouldBe(200);
        (await _line.Http.GetAsync("/v2/bot/richmenu/alias/menu-a").JsonAsync()).GetProperty("richMenuId").GetString().ShouldBe(second);
        (await _line.Http.GetAsync("/v2/bot/richmenu/alias/list").JsonAsync()).GetProperty("aliases").GetArrayLength().ShouldBe(1);
        (await _line.Http.DeleteAsync("/v2/bot/richmenu/alias/menu-a").StatusAsync()).ShouldBe(200);
        (await _line.Http.GetAsync("/v2/bot/richmenu/alias/menu-a").StatusAsync()).ShouldBe(404);
    }

    private Task<HttpResponseMessage> LinkAsync(string id) =>
        _line.PostAsync($"/v2/bot/user/{_line.Phone.UserId}/richmenu/{id}", new JsonObject());

    private async Task<string> CreateAsync() =>
        (await _line.PostAsync("/v2/bot/richmenu", Menu()).JsonAsync()).GetProperty("richMenuId").GetString()!;

    private async Task<string> PublishAsync()
    {
        var id = await CreateAsync();
        await UploadAsync(id, Png(800, 250));
        return id;
    }

    private Task<HttpResponseMessage> UploadAsync(string id, byte[] image, string type = "image/png")
    {
        var content = new ByteArrayContent(image);
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        return _line.Http.PostAsync($"/v2/bot/richmenu/{id}/content", content);
    }

    private async Task<IEnumerable<string?>> ListAsync() =>
        (await _line.Http.GetAsync("/v2/bot/richmenu/list").JsonAsync()).GetProperty("richmenus").EnumerateArray()
            .Select(menu => menu.GetProperty("richMenuId").GetString()).ToList();

    private static JsonObject Menu(int width = 800, int height = 250, int areas = 1) => new()
    {
        ["size"] = new JsonObject { ["width"] = width, ["height"] = height },
        ["selected"] = true,
        ["name"] = "試し",
        ["chatBarText"] = "メニュー",
        ["areas"] = new JsonArray([.. Enumerable.Range(0, areas).Select(_ => JsonNode.Parse(
            """{"bounds":{"x":0,"y":0,"width":100,"height":100},"action":{"type":"postback","label":"残量","data":"data-remaining@1"}}"""))]),
    };

    /// <summary>A PNG as far as its size says; nobody here looks at its pixels.</summary>
    private static byte[] Png(int width, int height, int padding = 0)
    {
        var png = new byte[33 + padding];
        ((byte[])[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, (byte)'I', (byte)'H', (byte)'D', (byte)'R']).CopyTo(png, 0);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), height);
        return png;
    }

    private static IEnumerable<byte> Jpeg(int width, int height) =>
    [
        0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0,
        0xFF, 0xC0, 0, 11, 8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1, 1, 0x11, 0, 0xFF, 0xD9,
    ];
}

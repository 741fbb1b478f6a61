using System.Buffers.Binary;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace LineBot.Tests.Simulator.Platform;

public sealed class RichMenuTests : IAsyncLifetime
{
    private const string NoMenu = "richmenu-00000000000000000000000000000000";

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
    [InlineData(15, "chatBarText: Length must be between 0 and 14")]
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

        (await BulkLinkAsync(id, users).StatusAsync()).ShouldBe(202);
        _line.Phone.RichMenu!.Id.ShouldBe(id);

        (await _line.PostAsync("/v2/bot/richmenu/bulk/unlink", new JsonObject { ["userIds"] = users.DeepClone() }).StatusAsync()).ShouldBe(202);
        _line.Phone.RichMenu.ShouldBeNull();
    }

    [Theory]
    [InlineData(500, "ok")]
    [InlineData(501, "userIds: Size must be between 1 and 500")]
    [InlineData(0, "userIds: Size must be between 1 and 500")]
    public async Task Is_linked_for_five_hundred_at_once(int users, string expected) =>
        (await BulkLinkAsync(await PublishAsync(), [.. Enumerable.Range(0, users).Select(user => $"U{user:x32}")]).VerdictAsync()).ShouldBe(expected);

    [Fact]
    public async Task Is_linked_for_nobody_where_it_cannot_be_shown()
    {
        var users = new JsonArray(_line.Phone.UserId);

        (await BulkLinkAsync(await CreateAsync(), users).VerdictAsync()).ShouldBe("must upload richmenu image before applying it to user");
        (await BulkLinkAsync("menu-1", users).VerdictAsync()).ShouldBe("richMenuId: invalid richMenuId");
        (await BulkLinkAsync(NoMenu, users).StatusAsync()).ShouldBe(404);
        (await BulkLinkAsync(await PublishAsync(), new JsonArray("hana")).StatusAsync()).ShouldBe(400);
    }

    [Fact]
    public async Task What_was_asked_for_many_takes_its_time()
    {
        var (early, late) = (await PublishAsync(), await PublishAsync());
        await LinkAsync(early);
        _line.Platform.RichMenuChores.Lag = TimeSpan.FromSeconds(5);

        await BulkLinkAsync(late, new JsonArray(_line.Phone.UserId));

        _line.Clock.Turn(TimeSpan.FromSeconds(4));
        _line.Phone.RichMenu!.Id.ShouldBe(early);
        _line.Clock.Turn(TimeSpan.FromSeconds(1));
        _line.Phone.RichMenu!.Id.ShouldBe(late);
    }

    [Fact]
    public async Task Everybody_is_moved_from_one_menu_to_another()
    {
        var (old, young) = (await PublishAsync(), await PublishAsync());
        await LinkAsync(old);
        _line.Platform.RichMenuChores.Lag = TimeSpan.FromMinutes(10);

        var accepted = await BatchAsync(Move(old, young));

        ((int)accepted.StatusCode).ShouldBe(202);
        (await ProgressAsync(accepted)).ShouldBe("ongoing");
        _line.Phone.RichMenu!.Id.ShouldBe(old);
        _line.Clock.Turn(TimeSpan.FromMinutes(10));
        (await ProgressAsync(accepted)).ShouldBe("succeeded");
        _line.Phone.RichMenu!.Id.ShouldBe(young);
        (await _line.Http.GetAsync("/v2/bot/richmenu/progress/batch?requestId=other").StatusAsync()).ShouldBe(404);
        _line.Clock.Turn(TimeSpan.FromDays(14));
        (await ProgressAsync(accepted)).ShouldBe("404");
    }

    [Fact]
    public async Task A_batch_says_what_is_wrong_with_it()
    {
        var (old, young, bare) = (await PublishAsync(), await PublishAsync(), await CreateAsync());
        async Task RefusesAsync(string expected, params JsonObject[] operations)
        {
            (await _line.PostAsync("/v2/bot/richmenu/validate/batch", Batch(operations)).VerdictAsync()).ShouldBe(expected);
            (await BatchAsync(operations).VerdictAsync()).ShouldBe(expected);
            // Three an hour, and those that were refused count too.
            _line.Clock.Turn(TimeSpan.FromHours(1));
        }

        await RefusesAsync($"operations[].from: from richmenu ({old}) is duplicated", Move(old, young), Move(old, young));
        await RefusesAsync("operations[].type: 'unlinkAll' type can't be combined with other type", Move(old, young), new JsonObject { ["type"] = "unlinkAll" });
        await RefusesAsync($"operations[0].to: Richmenu ({NoMenu}) is not found", Move(old, NoMenu));
        await RefusesAsync($"operations[0].from: Richmenu ({NoMenu}) is not found", Move(NoMenu, young));
        await RefusesAsync($"operations[0].to: 'to' richmenu ({bare}) must have image but it doesn't", Move(old, bare));
        await RefusesAsync("operations[0].from: invalid richMenuId", Move("menu-1", young));
        await RefusesAsync("operations: Size must be between 1 and 1000");
        (await _line.PostAsync("/v2/bot/richmenu/validate/batch", Batch(Move(old, young))).VerdictAsync()).ShouldBe("ok");
    }

    [Fact]
    public async Task The_operations_of_one_batch_do_not_see_each_others_outcome()
    {
        var (a, b, c) = (await PublishAsync(), await PublishAsync(), await PublishAsync());
        await LinkAsync(a);

        await BatchAsync(Move(a, b), Move(b, c));

        _line.Phone.RichMenu!.Id.ShouldBe(b);
    }

    [Fact]
    public async Task A_batch_that_failed_goes_on_under_its_key_and_does_nobody_twice()
    {
        var (old, young) = (await PublishAsync(), await PublishAsync());
        var other = _line.Platform.AddFriend("そら");
        foreach (var phone in new[] { _line.Phone, other })
            await _line.PostAsync($"/v2/bot/user/{phone.UserId}/richmenu/{old}", new JsonObject());
        _line.Platform.RichMenuChores.BatchesToFail = 1;
        var batch = Batch(Move(old, young));
        batch["resumeRequestKey"] = "move-1";

        (await ProgressAsync(await _line.PostAsync("/v2/bot/richmenu/batch", batch))).ShouldBe("failed");
        new[] { _line.Phone, other }.Count(phone => phone.RichMenu!.Id == young).ShouldBe(1);
        (await ProgressAsync(await _line.PostAsync("/v2/bot/richmenu/batch", batch))).ShouldBe("succeeded");
        new[] { _line.Phone, other }.ShouldAllBe(phone => phone.RichMenu!.Id == young);

        await LinkAsync(old);
        await _line.PostAsync("/v2/bot/richmenu/batch", batch);
        _line.Phone.RichMenu!.Id.ShouldBe(old, "the key says that this user is done");
    }

    [Fact]
    public async Task The_default_of_the_manager_is_not_for_the_API_to_see()
    {
        _line.Platform.RichMenus.HasDefaultOfManager = true;
        (await _line.Http.GetAsync("/v2/bot/user/all/richmenu").StatusAsync()).ShouldBe(403);

        var own = await PublishAsync();
        await _line.PostAsync($"/v2/bot/user/all/richmenu/{own}", new JsonObject());

        (await _line.Http.GetAsync("/v2/bot/user/all/richmenu").JsonAsync()).GetProperty("richMenuId").GetString().ShouldBe(own);
    }

    [Fact]
    public async Task A_user_is_named_by_LINEs_id()
    {
        var id = await PublishAsync();

        (await _line.PostAsync($"/v2/bot/user/hana/richmenu/{id}", new JsonObject()).VerdictAsync()).ShouldBe("The value for the 'userId' parameter is invalid");
        (await _line.Http.GetAsync("/v2/bot/user/hana/richmenu").StatusAsync()).ShouldBe(400);
        (await _line.Http.DeleteAsync("/v2/bot/user/hana/richmenu").StatusAsync()).ShouldBe(400);
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
        (await _line.PostAsync("/v2/bot/richmenu/alias", Alias("menu-b", "richmenu-none")).VerdictAsync()).ShouldBe("richMenuId: invalid richMenuId");
        (await _line.PostAsync("/v2/bot/richmenu/alias", Alias("menu-b", NoMenu)).VerdictAsync()).ShouldBe("richmenu not found");
        (await _line.PostAsync("/v2/bot/richmenu/alias", Alias("menu-b", await CreateAsync())).VerdictAsync()).ShouldBe("richmenu not found", "it has no image yet");

        (await _line.PostAsync("/v2/bot/richmenu/alias/menu-a", new JsonObject { ["richMenuId"] = second }).StatusAsync()).ShouldBe(200);
        (await _line.Http.GetAsync("/v2/bot/richmenu/alias/menu-a").JsonAsync()).GetProperty("richMenuId").GetString().ShouldBe(second);
        (await _line.Http.GetAsync("/v2/bot/richmenu/alias/list").JsonAsync()).GetProperty("aliases").GetArrayLength().ShouldBe(1);
        (await _line.Http.DeleteAsync("/v2/bot/richmenu/alias/menu-a").StatusAsync()).ShouldBe(200);
        (await _line.Http.GetAsync("/v2/bot/richmenu/alias/menu-a").StatusAsync()).ShouldBe(404);
    }

    [Theory]
    [InlineData(1000, "ok")]
    [InlineData(1001, "The number of rich menu aliases exceeds the limit")]
    public async Task An_account_has_a_thousand_aliases_at_most(int count, string expected)
    {
        var id = await PublishAsync();
        for (var i = 1; i < count; i++)
            _line.Platform.RichMenus.Aliases.Add($"menu-{i}", id);

        (await _line.PostAsync("/v2/bot/richmenu/alias", new JsonObject { ["richMenuAliasId"] = "one-more", ["richMenuId"] = id }).VerdictAsync()).ShouldBe(expected);
    }

    private Task<HttpResponseMessage> BulkLinkAsync(string id, JsonArray users) =>
        _line.PostAsync("/v2/bot/richmenu/bulk/link", new JsonObject { ["richMenuId"] = id, ["userIds"] = users.DeepClone() });

    private Task<HttpResponseMessage> BatchAsync(params JsonObject[] operations) => _line.PostAsync("/v2/bot/richmenu/batch", Batch(operations));

    private static JsonObject Batch(params JsonObject[] operations) => new() { ["operations"] = new JsonArray([.. operations.Select(operation => operation.DeepClone())]) };

    private static JsonObject Move(string from, string to) => new() { ["type"] = "link", ["from"] = from, ["to"] = to };

    private async Task<string?> ProgressAsync(HttpResponseMessage accepted)
    {
        var id = accepted.Headers.GetValues("x-line-request-id").Single();
        var progress = _line.Http.GetAsync($"/v2/bot/richmenu/progress/batch?requestId={id}");
        return (await progress).IsSuccessStatusCode ? (await progress.JsonAsync()).GetProperty("phase").GetString() : $"{await progress.StatusAsync()}";
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

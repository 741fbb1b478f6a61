using System.Net.Http.Headers;

namespace Line.Messaging;

public sealed partial class LineMessagingClient
{
    private const int MaxRichMenuImage = 1024 * 1024;

    /// <summary>
    /// Creates a rich menu, which then needs a picture. 100 an hour, 1,000 menus an account.
    /// See https://developers.line.biz/en/reference/messaging-api/#create-rich-menu.
    /// </summary>
    /// <returns>LINE's ID of the menu.</returns>
    /// <exception cref="MessageLimitException">The menu is not as LINE takes it; nothing was created.</exception>
    public async Task<string> CreateRichMenuAsync(RichMenu menu, CancellationToken cancel = default)
    {
        MessageLimitException.ThrowIfAny(RichMenuLimits.Check(menu));
        var request = WithJson(Post("create rich menu", "v2/bot/richmenu"), menu);
        return (await GetAsync<RichMenuIdAnswer>(request, cancel)).RichMenuId;
    }

    /// <summary>
    /// Asks LINE whether it would take the menu; creates nothing. See https://developers.line.biz/en/reference/messaging-api/#validate-rich-menu-object.
    /// </summary>
    /// <exception cref="LineApiException">It would not; <see cref="LineApiException.Details"/> says why.</exception>
    public Task ValidateRichMenuAsync(RichMenu menu, CancellationToken cancel = default) =>
        DoAsync(WithJson(Post("validate rich menu", "v2/bot/richmenu/validate"), menu), cancel);

    /// <summary>
    /// Gives a menu its picture, once: another picture needs another menu.
    /// See https://developers.line.biz/en/reference/messaging-api/#upload-rich-menu-image.
    /// </summary>
    /// <param name="image">PNG or JPEG, up to 1 MB, in the menu's size.</param>
    /// <exception cref="ArgumentException">It is neither PNG nor JPEG, or too large.</exception>
    public Task UploadRichMenuImageAsync(string richMenuId, ReadOnlyMemory<byte> image, CancellationToken cancel = default)
    {
        if (image.Length > MaxRichMenuImage)
            throw new ArgumentException($"LINE takes pictures of up to {MaxRichMenuImage} bytes; this has {image.Length}.", nameof(image));
        var request = new LineRequest("upload rich menu image", HttpMethod.Post, ImageAddress(richMenuId))
        {
            Body = image,
            BodyType = ImageTypeOf(image.Span),
        };
        return DoAsync(request, cancel);
    }

    /// <summary>The picture of a menu. See https://developers.line.biz/en/reference/messaging-api/#download-rich-menu-image.</summary>
    /// <returns>Null when there is no such menu, or it has no picture (404).</returns>
    public async Task<byte[]?> DownloadRichMenuImageAsync(string richMenuId, CancellationToken cancel = default)
    {
        var request = new LineRequest("download rich menu image", HttpMethod.Get, ImageAddress(richMenuId));
        using var response = await SendAsync(request, cancel);
        if (response.StatusCode == System.Net.HttpStatusCode.NotFound)
            return null;
        return response.IsSuccessStatusCode
            ? await response.Content.ReadAsByteArrayAsync(cancel)
            : throw await FailureAsync(response, request, cancel);
    }

    /// <summary>A menu. See https://developers.line.biz/en/reference/messaging-api/#get-rich-menu.</summary>
    /// <returns>Null when there is none (404).</returns>
    public async Task<StoredRichMenu?> GetRichMenuAsync(string richMenuId, CancellationToken cancel = default)
    {
        var request = Get("get rich menu", $"v2/bot/richmenu/{Part(richMenuId, nameof(richMenuId))}");
        return (await FindAsync<RichMenuAnswer>(request, cancel))?.ToStored();
    }

    /// <summary>
    /// All menus made through the API; those of LINE Official Account Manager are not among them. 10 a second.
    /// See https://developers.line.biz/en/reference/messaging-api/#get-rich-menu-list.
    /// </summary>
    public async Task<IReadOnlyList<StoredRichMenu>> ListRichMenusAsync(CancellationToken cancel = default)
    {
        var answer = await GetAsync<RichMenuListAnswer>(Get("list rich menus", "v2/bot/richmenu/list"), cancel);
        return [.. answer.Richmenus.Select(menu => menu.ToStored())];
    }

    /// <summary>Deletes a menu; who has it sees it until the talk is opened again. 100 an hour. See https://developers.line.biz/en/reference/messaging-api/#delete-rich-menu.</summary>
    public Task DeleteRichMenuAsync(string richMenuId, CancellationToken cancel = default) =>
        DoAsync(Delete("delete rich menu", $"v2/bot/richmenu/{Part(richMenuId, nameof(richMenuId))}"), cancel);

    /// <summary>Sets the menu of everybody who has none of their own. See https://developers.line.biz/en/reference/messaging-api/#set-default-rich-menu.</summary>
    public Task SetDefaultRichMenuAsync(string richMenuId, CancellationToken cancel = default) =>
        DoAsync(Post("set default rich menu", $"v2/bot/user/all/richmenu/{Part(richMenuId, nameof(richMenuId))}"), cancel);

    /// <summary>The default menu. See https://developers.line.biz/en/reference/messaging-api/#get-default-rich-menu-id.</summary>
    /// <returns>Null when none is set (404).</returns>
    /// <exception cref="LineApiException">403: it was set in LINE Official Account Manager.</exception>
    public async Task<string?> GetDefaultRichMenuIdAsync(CancellationToken cancel = default) =>
        (await FindAsync<RichMenuIdAnswer>(Get("get default rich menu", "v2/bot/user/all/richmenu"), cancel))?.RichMenuId;

    /// <summary>There is no default menu any more. See https://developers.line.biz/en/reference/messaging-api/#cancel-default-rich-menu.</summary>
    public Task ClearDefaultRichMenuAsync(CancellationToken cancel = default) =>
        DoAsync(Delete("clear default rich menu", "v2/bot/user/all/richmenu"), cancel);

    /// <summary>
    /// Gives a user a menu of their own, at once. LINE answers 200 for users who are no friends, too.
    /// See https://developers.line.biz/en/reference/messaging-api/#link-rich-menu-to-user.
    /// </summary>
    /// <exception cref="LineApiException">400: the menu has no picture yet; 404: there is no such menu.</exception>
    public Task LinkRichMenuAsync(string userId, string richMenuId, CancellationToken cancel = default) =>
        DoAsync(
            Post("link rich menu", $"v2/bot/user/{Part(userId, nameof(userId))}/richmenu/{Part(richMenuId, nameof(richMenuId))}"), cancel);

    /// <summary>Gives a user the default menu again. See https://developers.line.biz/en/reference/messaging-api/#unlink-rich-menu-from-user.</summary>
    public Task UnlinkRichMenuAsync(string userId, CancellationToken cancel = default) =>
        DoAsync(Delete("unlink rich menu", $"v2/bot/user/{Part(userId, nameof(userId))}/richmenu"), cancel);

    /// <summary>A user's own menu. See https://developers.line.biz/en/reference/messaging-api/#get-rich-menu-id-of-user.</summary>
    /// <returns>Null when they have none (404).</returns>
    public async Task<string?> GetRichMenuIdOfUserAsync(string userId, CancellationToken cancel = default)
    {
        var request = Get("get rich menu of user", $"v2/bot/user/{Part(userId, nameof(userId))}/richmenu");
        return (await FindAsync<RichMenuIdAnswer>(request, cancel))?.RichMenuId;
    }

    /// <summary>
    /// Gives up to 500 users a menu of their own, within seconds. See https://developers.line.biz/en/reference/messaging-api/#link-rich-menu-to-users.
    /// </summary>
    public Task LinkRichMenuToManyAsync(string richMenuId, IReadOnlyList<string> userIds, CancellationToken cancel = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(richMenuId);
        UpTo500(userIds);
        var request = Post("link rich menu to many", "v2/bot/richmenu/bulk/link");
        return DoAsync(WithJson(request, new RichMenuBulkLinkRequest(richMenuId, userIds)), cancel);
    }

    /// <summary>
    /// Gives up to 500 users the default menu again, within seconds. See https://developers.line.biz/en/reference/messaging-api/#unlink-rich-menu-from-users.
    /// </summary>
    public Task UnlinkRichMenuFromManyAsync(IReadOnlyList<string> userIds, CancellationToken cancel = default)
    {
        UpTo500(userIds);
        var request = Post("unlink rich menu from many", "v2/bot/richmenu/bulk/unlink");
        return DoAsync(WithJson(request, new RichMenuBulkUnlinkRequest(userIds)), cancel);
    }

    private Uri ImageAddress(string richMenuId) => DataApi($"v2/bot/richmenu/{Part(richMenuId, nameof(richMenuId))}/content");

    private static MediaTypeHeaderValue ImageTypeOf(ReadOnlySpan<byte> image) =>
        image.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']) ? new MediaTypeHeaderValue("image/png")
        : image.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? new MediaTypeHeaderValue("image/jpeg")
        : throw new ArgumentException("A rich menu's picture is a PNG or a JPEG.", nameof(image));
}

internal sealed record RichMenuIdAnswer(string RichMenuId);

internal sealed record RichMenuListAnswer(IReadOnlyList<RichMenuAnswer> Richmenus);

internal sealed record RichMenuAnswer(
    string RichMenuId, RichMenuSize Size, bool Selected, string Name, string ChatBarText, IReadOnlyList<RichMenuArea> Areas)
{
    public StoredRichMenu ToStored() => new(RichMenuId, new RichMenu(Size, Selected, Name, ChatBarText, Areas));
}

internal sealed record RichMenuBulkLinkRequest(string RichMenuId, IReadOnlyList<string> UserIds);

internal sealed record RichMenuBulkUnlinkRequest(IReadOnlyList<string> UserIds);

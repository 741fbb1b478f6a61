namespace Line.Messaging;

public sealed partial class LineMessagingClient
{
    /// <summary>
    /// Switches the menus of all users; LINE does it in the background. 3 an hour.
    /// See https://developers.line.biz/en/reference/messaging-api/#batch-control-rich-menus-of-users.
    /// </summary>
    /// <returns>The request's ID, which <see cref="GetRichMenuBatchProgressAsync"/> takes; null when LINE's answer has none.</returns>
    /// <exception cref="MessageLimitException">The batch is not as LINE takes it; nothing was changed.</exception>
    public Task<string?> StartRichMenuBatchAsync(RichMenuBatch batch, CancellationToken cancel = default)
    {
        MessageLimitException.ThrowIfAny(RichMenuLimits.Check(batch));
        return DoAsync(WithJson(Post("start rich menu batch", "v2/bot/richmenu/batch"), batch), cancel);
    }

    /// <summary>
    /// Asks LINE whether it would take the batch; changes nothing.
    /// See https://developers.line.biz/en/reference/messaging-api/#validate-batch-control-rich-menus-request.
    /// </summary>
    /// <exception cref="LineApiException">It would not; <see cref="LineApiException.Details"/> says why.</exception>
    public Task ValidateRichMenuBatchAsync(RichMenuBatch batch, CancellationToken cancel = default) =>
        DoAsync(WithJson(Post("validate rich menu batch", "v2/bot/richmenu/validate/batch"), batch), cancel);

    /// <summary>
    /// How far a batch is; for 14 days, 100 an hour. See https://developers.line.biz/en/reference/messaging-api/#get-batch-control-rich-menus-progress-status.
    /// </summary>
    /// <returns>Null when LINE does not know the request (404).</returns>
    public Task<RichMenuBatchProgress?> GetRichMenuBatchProgressAsync(string requestId, CancellationToken cancel = default) =>
        FindAsync<RichMenuBatchProgress>(
            Get("get rich menu batch progress", $"v2/bot/richmenu/progress/batch?requestId={Part(requestId, nameof(requestId))}"),
            cancel);

    /// <summary>
    /// Gives a menu an alias. 1,000 an account. See https://developers.line.biz/en/reference/messaging-api/#create-rich-menu-alias.
    /// </summary>
    /// <exception cref="LineApiException">400: the alias is taken, or the menu has no picture yet.</exception>
    public Task CreateRichMenuAliasAsync(RichMenuAlias alias, CancellationToken cancel = default) =>
        DoAsync(WithJson(Post("create rich menu alias", "v2/bot/richmenu/alias"), alias), cancel);

    /// <summary>Points an alias at another menu; phones may show the old one a while. See https://developers.line.biz/en/reference/messaging-api/#update-rich-menu-alias.</summary>
    public Task UpdateRichMenuAliasAsync(RichMenuAlias alias, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(alias);
        var request = Post("update rich menu alias", AliasPath(alias.RichMenuAliasId));
        return DoAsync(WithJson(request, new RichMenuAliasUpdate(alias.RichMenuId)), cancel);
    }

    /// <summary>Deletes an alias. 100 an hour. See https://developers.line.biz/en/reference/messaging-api/#delete-rich-menu-alias.</summary>
    public Task DeleteRichMenuAliasAsync(string richMenuAliasId, CancellationToken cancel = default) =>
        DoAsync(Delete("delete rich menu alias", AliasPath(richMenuAliasId)), cancel);

    /// <summary>What an alias points at. See https://developers.line.biz/en/reference/messaging-api/#get-rich-menu-alias-information.</summary>
    /// <returns>Null when there is no such alias (404).</returns>
    public Task<RichMenuAlias?> GetRichMenuAliasAsync(string richMenuAliasId, CancellationToken cancel = default) =>
        FindAsync<RichMenuAlias>(Get("get rich menu alias", AliasPath(richMenuAliasId)), cancel);

    /// <summary>All aliases. See https://developers.line.biz/en/reference/messaging-api/#get-rich-menu-alias-list.</summary>
    public async Task<IReadOnlyList<RichMenuAlias>> ListRichMenuAliasesAsync(CancellationToken cancel = default) =>
        (await GetAsync<RichMenuAliasListAnswer>(Get("list rich menu aliases", "v2/bot/richmenu/alias/list"), cancel)).Aliases;

    private static string AliasPath(string richMenuAliasId) => $"v2/bot/richmenu/alias/{Part(richMenuAliasId, nameof(richMenuAliasId))}";
}

internal sealed record RichMenuAliasUpdate(string RichMenuId);

internal sealed record RichMenuAliasListAnswer(IReadOnlyList<RichMenuAlias> Aliases);

using Line.Messaging;
using LineBot.Language;

namespace LineBot.RichMenu;

/// <summary>
/// Makes the channel's menus those of the folder: create, upload, point the alias, set the default, move customers over, and only then remove
/// what is old. Menus that it did not make are left alone. Whatever is done stays done, so that a second run goes on where a first one stopped.
/// </summary>
public sealed partial class MenuPublisher(LineMessagingClient line, ILogger<MenuPublisher> log)
{
    /// <summary>What a customer without links, and everybody before they were looked up, sees.</summary>
    private static readonly string DefaultAlias = MenuNames.Alias(LinkState.None, Tongue.Japanese);

    public async Task<PublishResult> PublishAsync(MenuFolder folder, CancellationToken cancel)
    {
        var steps = new List<PublishStep>();
        try
        {
            var channel = await ChannelMenus.ReadAsync(line, cancel);
            var current = new Dictionary<string, string>();
            foreach (var menu in folder.Menus)
                current[menu.Alias] = await PublishAsync(menu, channel, steps, cancel);
            foreach (var (alias, id) in current)
                await PointAsync(alias, id, channel, steps, cancel);
            if (channel.DefaultId != current[DefaultAlias])
            {
                await line.SetDefaultRichMenuAsync(current[DefaultAlias], cancel);
                Note(steps, PublishAction.DefaultSet, DefaultAlias);
            }
            var old = channel.Own.Where(stored => !current.ContainsValue(stored.RichMenuId)).ToList();
            if (old.Count > 0)
                await ReplaceAsync(old, current, steps, cancel);
            return new PublishResult(steps, null);
        }
        catch (Exception e) when (!cancel.IsCancellationRequested)
        {
            Log.Stopped(log, steps.Count, e);
            return new PublishResult(steps, e);
        }
    }

    private async Task<string> PublishAsync(MenuDefinition menu, ChannelMenus channel, List<PublishStep> steps, CancellationToken cancel)
    {
        var found = channel.Find(menu)?.RichMenuId;
        if (found is not null && await HasPictureAsync(menu, found, channel, cancel))
        {
            Note(steps, PublishAction.Unchanged, menu.Alias);
            return found;
        }
        var toPublish = menu.ToPublish();
        if (found is null)
        {
            found = await line.CreateRichMenuAsync(toPublish, cancel);
            Note(steps, PublishAction.Created, toPublish.Name);
        }
        await line.UploadRichMenuImageAsync(found, menu.Image, cancel);
        Note(steps, PublishAction.Uploaded, toPublish.Name);
        return found;
    }

    /// <summary>A run that was cut off may have left a menu without its picture. One that has its alias was finished.</summary>
    private async Task<bool> HasPictureAsync(MenuDefinition menu, string id, ChannelMenus channel, CancellationToken cancel) =>
        channel.IsBehindAlias(menu, id) || await line.DownloadRichMenuImageAsync(id, cancel) is not null;

    private async Task PointAsync(string alias, string id, ChannelMenus channel, List<PublishStep> steps, CancellationToken cancel)
    {
        var pointedAt = channel.Aliases.GetValueOrDefault(alias);
        if (pointedAt == id)
            return;
        if (pointedAt is null)
            await line.CreateRichMenuAliasAsync(new RichMenuAlias(alias, id), cancel);
        else
            await line.UpdateRichMenuAliasAsync(new RichMenuAlias(alias, id), cancel);
        Note(steps, PublishAction.AliasSet, alias);
    }

    private async Task ReplaceAsync(
        IReadOnlyList<StoredRichMenu> old, Dictionary<string, string> current, List<PublishStep> steps, CancellationToken cancel)
    {
        var isMoved = await new MenuMove(line).FinishedAsync(
            [.. old.Select(stored => new RichMenuBatchLink(stored.RichMenuId, current[MenuNames.AliasOf(stored.Menu.Name)]))], cancel);
        foreach (var stored in old)
        {
            if (isMoved)
                await line.DeleteRichMenuAsync(stored.RichMenuId, cancel);
            Note(steps, isMoved ? PublishAction.Removed : PublishAction.Kept, stored.Menu.Name);
        }
    }

    private void Note(List<PublishStep> steps, PublishAction action, string subject)
    {
        steps.Add(new PublishStep(action, subject));
        Log.Done(log, action, subject);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Rich menus: {Action} {Subject}")]
        public static partial void Done(ILogger logger, PublishAction action, string subject);

        [LoggerMessage(LogLevel.Error, "Publishing the rich menus stopped after {Steps} steps")]
        public static partial void Stopped(ILogger logger, int steps, Exception failure);
    }
}

using Line.Messaging;

namespace LineBot.RichMenu.Publishing;

/// <summary>
/// Carries out a plan on the channel: new menus first, then what customers see, and what is old only when nobody has it any more. All that is
/// known of how far it came stands on the channel, so that after a stop at any step a new plan goes on from there.
/// </summary>
public sealed partial class MenuPublisher(LineMessagingClient line, TimeProvider clock, ILogger<MenuPublisher> log)
{
    /// <summary>A running service looks at the aliases that often, and what it is about to send is on its way a while.</summary>
    public static readonly TimeSpan Notice = PublishedMenus.Fresh + TimeSpan.FromSeconds(5);

    /// <summary>Makes the channel's menus those of the folder, or throws what stopped it.</summary>
    public async Task PublishAsync(MenuFolder folder, CancellationToken cancel) =>
        await DoAsync(MenuPlanner.ToFolder(folder, await ChannelMenus.ReadAsync(line, cancel)), new PublishingWays(), cancel);

    public async Task DoAsync(MenuPlan plan, PublishingWays ways, CancellationToken cancel)
    {
        var ids = plan.Targets.Where(target => target.Value.Id is not null).ToDictionary(target => target.Key, target => target.Value.Id!);
        var patience = new RateLimitPatience(clock, ways.LongestWait, ways.Waits);
        var steps = new Progress(plan, ways.Advances);
        foreach (var step in plan.Steps)
        {
            await DoAsync(step, plan, ids, patience, steps, ways, cancel);
            steps.Advance(step);
            ways.Done(step);
            Log.Done(log, step.Act, step.Subject);
        }
    }

    private Task DoAsync(
        MenuStep step, MenuPlan plan, Dictionary<string, string> ids, RateLimitPatience patience, Progress progress, PublishingWays ways, CancellationToken cancel)
    {
        var channel = plan.Channel;
        return step.Act switch
        {
            MenuAct.Create => patience.CallAsync(
                async () => ids[step.Alias!] = await line.CreateRichMenuAsync(plan.Targets[step.Alias!].Definition!.ToPublish(), cancel), cancel),
            MenuAct.Upload => line.UploadRichMenuImageAsync(ids[step.Alias!], plan.Targets[step.Alias!].Definition!.Image, cancel),
            MenuAct.Keep => KeepAsync(channel, patience, cancel),
            MenuAct.Begin => PointAsync(MenuNames.Applying, ids[MenuNames.DefaultAlias], channel, cancel),
            MenuAct.Point => PointAsync(step.Alias!, ids[step.Alias!], channel, cancel),
            MenuAct.SetDefault => line.SetDefaultRichMenuAsync(ids[step.Alias!], cancel),
            MenuAct.Wait => Task.Delay(Notice, clock, cancel),
            MenuAct.Link => new MenuLinking(line, ways.Customers!, patience, clock).LinkAsync(ids, plan.Changed, progress.Advance, cancel),
            MenuAct.Move => new MenuMove(line, patience, clock, ways.LongestMove).FinishAsync(
                [.. plan.Moves.Select(move => new RichMenuBatchLink(move.FromId, ids[move.ToAlias]))], cancel),
            MenuAct.Remove => patience.CallAsync(() => line.DeleteRichMenuAsync(step.RichMenuId!, cancel), cancel),
            _ => patience.CallAsync(() => line.DeleteRichMenuAliasAsync(MenuNames.Applying, cancel), cancel),
        };
    }

    /// <summary>
    /// Only all eight of them together can be gone back to. One is taken away before the first is changed and comes back after the last, so that
    /// a stop in between leaves none to go back to rather than some of this time and some of that.
    /// </summary>
    private async Task KeepAsync(ChannelMenus channel, RateLimitPatience patience, CancellationToken cancel)
    {
        var seal = MenuNames.Before(MenuNames.DefaultAlias);
        if (channel.Aliases.ContainsKey(seal))
            await patience.CallAsync(() => line.DeleteRichMenuAliasAsync(seal, cancel), cancel);
        if (channel.Shown is not { } shown)
            return;
        foreach (var (alias, id) in shown.Where(one => one.Key != MenuNames.DefaultAlias))
            await PointAsync(MenuNames.Before(alias), id, channel, cancel);
        await line.CreateRichMenuAliasAsync(new RichMenuAlias(seal, shown[MenuNames.DefaultAlias]), cancel);
    }

    private Task PointAsync(string alias, string id, ChannelMenus channel, CancellationToken cancel) =>
        channel.Aliases.GetValueOrDefault(alias) == id ? Task.CompletedTask
        : channel.Aliases.ContainsKey(alias) ? line.UpdateRichMenuAliasAsync(new RichMenuAlias(alias, id), cancel)
        : line.CreateRichMenuAliasAsync(new RichMenuAlias(alias, id), cancel);

    /// <summary>The share of the calls that are done; giving menus to customers is one for each list of them.</summary>
    private sealed class Progress(MenuPlan plan, Action<double> advances)
    {
        private readonly double _all = plan.Steps.Sum(WeightOf);
        private double _done;
        private double _linked;

        public void Advance(int customers)
        {
            _linked += customers / (double)MenuLinking.Most;
            advances(Math.Min(1, (_done + _linked) / _all));
        }

        public void Advance(MenuStep step)
        {
            (_done, _linked) = (_done + WeightOf(step), 0);
            advances(_done / _all);
        }

        private static double WeightOf(MenuStep step) => 1 + (step.Customers ?? 0) / (double)MenuLinking.Most;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Rich menus: {Act} {Subject}")]
        public static partial void Done(ILogger logger, MenuAct act, string subject);
    }
}

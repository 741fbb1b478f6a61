namespace LineBot.RichMenu.Publishing;

/// <summary>Compares what should be shown with what the channel has, and says what has to be done.</summary>
public static class MenuPlanner
{
    /// <summary>What makes the channel's menus those of the folder.</summary>
    /// <param name="customers">How many customers of the store each alias has; null without a store.</param>
    public static MenuPlan ToFolder(MenuFolder folder, ChannelMenus channel, IReadOnlyDictionary<string, int>? customers = null) =>
        Plan(folder.Menus.ToDictionary(menu => menu.Alias, menu => new MenuTarget(menu.ToPublish().Name, channel.Find(menu)?.RichMenuId, menu)),
            channel, customers, keepsShown: true);

    /// <summary>What brings the menus back that were shown before the last change.</summary>
    /// <returns>Null where the channel has no such menus.</returns>
    public static MenuPlan? Back(ChannelMenus channel, IReadOnlyDictionary<string, int>? customers = null) =>
        channel.Before is not { } before ? null : Plan(
            before.ToDictionary(one => one.Key, one => new MenuTarget(NameOf(channel, one.Value), one.Value, null)), channel, customers, keepsShown: false);

    private static MenuPlan Plan(
        IReadOnlyDictionary<string, MenuTarget> targets, ChannelMenus channel, IReadOnlyDictionary<string, int>? customers, bool keepsShown)
    {
        var lacking = targets.Where(target => target.Value.Id is null || channel.Unfinished.Contains(target.Value.Id)).Select(target => target.Key).ToList();
        var pointed = targets.Where(target => target.Value.Id is null || channel.IdBehind(target.Key) != target.Value.Id).Select(target => target.Key).ToList();
        var changes = channel.IsChanging || pointed.Count > 0;
        var keeps = keepsShown && !channel.IsChanging && pointed.Count > 0;
        // What can be gone back to when all is done: what is noted already where a change is under way, or where nothing changes.
        var before = keeps ? channel.Shown : channel.Before;
        var kept = targets.Values.Select(target => target.Id).Concat(before?.Values ?? []).ToHashSet();
        var left = channel.Own.Where(stored => !kept.Contains(stored.RichMenuId)).ToList();
        var moves = changes || left.Exists(stored => !channel.Unfinished.Contains(stored.RichMenuId)) ? Moves(targets, channel) : [];
        // A run that was cut off may have pointed an alias and not given its menu to everybody.
        List<string> changed = !channel.IsChanging ? pointed
            : [.. targets.Keys.Where(alias => pointed.Contains(alias) || moves.Exists(move => move.ToAlias == alias) || before?[alias] != targets[alias].Id)];

        var standard = targets[MenuNames.DefaultAlias].Id;
        var steps = new List<MenuStep>();
        foreach (var alias in lacking)
        {
            var target = targets[alias];
            if (target.Id is null)
                steps.Add(new MenuStep(MenuAct.Create, target.Name) { Alias = alias, Difference = channel.Behind(alias) is { } shown ? MenuNames.DifferenceOf(target.Name, shown.Menu.Name) : MenuDifference.None });
            steps.Add(new MenuStep(MenuAct.Upload, target.Name) { Alias = alias });
        }
        if (keeps && !IsSame(channel.Before, channel.Shown))
            steps.Add(new MenuStep(MenuAct.Keep, MenuNames.Before("linebot-*")));
        if (changes && (standard is null || channel.IdBehind(MenuNames.Applying) != standard))
            steps.Add(new MenuStep(MenuAct.Begin, MenuNames.Applying));
        steps.AddRange(pointed.Select(alias => new MenuStep(MenuAct.Point, alias) { Alias = alias }));
        if (standard is null || channel.DefaultId != standard)
            steps.Add(new MenuStep(MenuAct.SetDefault, MenuNames.DefaultAlias) { Alias = MenuNames.DefaultAlias });
        var count = changed.Sum(alias => customers?.GetValueOrDefault(alias) ?? 0);
        if (changes && (count > 0 || moves.Count > 0))
            steps.Add(new MenuStep(MenuAct.Wait, "services"));
        if (count > 0)
            steps.Add(new MenuStep(MenuAct.Link, string.Join(", ", changed.Where(alias => customers!.GetValueOrDefault(alias) > 0))) { Customers = count });
        if (moves.Count > 0)
            steps.Add(new MenuStep(MenuAct.Move, string.Join(", ", moves.Select(move => move.ToAlias).Distinct())));
        steps.AddRange(left.Select(stored => new MenuStep(MenuAct.Remove, stored.Menu.Name) { RichMenuId = stored.RichMenuId }));
        if (changes)
            steps.Add(new MenuStep(MenuAct.Finish, MenuNames.Applying));
        return new MenuPlan(steps, [.. targets.Keys.Except(changed)], targets, channel) { Changed = changed, Moves = moves };
    }

    /// <summary>From every menu of ours that will not be shown. Nobody has one that never got its picture.</summary>
    private static List<(string FromId, string ToAlias)> Moves(IReadOnlyDictionary<string, MenuTarget> targets, ChannelMenus channel) =>
    [
        .. channel.Own
            .Where(stored => targets.Values.All(target => target.Id != stored.RichMenuId) && !channel.Unfinished.Contains(stored.RichMenuId))
            .Select(stored => (stored.RichMenuId, MenuNames.AliasOf(stored.Menu.Name))),
    ];

    private static string NameOf(ChannelMenus channel, string id) => channel.All.Single(stored => stored.RichMenuId == id).Menu.Name;

    private static bool IsSame(IReadOnlyDictionary<string, string>? one, IReadOnlyDictionary<string, string>? other) =>
        one is null ? other is null : other is not null && one.All(entry => other[entry.Key] == entry.Value);
}

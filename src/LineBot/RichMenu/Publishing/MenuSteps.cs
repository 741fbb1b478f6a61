using System.Net;
using Line.Messaging;

namespace LineBot.RichMenu.Publishing;

/// <summary>One plan's steps as calls to LINE.</summary>
internal sealed class MenuSteps(LineMessagingClient line, TimeProvider clock, MenuPlan plan, PublishingWays ways)
{
    private readonly RateLimitPatience _patience = new(clock, ways.LongestWait, ways.Waits);

    /// <summary>The menu that each alias is to show, as far as it is there.</summary>
    private readonly Dictionary<string, string> _ids =
        plan.Targets.Where(target => target.Value.Id is not null).ToDictionary(target => target.Key, target => target.Value.Id!);

    private readonly double _all = plan.Steps.Sum(WeightOf);
    private double _done;

    /// <summary>Whether, before the first change that others can see, the channel was still the one of the plan.</summary>
    private bool _isAlone;

    public async Task DoAsync(MenuStep step, CancellationToken cancel)
    {
        var before = _done;
        if (!_isAlone && step.Act is MenuAct.Keep or MenuAct.Begin or MenuAct.Point)
            await StandAloneAsync(cancel);
        await CallAsync(step, cancel);
        _done = before + WeightOf(step);
        ways.Advances(_done / _all);
    }

    private Task CallAsync(MenuStep step, CancellationToken cancel) => step.Act switch
    {
        MenuAct.Create => _patience.CallAsync(
            async () => _ids[step.Alias!] = await line.CreateRichMenuAsync(DefinitionOf(step).ToPublish(), cancel), cancel),
        MenuAct.Upload => line.UploadRichMenuImageAsync(_ids[step.Alias!], DefinitionOf(step).Image, cancel),
        MenuAct.Keep => KeepAsync(cancel),
        MenuAct.Begin => BeginAsync(cancel),
        MenuAct.Point => PointAsync(step.Alias!, _ids[step.Alias!], cancel),
        MenuAct.SetDefault => line.SetDefaultRichMenuAsync(_ids[step.Alias!], cancel),
        MenuAct.Wait => Task.Delay(MenuPublisher.Notice, clock, cancel),
        MenuAct.Link => new MenuLinking(line, ways.Customers!, _patience, clock).LinkAsync(_ids, plan.Changed, Linked, cancel),
        MenuAct.Move => new MenuMove(line, _patience, clock, ways.LongestMove).FinishAsync(
            [.. plan.Moves.Select(move => new RichMenuBatchLink(move.FromId, _ids[move.ToAlias]))], cancel),
        MenuAct.Remove => _patience.CallAsync(() => line.DeleteRichMenuAsync(step.RichMenuId!, cancel), cancel),
        _ => _patience.CallAsync(() => line.DeleteRichMenuAliasAsync(MenuNames.Applying, cancel), cancel),
    };

    /// <summary>New menus take a while to be made: meanwhile somebody else may have begun, or even finished.</summary>
    private async Task StandAloneAsync(CancellationToken cancel)
    {
        var now = (await line.ListRichMenuAliasesAsync(cancel)).ToDictionary(alias => alias.RichMenuAliasId, alias => alias.RichMenuId);
        if (MenuNames.Aliases.Append(MenuNames.Applying).Any(alias => now.GetValueOrDefault(alias) != plan.Channel.Aliases.GetValueOrDefault(alias)))
            throw new MenuConflictException();
        _isAlone = true;
    }

    /// <summary>LINE gives one alias to one of two who ask for it.</summary>
    private async Task BeginAsync(CancellationToken cancel)
    {
        try
        {
            await PointAsync(MenuNames.Applying, _ids[MenuNames.DefaultAlias], cancel);
        }
        catch (LineApiException e) when (e.StatusCode == HttpStatusCode.BadRequest && !plan.Channel.IsChanging)
        {
            if ((await line.ListRichMenuAliasesAsync(cancel)).Any(alias => alias.RichMenuAliasId == MenuNames.Applying))
                throw new MenuConflictException();
            throw;
        }
    }

    /// <summary>
    /// Only all eight of them together can be gone back to. One is taken away before the first is changed and comes back after the last, so that
    /// a stop in between leaves none to go back to rather than some of this time and some of that.
    /// </summary>
    private async Task KeepAsync(CancellationToken cancel)
    {
        var seal = MenuNames.Before(MenuNames.DefaultAlias);
        if (plan.Channel.Aliases.ContainsKey(seal))
            await _patience.CallAsync(() => line.DeleteRichMenuAliasAsync(seal, cancel), cancel);
        if (plan.Channel.Shown is not { } shown)
            return;
        foreach (var (alias, id) in shown.Where(one => one.Key != MenuNames.DefaultAlias))
            await PointAsync(MenuNames.Before(alias), id, cancel);
        await line.CreateRichMenuAliasAsync(new RichMenuAlias(seal, shown[MenuNames.DefaultAlias]), cancel);
    }

    private Task PointAsync(string alias, string id, CancellationToken cancel) =>
        plan.Channel.Aliases.GetValueOrDefault(alias) == id ? Task.CompletedTask
        : plan.Channel.Aliases.ContainsKey(alias) ? line.UpdateRichMenuAliasAsync(new RichMenuAlias(alias, id), cancel)
        : line.CreateRichMenuAliasAsync(new RichMenuAlias(alias, id), cancel);

    private MenuDefinition DefinitionOf(MenuStep step) => plan.Targets[step.Alias!].Definition!;

    private void Linked(int customers)
    {
        _done += customers / (double)MenuLinking.Most;
        ways.Advances(Math.Min(1, _done / _all));
    }

    /// <summary>A step is one call, and one more for each list of customers.</summary>
    private static double WeightOf(MenuStep step) => 1 + (step.Customers ?? 0) / (double)MenuLinking.Most;
}

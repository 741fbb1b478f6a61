using System.Security.Cryptography;
using System.Text;

namespace LineBot.RichMenu.Publishing;

/// <summary>What has to be done on the channel, in order. Nothing else is done by whoever carries it out.</summary>
/// <param name="Steps">None where all is as it should be.</param>
/// <param name="Unchanged">The aliases whose menus stay.</param>
/// <param name="Targets">The menu that each alias is to show.</param>
/// <param name="Channel">The channel for which it was made.</param>
public sealed record MenuPlan(
    IReadOnlyList<MenuStep> Steps, IReadOnlyList<string> Unchanged, IReadOnlyDictionary<string, MenuTarget> Targets, ChannelMenus Channel)
{
    /// <summary>Names the steps: two plans with the same id do the same. How many customers there are does not count.</summary>
    public string Id => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n',
    [
        .. Steps.Select(step => $"{step.Act} {step.Subject} {step.RichMenuId}"),
        .. Targets.Select(target => $"{target.Key} {target.Value.Name}"),
        .. Moves.Select(move => $"{move.FromId} {move.ToAlias}"),
    ]))))[..8];

    /// <summary>The aliases that show another menu afterwards than before.</summary>
    public IReadOnlyList<string> Changed { get; init; } = [];

    /// <summary>Whether, when it is done, the menus of before can be brought back.</summary>
    public bool CanBeUndone => Steps.Any(step => step.Act == MenuAct.Keep) ? Channel.Shown is not null : Channel.Before is not null;

    /// <summary>Which customers LINE moves: from which menu to the one of which alias.</summary>
    public IReadOnlyList<(string FromId, string ToAlias)> Moves { get; init; } = [];
}

/// <summary>The menu that an alias is to show.</summary>
/// <param name="Name">Its name on the channel.</param>
/// <param name="Id">LINE's id of it; null while it is not there.</param>
/// <param name="Definition">Null where it is one that the channel has, and no file.</param>
public sealed record MenuTarget(string Name, string? Id, MenuDefinition? Definition);

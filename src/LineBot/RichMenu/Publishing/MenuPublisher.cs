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
        var steps = new MenuSteps(line, clock, plan, ways);
        foreach (var step in plan.Steps)
        {
            ways.Begins(step);
            await steps.DoAsync(step, cancel);
            ways.Done(step);
            Log.Done(log, step.Act, step.Subject);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Rich menus: {Act} {Subject}")]
        public static partial void Done(ILogger logger, MenuAct act, string subject);
    }
}

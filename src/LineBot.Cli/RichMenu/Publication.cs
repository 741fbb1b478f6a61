using System.CommandLine;
using LineBot.Accounts;
using LineBot.Cli.Stores;
using LineBot.RichMenu.Publishing;
using LineBot.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace LineBot.Cli.RichMenu;

/// <summary>The channel and, where there is one, the store with the customers: what a plan is made for and carried out on.</summary>
internal sealed class Publication : IAsyncDisposable
{
    /// <summary>LINE's limits are by the hour.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(65);

    /// <summary>In the example of LINE's reference, one took an hour and a half.</summary>
    private static readonly TimeSpan LongestMove = TimeSpan.FromHours(2);
    private static readonly TimeSpan ShortMove = TimeSpan.FromSeconds(10);

    private readonly Channel _channel;
    private readonly Database? _store;
    private readonly Shell _shell;
    private readonly PlanWords _words;

    private Publication(Channel channel, Database? store, Shell shell) =>
        (_channel, _store, _shell, _words, Customers) =
        (channel, store, shell, new PlanWords(shell), store is null ? null : new CustomerMenus(store, new AccountStore()));

    /// <summary>Null where there is no store: its customers are then not known.</summary>
    public CustomerMenus? Customers { get; }

    public static Option<bool> NoWait(Shell shell) => new("--no-wait")
    {
        Description = shell.Say("LINE の回数制限に達したら待たずに終了する (再実行すると続きから進む)",
            "Stop where LINE's rate limits say so instead of waiting (running it again goes on)"),
    };

    /// <exception cref="TroubleException">The settings are wrong, or the store is not at this version's tables.</exception>
    public static Publication Open(Settings settings, Shell shell)
    {
        var channel = Channel.Of(settings);
        try
        {
            return new Publication(channel, new Store(settings, shell).OpenIfThere(), shell);
        }
        catch
        {
            channel.Dispose();
            throw;
        }
    }

    /// <summary>Makes a plan for the channel as it stands now.</summary>
    public async Task<T> PlanAsync<T>(Func<ChannelMenus, IReadOnlyDictionary<string, int>?, T> plan, CancellationToken cancel) =>
        plan(await ChannelMenus.ReadAsync(_channel.Line, cancel), Customers is null ? null : await Customers.CountAsync(cancel));

    public void Show(ParseResult input, MenuPlan plan, IReadOnlyList<MenuStep> steps, Action after) =>
        _shell.Show(input, new PlanRow(plan.Id, plan.Unchanged, steps), () =>
        {
            if (steps.Count > 0)
            {
                _shell.ShowTable(input, steps,
                    (_shell.Say("手順", "step"), step => _words.Act(step.Act)),
                    (_shell.Say("対象", "subject"), step => _words.Subject(step)),
                    (_shell.Say("備考", "note"), step => _words.Because(step, plan)));
            }
            after();
        });

    /// <summary>Carries the plan out; what was done is shown also where it had to stop.</summary>
    public async Task DoAsync(ParseResult input, MenuPlan plan, bool noWait, Action after, CancellationToken cancel)
    {
        if (plan.Steps.Count == 0)
        {
            Show(input, plan, [], after);
            return;
        }
        if (plan.Channel.IsChanging)
            _shell.Error.WriteLine(_words.GoesOn());
        var done = new List<MenuStep>();
        try
        {
            await _shell.WithProgressAsync(input, _shell.Say("リッチメニュー", "rich menus"), (LongJob job) =>
                new MenuPublisher(_channel.Line, _shell.Clock, NullLogger<MenuPublisher>.Instance).DoAsync(plan, new PublishingWays
                {
                    Customers = Customers,
                    LongestWait = noWait ? TimeSpan.Zero : LongestWait,
                    LongestMove = noWait ? ShortMove : LongestMove,
                    Begins = step => job.Now($"{_words.Act(step.Act)} {_words.Subject(step)}"),
                    Done = done.Add,
                    Advances = job.Share,
                    Waits = pause => job.Say(_words.Waits(pause)),
                }, cancel));
        }
        catch (Exception e)
        {
            Show(input, plan, done, () => { });
            _shell.Error.WriteLine(_words.Stopped(done.Count, plan.Steps.Count));
            if (e is MenuMoveException move)
                throw _words.Trouble(move);
            if (e is MenuConflictException)
                throw _words.SomebodyElse();
            throw;
        }
        Show(input, plan, done, after);
    }

    public async ValueTask DisposeAsync()
    {
        _channel.Dispose();
        if (_store is not null)
            await _store.DisposeAsync();
    }

    private sealed record PlanRow(string Plan, IReadOnlyList<string> Unchanged, IReadOnlyList<MenuStep> Steps);
}

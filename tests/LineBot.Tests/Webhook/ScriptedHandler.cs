using Line.Messaging;
using LineBot.RichMenu;
using LineBot.Tests.Drivers;
using Microsoft.Extensions.DependencyInjection;

namespace LineBot.Tests.Webhook;

/// <summary>Answers as a test tells it to, so that what surrounds handlers can be tested without any tile.</summary>
internal sealed class ScriptedHandler
{
    private int _calls;

    /// <summary>How often a message was handed to this handler, whatever came of it.</summary>
    public int Calls => _calls;

    public Func<Turn, Reply> OnMessage { get; set; } = turn => Reply.With(new TextMessage($"heard {turn.Tap.Text}"));

    public Reply OnOldButton { get; set; } = Reply.With(new TextMessage("old button"));

    /// <summary>What the taps on <c>ask-line@1</c> wait for.</summary>
    public Func<CancellationToken, Task> Asking { get; set; } = _ => Task.CompletedTask;

    [On(typeof(MessageEvent))]
    public Reply Hear(Turn turn)
    {
        Interlocked.Increment(ref _calls);
        return OnMessage(turn);
    }

    [Action("ask-line")]
    public async Task<Decision> AskLine(Tap tap, CancellationToken cancel)
    {
        await Asking(cancel);
        return _ => Reply.With(new TextMessage("asked"));
    }

    [On(typeof(JoinEvent))]
    public Reply Join(Turn turn) => Reply.With(new TextMessage("one to one, please"));

    [Action(Tiles.OldButton)]
    public Reply OldButton(Turn turn) => OnOldButton;

    [Action(Tiles.Apology)]
    public Reply Apologise(Turn turn) => Reply.With(new TextMessage("sorry"));

    /// <summary>The service with this handler in place of its own.</summary>
    public Task<LineTalk> StartAsync(bool clockRuns = true, bool storeIsFile = false, params (string Key, string Value)[] settings) => LineTalk.StartAsync(new LineTalkOptions
    {
        ClockRuns = clockRuns,
        StoreIsFile = storeIsFile,
        Settings = settings.ToDictionary(setting => setting.Key, setting => setting.Value),
        Configure = builder => builder.Services.AddSingleton(_ => new HandlerMap([this])),
    });
}

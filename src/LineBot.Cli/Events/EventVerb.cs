using System.CommandLine;
using LineBot.Cli.Stores;
using LineBot.Storage;

namespace LineBot.Cli.Events;

/// <summary>A verb on one set-aside event.</summary>
internal abstract class EventVerb : Verb
{
    private readonly Argument<string> _id;

    protected EventVerb(Shell shell, string name, string description, params string[] examples) : base(shell, name, description, examples) =>
        Arguments.Add(_id = new("ID") { Description = shell.Say("イベント ID (events list に出るもの)", "The event's id, as events list shows it") });

    protected sealed override async Task<int> RunAsync(ParseResult input, CancellationToken cancel)
    {
        await using var database = new Store(Shell.Settings(input), Shell).Open();
        var id = input.GetRequiredValue(_id);
        if (await RunAsync(input, database, id, cancel))
            return ExitCode.Done;
        throw new TroubleException(
            Say("その ID の取り置かれたイベントはありません。", "No event with that id is set aside."), id,
            Say("linebot events list で ID を確認してください。", "See the ids with: linebot events list"));
    }

    /// <returns>False where no such event is set aside.</returns>
    protected abstract Task<bool> RunAsync(ParseResult input, Database database, string id, CancellationToken cancel);
}

using System.CommandLine;

namespace LineBot.Cli.Events;

/// <summary>The events whose handlers failed for good. Who wrote what is not shown unless it is asked for.</summary>
internal sealed class EventsCommand : Command
{
    public EventsCommand(Shell shell)
        : base("events", shell.Say("処理に失敗して取り置かれたイベントの一覧・再実行・破棄", "List, run again or discard the events that were set aside after repeated failure"))
    {
        Add(new EventsListCommand(shell));
        Add(new EventsShowCommand(shell));
        Add(new EventsRetryCommand(shell));
        Add(new EventsDiscardCommand(shell));
    }
}

using System.CommandLine;
using LineBot.Console.Staff;
using LineBot.Storage;

namespace LineBot.Cli.Operators;

internal sealed class OperatorDisableCommand : RosterVerb
{
    private readonly Option<bool> _force;

    public OperatorDisableCommand(Shell shell) : base(shell, "disable",
        shell.Say("担当者がサインインできないようにし、開いている画面も終わらせる", "Let an operator sign in no longer, and end their sessions at once"),
        "linebot operator disable sato") =>
        Options.Add(_force = new("--force")
        {
            Description = shell.Say("最後の管理者でも停止する", "Even if no administrator is left"),
        });

    protected override (Func<Roster, Transaction, RosterResult> Act, (object Json, string Text) Told) Change(ParseResult input, string name) =>
        ((roster, tx) => roster.SetDisabled(tx, Actor, name, isDisabled: true, Shell.Clock.GetUtcNow(), input.GetValue(_force)),
            (new { Name = name, Disabled = true }, Say(
                $"{name} はサインインできなくなりました。", $"{name} can no longer sign in.")));
}

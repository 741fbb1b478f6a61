using System.CommandLine;
using LineBot.Console.Staff;
using LineBot.Storage;

namespace LineBot.Cli.Operators;

internal sealed class OperatorResetCommand(Shell shell) : PasswordVerb(shell, "reset",
    shell.Say("担当者に新しいパスワードを発行し、一度だけ表示する", "Give an operator a new password, and show it once"),
    "linebot operator reset operator")
{
    protected override RosterResult Act(ParseResult input, Roster roster, Transaction tx, string name, string passwordHash) =>
        roster.Reset(tx, Actor, name, passwordHash, Shell.Clock.GetUtcNow());
}

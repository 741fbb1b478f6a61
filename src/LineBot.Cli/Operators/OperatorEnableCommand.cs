using System.CommandLine;
using LineBot.Console.Staff;
using LineBot.Storage;

namespace LineBot.Cli.Operators;

internal sealed class OperatorEnableCommand(Shell shell) : RosterVerb(shell, "enable",
    shell.Say("停止した担当者を、元のパスワードと役割で再びサインインできるようにする", "Let a disabled operator sign in again, with the password and role they had"),
    "linebot operator enable sato")
{
    protected override (Func<Roster, Transaction, RosterResult> Act, (object Json, string Text) Told) Change(ParseResult input, string name) =>
        ((roster, tx) => roster.SetDisabled(tx, Actor, name, isDisabled: false, Shell.Clock.GetUtcNow()),
            (new { Name = name, Disabled = false }, Say(
                $"{name} は再びサインインできます。", $"{name} can sign in again.")));
}

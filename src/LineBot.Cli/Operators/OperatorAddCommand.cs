using System.CommandLine;
using LineBot.Console.Staff;
using LineBot.Storage;

namespace LineBot.Cli.Operators;

internal sealed class OperatorAddCommand : PasswordVerb
{
    private readonly Option<string> _displayName;
    private readonly Option<OperatorRole> _role;

    public OperatorAddCommand(Shell shell) : base(shell, "add",
        shell.Say("コンソールの担当者を追加し、パスワードを一度だけ表示する", "Add an operator of the console, and show their password once"),
        "linebot operator add sato --role supervisor --display-name Sato")
    {
        Options.Add(_displayName = new("--display-name")
        {
            Description = shell.Say("お客さまにも見える名前 (既定は名前と同じ)", "What colleagues and customers read (default: the name)"),
            HelpName = "TEXT",
        });
        Options.Add(_role = new("--role")
        {
            Description = shell.Say("役割: operator, supervisor, admin", "The role: operator, supervisor or admin"),
            HelpName = "ROLE",
            DefaultValueFactory = _ => OperatorRole.Operator,
        });
    }

    protected override RosterResult Act(ParseResult input, Roster roster, Transaction tx, string name, string passwordHash) =>
        roster.Add(tx, Actor, name, input.GetValue(_displayName) ?? name, input.GetValue(_role), passwordHash, Shell.Clock.GetUtcNow());
}

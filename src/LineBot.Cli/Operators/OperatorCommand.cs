using System.CommandLine;

namespace LineBot.Cli.Operators;

/// <summary>Who works at the console, for when nobody can sign in there.</summary>
internal sealed class OperatorCommand : Command
{
    public OperatorCommand(Shell shell)
        : base("operator", shell.Say("コンソールの担当者の追加・パスワード再発行・停止", "Add operators of the console, give them new passwords, let them in no longer"))
    {
        Add(new OperatorAddCommand(shell));
        Add(new OperatorResetCommand(shell));
        Add(new OperatorDisableCommand(shell));
        Add(new OperatorEnableCommand(shell));
    }
}

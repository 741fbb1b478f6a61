using System.CommandLine;

namespace LineBot.Cli;

/// <summary><c>--as</c>: who does it, for the record.</summary>
internal static class OperatorOption
{
    public static Option<string> Of(Shell shell) => new("--as")
    {
        Description = shell.Say("担当者名 (記録に残る)", "The operator's name, for the record"),
        HelpName = "NAME",
        DefaultValueFactory = _ => Environment.UserName,
    };
}

using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace LineBot.Cli;

/// <summary>The parser's help, followed by examples that can be pasted and the exit codes.</summary>
internal sealed class TeachingHelp(HelpAction usage, Shell shell) : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        usage.MaxWidth = 120;
        shell.Output.Write(Usage(parseResult));
        if (parseResult.CommandResult.Command is Verb { Examples.Count: > 0 } verb)
        {
            shell.Output.WriteLine(shell.Say("例:", "Examples:"));
            foreach (var example in verb.Examples)
                shell.Output.WriteLine($"  {example}");
            shell.Output.WriteLine();
        }
        shell.Output.WriteLine(shell.Say(
            "終了コード: 0 成功、1 失敗、2 使い方の誤り", "Exit codes: 0 done, 1 failed, 2 wrong use"));
        return ExitCode.Done;
    }

    private string Usage(ParseResult parseResult)
    {
        var configuration = parseResult.InvocationConfiguration;
        var output = configuration.Output;
        using var text = new StringWriter();
        configuration.Output = text;
        usage.Invoke(parseResult);
        configuration.Output = output;
        // The parser's Japanese lacks this one heading.
        return text.ToString().Replace("Description:", shell.Say("説明:", "Description:"), StringComparison.Ordinal);
    }
}

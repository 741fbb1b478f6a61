using System.CommandLine;

namespace LineBot.Cli;

/// <summary>One thing that can be asked of <c>linebot</c>, with the examples its help shows.</summary>
internal abstract class Verb : Command
{
    protected Verb(Shell shell, string name, string description, params string[] examples) : base(name, description)
    {
        (Shell, Examples) = (shell, examples);
        SetAction((input, cancel) => Troubles.ToldAsync(shell, () => RunAsync(input, cancel)));
    }

    public IReadOnlyList<string> Examples { get; }

    protected Shell Shell { get; }

    protected string Say(string japanese, string english) => Shell.Say(japanese, english);

    /// <summary>Does it, and returns the exit code.</summary>
    protected abstract Task<int> RunAsync(ParseResult input, CancellationToken cancel);
}

internal static class Verbs
{
    /// <summary><c>linebot</c>, <c>rich-menu</c>, <c>check</c>: the words that name this command.</summary>
    public static IEnumerable<string> PathFromRoot(this Command command) =>
        command is RootCommand
            ? ["linebot"]
            : [.. command.Parents.OfType<Command>().Single().PathFromRoot(), command.Name];
}

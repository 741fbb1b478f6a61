using System.CommandLine;

namespace LineBot.Cli.Knowledge;

/// <summary>The help articles and how well they are found.</summary>
internal sealed class KnowledgeCommand : Command
{
    public KnowledgeCommand(Shell shell)
        : base("knowledge", shell.Say("ヘルプ記事の検査・評価・質問", "Check, measure and ask the help articles"))
    {
        Add(new KnowledgeCheckCommand(shell));
        Add(new KnowledgeEvaluateCommand(shell));
        Add(new KnowledgeAskCommand(shell));
    }
}

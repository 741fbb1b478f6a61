using System.Text;

namespace LineBot.Cli.Setup;

/// <summary>Questions to whoever sits at the terminal, or to a script that answers a line each. They go to standard error.</summary>
internal sealed class Interview(Shell shell)
{
    private bool IsTerminal => ReferenceEquals(shell.Input, System.Console.In) && !System.Console.IsInputRedirected;

    public void Tell(string sentence) => shell.Error.WriteLine(sentence);

    /// <summary>Asks until the answer will do.</summary>
    /// <param name="present">What an empty answer stands for; null where there has to be one.</param>
    /// <param name="fault">What is wrong with an answer; null where nothing is.</param>
    public string Ask(string question, string? present, Func<string, string?> fault) =>
        Ask(question, string.IsNullOrEmpty(present) ? null : present, present, ReadLine, fault);

    /// <summary>As <see cref="Ask(string, string?, Func{string, string?})"/>, and a terminal does not show what is typed.</summary>
    /// <param name="present">Never shown.</param>
    public string AskSecret(string question, string? present, Func<string, string?> fault) =>
        Ask(question, string.IsNullOrEmpty(present) ? null : shell.Say("今のまま", "as it is"), present, ReadSecret, fault);

    public bool Agree(string question, bool byDefault = true)
    {
        var answer = Ask($"{question} {(byDefault ? "[Y/n]" : "[y/N]")}", null, "", ReadLine,
            said => said.ToLowerInvariant() is "" or "y" or "yes" or "n" or "no" or "はい" or "いいえ" ? null : shell.Say("y か n で答えてください。", "Answer y or n."));
        return answer.Length == 0 ? byDefault : answer.ToLowerInvariant() is "y" or "yes" or "はい";
    }

    private string Ask(string question, string? shown, string? present, Func<string> read, Func<string, string?> fault)
    {
        while (true)
        {
            shell.Error.Write($"{question}{(shown is null ? "" : $" [{shown}]")}: ");
            var answer = read().Trim();
            if (answer.Length == 0 && present is not null)
                answer = present;
            if (fault(answer) is not { } wrong)
                return answer;
            shell.Error.WriteLine($"  {wrong}");
        }
    }

    private string ReadLine() => ReadLine(isSecret: false);

    private string ReadLine(bool isSecret)
    {
        var line = shell.Input.ReadLine() ?? throw new TroubleException(
            shell.Say("答えが途中で終わりました。", "The answers ended before the questions did."), null,
            shell.Say("端末で linebot setup をもう一度実行してください。ここまでの答えは聞き直します。", "Run linebot setup again, at a terminal. It asks from the beginning."));
        // A terminal shows what is typed into it; a script's record is to read the same.
        if (!IsTerminal)
            shell.Error.WriteLine(isSecret ? "" : line);
        return line;
    }

    private string ReadSecret()
    {
        if (!IsTerminal)
            return ReadLine(isSecret: true);
        var typed = new StringBuilder();
        while (System.Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key == ConsoleKey.Backspace)
                typed.Length = Math.Max(0, typed.Length - 1);
            else if (!char.IsControl(key.KeyChar))
                typed.Append(key.KeyChar);
        }
        shell.Error.WriteLine();
        return typed.ToString();
    }
}

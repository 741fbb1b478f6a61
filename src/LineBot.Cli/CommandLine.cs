using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Globalization;
using System.Text.RegularExpressions;
using LineBot.Cli.Applications;
using LineBot.Cli.Campaigns;
using LineBot.Cli.Catalogue;
using LineBot.Cli.Contracts;
using LineBot.Cli.Customers;
using LineBot.Cli.Doctor;
using LineBot.Cli.Events;
using LineBot.Cli.Health;
using LineBot.Cli.Inquiries;
using LineBot.Cli.Knowledge;
using LineBot.Cli.Ledger;
using LineBot.Cli.Operators;
using LineBot.Cli.Replay;
using LineBot.Cli.RichMenu;
using LineBot.Cli.Setup;
using LineBot.Cli.Stores;
using LineBot.Cli.Usage;
using LineBot.Language;

namespace LineBot.Cli;

/// <summary>The whole of <c>linebot</c>, for Program and for tests alike. Exit codes: 0 done, 1 failed, 2 wrong use.</summary>
public static partial class CommandLine
{
    /// <summary>In the order in which they win over one another.</summary>
    private static readonly string[] LanguageVariables = ["LC_ALL", "LC_MESSAGES", "LANG"];

    public static async Task<int> RunAsync(
        IReadOnlyList<string> args, TextWriter output, TextWriter error, TimeProvider clock, TextReader? input = null, CancellationToken cancel = default)
    {
        var shell = new Shell(TongueOf(args), input ?? System.Console.In, output, error, clock);
        // The parser's own sentences follow the culture.
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(shell.Tongue.Code);
        var parse = Root(shell).Parse(args);
        if (parse.Action is ParseErrorAction)
            return Explain(parse, shell);
        return await parse.InvokeAsync(
            new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false }, cancel);
    }

    private static RootCommand Root(Shell shell)
    {
        var root = new RootCommand(shell.Say(
            "LINE公式アカウント LineBot の運用ツール", "What operators and testers of a LineBot service run by hand"))
        {
            new SetupCommand(shell),
            new DoctorCommand(shell),
            new RichMenuCommand(shell),
            new EventsCommand(shell),
            new InquiryCommand(shell),
            new ApplicationCommand(shell),
            new CampaignCommand(shell),
            new RewardsCommand(shell),
            new CatalogueCommand(shell),
            new ContractsCommand(shell),
            new CustomerCommand(shell),
            new OperatorCommand(shell),
            new DataCommand(shell),
            new UsageCommand(shell),
            new MonthTurnCommand(shell),
            new KnowledgeCommand(shell),
            new HealthCommand(shell),
            new BackupCommand(shell),
            new RestoreCommand(shell),
            new StoreCommand(shell),
            new MigrateCommand(shell),
            new ReplayCommand(shell),
        };
        foreach (var option in shell.Options)
            root.Options.Add(option);
        var help = root.Options.OfType<HelpOption>().Single();
        help.Description = shell.Say("使い方を表示する", "Show how it is used");
        help.Action = new TeachingHelp((HelpAction)help.Action!, shell);
        return root;
    }

    private static int Explain(ParseResult parse, Shell shell)
    {
        var command = parse.CommandResult.Command;
        var path = string.Join(' ', command.PathFromRoot());
        foreach (var message in Faults(parse, shell).Distinct())
            shell.Error.WriteLine($"linebot: {message}");
        foreach (var verb in command.Subcommands)
            shell.Error.WriteLine($"  {path} {verb.Name}: {verb.Description}");
        shell.Error.WriteLine(shell.Say($"使い方: {path} --help", $"How it is used: {path} --help"));
        return ExitCode.WrongUse;
    }

    /// <summary>The parser's own sentences, but for two that it says badly: of an unknown command, and of a missing option in Japanese.</summary>
    private static IEnumerable<string> Faults(ParseResult parse, Shell shell) =>
        parse.CommandResult.Command.Subcommands.Count > 0 && parse.UnmatchedTokens is [var unknown, ..]
            ? [shell.Say($"'{unknown}' というコマンドはありません。", $"There is no command '{unknown}'.")]
            : parse.Errors.Select(error => RequiredOption().Match(error.Message) is { Success: true } lacking
                ? shell.Say($"オプション {lacking.Groups[1].Value} を指定してください。", error.Message)
                : error.Message.Replace("。.", "。", StringComparison.Ordinal));

    [GeneratedRegex("^Option '(--[a-z-]+)' is required")]
    private static partial Regex RequiredOption();

    private static Tongue TongueOf(IReadOnlyList<string> args)
    {
        var asked = args.Zip(args.Skip(1)).Where(pair => pair.First == "--lang").Select(pair => pair.Second)
            .Concat(args.Where(arg => arg.StartsWith("--lang=", StringComparison.Ordinal)).Select(arg => arg["--lang=".Length..]))
            .FirstOrDefault();
        asked ??= LanguageVariables.Select(Environment.GetEnvironmentVariable)
            .FirstOrDefault(value => !string.IsNullOrEmpty(value)) ?? "en";
        return asked.StartsWith("ja", StringComparison.OrdinalIgnoreCase) ? Tongue.Japanese : Tongue.English;
    }
}

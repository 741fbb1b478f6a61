using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using LineBot.Language;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace LineBot.Cli;

/// <summary>What every verb speaks through: the language, the two streams, tables or JSON, and the options that all verbs have.</summary>
public sealed class Shell
{
    /// <summary>A pipe has no width of its own; this keeps a row on one line, so that it can be cut and searched.</summary>
    private const int PipeWidth = 200;

    /// <summary>What a column needs at least, and what stands between two.</summary>
    private const int ColumnRoom = 18;
    private const int ColumnGap = 3;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private readonly Option<bool> _json;
    private readonly Option<string> _language;
    private readonly Option<FileInfo?> _settings;

    internal Shell(Tongue tongue, TextReader input, TextWriter output, TextWriter error, TimeProvider clock)
    {
        (Tongue, Input, Output, Error, Clock) = (tongue, input, output, error, clock);
        _json = new("--json")
        {
            Description = Say("表の代わりに JSON で出力する", "Print JSON instead of tables"),
            Recursive = true,
        };
        _language = new("--lang")
        {
            Description = Say("表示言語 (既定は環境変数 LANG)", "Language of this tool (default: from LANG)"),
            Recursive = true,
        };
        _language.AcceptOnlyFromAmong("ja", "en");
        _settings = new("--settings")
        {
            Description = Say("設定ファイル (JSON か .env。既定は ./appsettings.json。環境変数が優先)",
                "Settings file, JSON or .env (default: ./appsettings.json; environment variables win)"),
            HelpName = "FILE",
            Recursive = true,
        };
    }

    internal Tongue Tongue { get; }

    internal TextReader Input { get; }

    internal TextWriter Output { get; }

    internal TextWriter Error { get; }

    internal TimeProvider Clock { get; }

    internal IEnumerable<Option> Options => [_json, _language, _settings];

    internal string Say(string japanese, string english) => Tongue.Say(japanese, english);

    internal bool WantsJson(ParseResult input) => input.GetValue(_json);

    internal Settings Settings(ParseResult input) => Cli.Settings.Load(input.GetValue(_settings), this);

    /// <summary>Prints <paramref name="value"/> as JSON where that was asked for, and else as <paramref name="text"/> does it.</summary>
    internal void Show<T>(ParseResult input, T value, Action text)
    {
        if (WantsJson(input))
            Output.WriteLine(JsonSerializer.Serialize(value, Json));
        else
            text();
    }

    /// <summary>Prints rows as a table or as a JSON array.</summary>
    internal void ShowTable<T>(ParseResult input, IReadOnlyList<T> rows, params (string Head, Func<T, object?> Cell)[] columns) => Show(input, rows, () =>
    {
        if (rows.Count == 0)
            Output.WriteLine(Say("ありません。", "There are none."));
        else
            Output.Write(Table(rows, WidthOf(Output) is { } width ? Math.Max(80, width) : PipeWidth, columns));
    });

    /// <summary>Shows how far a long job is, on a terminal's standard error alone: what is piped or read by a program stays clean.</summary>
    /// <param name="work">Gets what it calls with the share that is done, 0 to 1.</param>
    internal Task WithProgressAsync(ParseResult input, string what, Func<Action<double>, Task> work) =>
        WithProgressAsync(input, what, (LongJob job) => work(job.Share));

    /// <inheritdoc cref="WithProgressAsync(ParseResult, string, Func{Action{double}, Task})"/>
    internal async Task WithProgressAsync(ParseResult input, string what, Func<LongJob, Task> work)
    {
        if (!ReferenceEquals(Error, System.Console.Error) || System.Console.IsErrorRedirected || WantsJson(input))
        {
            await work(new LongJob(_ => { }, _ => { }, Error.WriteLine));
            return;
        }
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(System.Console.Error) });
        await console.Progress().Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async progress =>
            {
                var task = progress.AddTask(Markup.Escape(what), maxValue: 1);
                await work(new LongJob(
                    share => task.Value = share, now => task.Description = Markup.Escape(now), sentence => console.MarkupLine(Markup.Escape(sentence))));
            });
    }

    /// <summary>How wide the terminal is that <paramref name="to"/> writes to; null where it is none.</summary>
    internal static int? WidthOf(TextWriter to) =>
        (ReferenceEquals(to, System.Console.Out) && !System.Console.IsOutputRedirected) || (ReferenceEquals(to, System.Console.Error) && !System.Console.IsErrorRedirected)
            ? System.Console.WindowWidth
            : null;

    /// <summary>A table so many columns wide. A name is not broken, since it is copied whole, as long as the columns after it have room.</summary>
    internal static string Table<T>(IReadOnlyList<T> rows, int width, params (string Head, Func<T, object?> Cell)[] columns)
    {
        var cells = rows.Select(row => columns.Select(column => column.Cell(row)?.ToString() ?? "").ToList()).ToList();
        var table = new Table().Border(TableBorder.Simple);
        var left = width;
        for (var place = 0; place < columns.Length; place++)
        {
            var longest = cells.Select(row => row[place].Length).Append(columns[place].Head.Length).Max();
            var isName = cells.TrueForAll(row => row[place].All(letter => char.IsAscii(letter) && letter != ' '));
            left -= (isName ? longest : Math.Min(longest, ColumnRoom)) + ColumnGap;
            table.AddColumn(new TableColumn(Markup.Escape(columns[place].Head)) { NoWrap = isName && left >= (columns.Length - place - 1) * ColumnRoom });
        }
        foreach (var row in cells)
            table.AddRow([.. row.Select(Markup.Escape)]);
        return Drawn(table, width);
    }

    /// <summary>Lines of <paramref name="width"/> at the most, broken between words; a letter of Japanese takes two places.</summary>
    internal static IReadOnlyList<string> Folded(string text, int width) => Drawn(new Text(text), width).TrimEnd('\n').Split('\n');

    /// <summary>As plain text, so many columns wide at the most.</summary>
    internal static string Drawn(IRenderable drawing, int width)
    {
        using var text = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Out = new AnsiConsoleOutput(text),
        });
        console.Profile.Width = width;
        console.Write(drawing);
        return string.Join('\n', text.ToString().ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd())).Trim('\n') + "\n";
    }
}

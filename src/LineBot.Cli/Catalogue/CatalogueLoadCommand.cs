using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;
using LineBot.Accounts;
using LineBot.Cli.Stores;

namespace LineBot.Cli.Catalogue;

internal sealed class CatalogueLoadCommand : Verb
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true,
        ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true,
    };

    private readonly Argument<FileInfo> _file;
    private readonly Option<string> _operator;

    public CatalogueLoadCommand(Shell shell) : base(shell, "load",
        shell.Say("料金プランとオプションを登録する。名称・順序・販売の有無は変更でき、料金と量は変更できない",
            "Load plans and options from a file. Names, order and sale of known ones follow it; prices and volumes never change"),
        "linebot catalogue show --json > catalogue.json", "linebot catalogue load catalogue.json")
    {
        Arguments.Add(_file = new("FILE") { Description = shell.Say("JSON ファイル", "A JSON file") });
        Options.Add(_operator = OperatorOption.Of(shell));
    }

    protected override async Task<int> RunAsync(ParseResult input, CancellationToken cancel)
    {
        var file = Read(input.GetRequiredValue(_file));
        await using var database = new Store(Shell.Settings(input), Shell).Open();
        var (catalogue, store) = (file.ToCatalogue(), new PlanStore());
        var conflicts = await database.WriteAsync(tx =>
        {
            if (catalogue.Conflicts(Accounts.Catalogue.Of(tx, store)) is { Count: > 0 } found)
                return found;
            catalogue.Load(tx, store);
            new AuditStore().Write(tx, Shell.Clock.GetUtcNow(), $"operator:{input.GetRequiredValue(_operator)}", "catalogue-loaded");
            return [];
        });
        if (conflicts.Count > 0)
        {
            throw new TroubleException(
                Say("登録済みのものと料金か量が違います。何も変更していません。", "The price or volume differs from what is known. Nothing was changed."),
                string.Join(", ", conflicts),
                Say("料金や量を変えるときは、別の ID で登録し、元のものを \"isOffered\": false にしてください。",
                    "Give the new one another id, and the old one \"isOffered\": false."));
        }
        Shell.Show(input, file, () => Shell.Output.WriteLine(Say(
            $"登録しました: プラン {file.Plans.Count}件、オプション {file.Options.Count}件", $"Loaded: {file.Plans.Count} plans, {file.Options.Count} options")));
        return ExitCode.Done;
    }

    private CatalogueFile Read(FileInfo file)
    {
        try
        {
            using var stream = file.OpenRead();
            var read = JsonSerializer.Deserialize<CatalogueFile>(stream, Form) ?? new CatalogueFile([], []);
            return read.Fault(Shell) is { } fault ? throw Wrong(file, fault) : read;
        }
        catch (JsonException e)
        {
            throw Wrong(file, Say($"{e.LineNumber + 1} 行目: {e.Path}", $"line {e.LineNumber + 1}: {e.Path}"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new TroubleException(
                Say("ファイルを読めません。", "The file cannot be read."), e.Message, Say("パスと権限を確認してください。", "Check its path and permissions."));
        }
    }

    private TroubleException Wrong(FileInfo file, string where) => new(
        Say("カタログのファイルを読み取れません。", "The catalogue cannot be understood."), $"{file.Name}: {where}",
        Say("linebot catalogue show --json が書く形にしてください。", "Write it as catalogue show --json does."));
}

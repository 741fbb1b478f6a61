using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using LineBot.Accounts;
using LineBot.Cli.Stores;
using LineBot.Privacy;

namespace LineBot.Cli.Customers;

internal sealed class CustomerExportCommand : Verb
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Argument<string> _customer;
    private readonly Option<string> _operator;

    public CustomerExportCommand(Shell shell) : base(shell, "export",
        shell.Say("お客さまについて保存しているすべてを JSON で出力する (個人情報。記録に残る)",
            "Print all that is stored of a customer as JSON (personal data; goes on record)"),
        "linebot customer export oya@example.jp > oya.json")
    {
        Arguments.Add(_customer = CustomerArgument.Of(shell));
        Options.Add(_operator = OperatorOption.Of(shell));
    }

    protected override async Task<int> RunAsync(ParseResult input, CancellationToken cancel)
    {
        await using var database = new Store(Shell.Settings(input), Shell).Open();
        var now = Shell.Clock.GetUtcNow();
        var stored = await database.WriteAsync(tx =>
        {
            var customer = CustomerArgument.Scope(tx, input.GetRequiredValue(_customer), Shell);
            new AuditStore().Write(
                tx, now, $"operator:{input.GetRequiredValue(_operator)}", "customer-exported", customer.Contracts is [var first, ..] ? first : null);
            return CustomerExport.Of(tx, customer);
        });
        Shell.Output.WriteLine(JsonSerializer.Serialize(new { exportedAt = now, tables = stored }, Readable));
        return ExitCode.Done;
    }
}

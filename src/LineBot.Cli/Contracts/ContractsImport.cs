using LineBot.Accounts;
using LineBot.Applications;
using LineBot.Cli.Imports;
using LineBot.Cli.Stores;
using LineBot.Language;
using LineBot.Storage;

namespace LineBot.Cli.Contracts;

/// <summary>Takes a file in beside the running service, in short transactions with a gap after each for customers' taps.</summary>
internal sealed class ContractsImport(Database database, ContractIntake intake, PasswordsFile passwords, TimeProvider clock, string actor, bool isDryRun)
{
    /// <summary>Rows in one transaction, for which every tap has to wait.</summary>
    private const int Batch = 50;

    private static readonly IReadOnlyList<string> Columns = [.. ContractRow.Needed, .. ContractRow.Optional];

    /// <summary>Adds all rows. One that is refused is handed to <paramref name="refused"/>; the others stand.</summary>
    /// <param name="taken">Called after each batch.</param>
    public async Task<ContractsSummary> RunAsync(
        IEnumerable<CsvLine> lines, Action<CsvLine, ContractVerdict, string?> refused, Action taken, CancellationToken cancel)
    {
        var summary = new ContractsSummary();
        foreach (var some in lines.Chunk(Batch))
        {
            cancel.ThrowIfCancellationRequested();
            var begun = clock.GetTimestamp();
            var verdicts = await AddAsync(some);
            var took = clock.GetElapsedTime(begun);
            foreach (var (line, (verdict, column)) in some.Zip(verdicts))
            {
                summary.Count(verdict);
                if (ContractWords.ReasonOf(verdict) is not null)
                    refused(line, verdict, column);
            }
            taken();
            await Task.Delay(Gap.After(took), clock, cancel);
        }
        return summary;
    }

    private async Task<IReadOnlyList<(ContractVerdict Verdict, string? Column)>> AddAsync(IReadOnlyList<CsvLine> lines)
    {
        var now = clock.GetUtcNow();
        var rows = lines.Select(line => new ContractRow(ValuesOf(line)).Read(JapanTime.DayOf(now))).ToList();
        var made = await NewPasswordsAsync(rows.Select(row => row.Contract).OfType<ImportedContract>());
        IReadOnlyList<(ContractVerdict, string?)> verdicts = [];
        try
        {
            await database.WriteAsync(tx =>
            {
                verdicts = rows.ConvertAll(row => row.Contract is { } contract
                    ? intake.Add(tx, contract, contract.PasswordHash ?? made.GetValueOrDefault(contract.LoginId).Hash, actor, now)
                    : (ContractVerdict.Unreadable, row.Fault));
                if (isDryRun)
                    throw new TakenBackException();
                passwords.Add([
                    .. rows.Zip(verdicts).Where(row => row.Second.Item1 == ContractVerdict.Contract && row.First.Contract!.PasswordHash is null)
                        .Select(row => (row.First.Contract!.LoginId, made[row.First.Contract.LoginId].Password)),
                ]);
            });
        }
        catch (TakenBackException)
        {
            // Nothing of it stands; what would have become of the rows is known.
        }
        return verdicts;
    }

    /// <summary>Made before the transaction: hashing takes its time.</summary>
    private async Task<Dictionary<string, (string Password, string Hash)>> NewPasswordsAsync(IEnumerable<ImportedContract> rows)
    {
        var fresh = await database.ReadAsync(tx => rows.Where(row => row.PasswordHash is null && intake.MakesContract(tx, row)).Select(row => row.LoginId).Distinct().ToList());
        return fresh.ToDictionary(loginId => loginId, _ =>
        {
            var password = Passwords.New();
            return (password, Passwords.HashGenerated(password));
        });
    }

    private static Dictionary<string, string> ValuesOf(CsvLine line) =>
        Columns.Zip(line.Fields).Where(field => field.Second is not null).ToDictionary(field => field.First, field => field.Second!);

    private sealed class TakenBackException : Exception;
}

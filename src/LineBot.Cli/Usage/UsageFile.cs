using System.Text;
using System.Text.Json;
using LineBot.Cli.Imports;
using LineBot.Data;

namespace LineBot.Cli.Usage;

/// <summary>Usage as CSV with a header, or as one JSON object a line; which of them, its first letter says.</summary>
internal sealed class UsageFile(TextReader reader, Shell shell)
{
    private static readonly UsageRow Unreadable = new(null, null, null, null, null);

    /// <summary>The rows with their line numbers. A row that cannot be taken apart comes with nothing in it.</summary>
    /// <exception cref="TroubleException">The header lacks a column.</exception>
    public IEnumerable<UsageLine> Lines() => reader.Peek() == '{' ? JsonLines() : CsvLines();

    private IEnumerable<UsageLine> JsonLines()
    {
        var number = 0L;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
                yield return new UsageLine(number, Read(line), Encoding.UTF8.GetBytes(line));
        }
    }

    private static UsageRow Read(string line)
    {
        try
        {
            return UsageBatch.ReadLine(line);
        }
        catch (JsonException)
        {
            return Unreadable;
        }
    }

    /// <summary>The revision need not be there.</summary>
    private IEnumerable<UsageLine> CsvLines() =>
        from line in new CsvTable(reader, [.. UsageRow.Columns.Take(4)], [.. UsageRow.Columns.Skip(4)], shell).Lines()
        let field = line.Fields
        select new UsageLine(line.Number, new UsageRow(field[0], field[1], field[2], field[3], field[4]), line.Raw);
}

/// <summary>A row and where it stands.</summary>
/// <param name="Raw">As the file has it, in UTF-8.</param>
internal readonly record struct UsageLine(long Number, UsageRow Row, byte[] Raw);

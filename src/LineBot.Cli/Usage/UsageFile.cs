using System.Text;
using System.Text.Json;
using CsvHelper;
using LineBot.Data;

namespace LineBot.Cli.Usage;

/// <summary>Usage as CSV with a header, or as one JSON object a line; which of them, its first letter says.</summary>
internal sealed class UsageFile(TextReader reader, Shell shell)
{
    private static readonly UsageRow Unreadable = new(null, null, null, null, null);

    /// <summary>A quote that is never closed must not swallow the rows after it.</summary>
    private static readonly CsvReaderOptions CsvForm = new()
    {
        Separator = ',', TrimWhitespace = true, TrackLineNumbers = true, AllowLineBreaksInQuotes = false,
    };

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

    private IEnumerable<UsageLine> CsvLines()
    {
        using var csv = CsvReader.Create(reader, CsvForm);
        var places = Places(csv.Headers);
        while (csv.Read())
            yield return new UsageLine(csv.LineNumber, Row(csv, places), csv.RawRecord.ToArray());
    }

    private static UsageRow Row(CsvReader csv, int[] places)
    {
        return new UsageRow(Field(0), Field(1), Field(2), Field(3), Field(4));

        string? Field(int column) => places[column] is var place && place >= 0 && place < csv.FieldCount ? csv.GetString(place) : null;
    }

    /// <summary>Where each column stands; the revision need not be there.</summary>
    private int[] Places(IReadOnlyList<string> header)
    {
        var places = UsageRow.Columns.Select(column => header.ToList().FindIndex(head => head.Equals(column, StringComparison.OrdinalIgnoreCase))).ToArray();
        var lacking = UsageRow.Columns.Take(4).Where((_, i) => places[i] < 0).ToList();
        if (lacking.Count == 0)
            return places;
        throw new TroubleException(
            shell.Say($"見出し行に列がありません: {string.Join(", ", lacking)}", $"The header lacks columns: {string.Join(", ", lacking)}."),
            string.Join(',', header),
            shell.Say($"1 行目に {string.Join(',', UsageRow.Columns)} を書いてください (revision は省略可)。",
                $"Begin with the line {string.Join(',', UsageRow.Columns)}; revision may be left out."));
    }
}

/// <summary>A row and where it stands.</summary>
/// <param name="Raw">As the file has it, in UTF-8.</param>
internal readonly record struct UsageLine(long Number, UsageRow Row, byte[] Raw);

using CsvHelper;

namespace LineBot.Cli.Imports;

/// <summary>A CSV file whose first line names its columns. Their order is free, and columns nobody asks for are passed over.</summary>
/// <param name="needed">Columns that have to be there.</param>
/// <param name="optional">Columns that may be.</param>
internal sealed class CsvTable(TextReader reader, IReadOnlyList<string> needed, IReadOnlyList<string> optional, Shell shell)
{
    /// <summary>A quote that is never closed must not swallow the rows after it.</summary>
    private static readonly CsvReaderOptions Form = new()
    {
        Separator = ',', TrimWhitespace = true, TrackLineNumbers = true, AllowLineBreaksInQuotes = false,
    };

    /// <summary>The rows, each with its values in the order of the needed columns and then of the optional ones.</summary>
    /// <exception cref="TroubleException">The header lacks a column.</exception>
    public IEnumerable<CsvLine> Lines()
    {
        using var csv = CsvReader.Create(reader, Form);
        var places = Places(csv.Headers);
        while (csv.Read())
        {
            var fields = new string?[places.Length];
            for (var column = 0; column < places.Length; column++)
            {
                if (places[column] is var place && place >= 0 && place < csv.FieldCount)
                    fields[column] = csv.GetString(place);
            }
            yield return new CsvLine(csv.LineNumber, fields, csv.RawRecord.ToArray());
        }
    }

    private int[] Places(IReadOnlyList<string> header)
    {
        var heads = header.ToList();
        var places = needed.Concat(optional).Select(column => heads.FindIndex(head => head.Equals(column, StringComparison.OrdinalIgnoreCase))).ToArray();
        var lacking = needed.Where((_, i) => places[i] < 0).ToList();
        if (lacking.Count == 0)
            return places;
        throw new TroubleException(
            shell.Say($"見出し行に列がありません: {string.Join(", ", lacking)}", $"The header lacks columns: {string.Join(", ", lacking)}."),
            string.Join(',', header),
            shell.Say($"1 行目に {string.Join(',', needed)} を書いてください ({string.Join(',', optional)} は省略可)。",
                $"Begin with the line {string.Join(',', needed)}; {string.Join(',', optional)} may be left out."));
    }
}

/// <summary>A row and where it stands.</summary>
/// <param name="Fields">Null where the row ends before the column.</param>
/// <param name="Raw">As the file has it, in UTF-8.</param>
internal readonly record struct CsvLine(long Number, string?[] Fields, byte[] Raw);

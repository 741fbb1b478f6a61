using System.Text.Json;
using LineBot.Language;
using LineBot.Storage;
using Microsoft.Extensions.Options;

namespace LineBot.Data;

/// <summary><c>POST /api/usage</c>: a batch of usage reports from the operator's system, taken in one transaction.</summary>
internal sealed class UsageEndpoint(
    UsageKeys keys, UsageIntake intake, UsageWords words, Database database, IOptions<UsageOptions> options, TimeProvider clock)
{
    /// <summary>More than any report needs; what is larger is not read.</summary>
    private const int BytesPerRow = 512;

    private const string Bearer = "Bearer ";

    public void Map(WebApplication app) => app.MapPost("/api/usage", TakeAsync);

    private async Task<IResult> TakeAsync(HttpRequest request)
    {
        var authorization = request.Headers.Authorization.ToString();
        if (!authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) || !keys.Accept(authorization[Bearer.Length..].Trim()))
        {
            request.HttpContext.Response.Headers.WWWAuthenticate = "Bearer";
            return Error(StatusCodes.Status401Unauthorized, "unauthorized", "Send one of the operator's keys as 'Authorization: Bearer KEY'.");
        }
        if (await ReadAsync(request) is not { } body)
            return TooLarge();
        try
        {
            var rows = UsageBatch.Read(body);
            if (rows is null)
                return Error(StatusCodes.Status400BadRequest, "bad-request", "The body must be an object with an array 'reports'.");
            return rows.Count > options.Value.MaxRows ? TooLarge() : await BookAsync(rows);
        }
        catch (JsonException e)
        {
            return Error(StatusCodes.Status400BadRequest, "bad-json", $"The body is no JSON: {e.Message}");
        }
        catch (StoreUnavailableException)
        {
            return Error(StatusCodes.Status503ServiceUnavailable, "store-unavailable", "Nothing was taken. Send the same batch again later.");
        }
    }

    private async Task<IResult> BookAsync(IReadOnlyList<UsageRow> rows)
    {
        var (taken, verdicts) = await database.WriteAsync(tx =>
        {
            var read = intake.Check(tx, rows);
            return (read, intake.Book(tx, read, clock.GetUtcNow()));
        });
        var results = verdicts.Select((verdict, i) => Result(i, verdict, taken[i].Column)).ToList();
        return Results.Json(new Answer(Count("booked"), Count("corrected"), Count("unchanged"), Count("refused"), results), JsonSerializerOptions.Web);

        int Count(string end) => results.Count(result => result.Verdict == end);
    }

    private Row Result(int index, UsageVerdict verdict, string? column) => UsageWords.ReasonOf(verdict) is { } reason
        ? new Row(index, UsageWords.EndOf(verdict), reason, words.Explain(Tongue.English, verdict, column))
        : new Row(index, UsageWords.EndOf(verdict), null, null);

    /// <summary>The whole body, or null when it is larger than is taken.</summary>
    private async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpRequest request)
    {
        var most = options.Value.MaxRows * BytesPerRow;
        if (request.ContentLength > most)
            return null;
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        for (int read; (read = await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted)) > 0;)
        {
            if (body.Length + read > most)
                return null;
            body.Write(buffer, 0, read);
        }
        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }

    private IResult TooLarge() => Error(
        StatusCodes.Status413PayloadTooLarge, "too-large",
        $"A batch holds at most {options.Value.MaxRows} reports and {options.Value.MaxRows * BytesPerRow} bytes. Send it in several.");

    private static IResult Error(int status, string code, string message) =>
        Results.Json(new { error = new { code, message } }, JsonSerializerOptions.Web, statusCode: status);

    private sealed record Answer(int Booked, int Corrected, int Unchanged, int Refused, IReadOnlyList<Row> Results);

    private sealed record Row(int Index, string Verdict, string? Reason, string? Message);
}

using System.Net.Http.Json;
using System.Text.Json;

namespace LineBot.Tests.Simulator.Platform;

internal static class Asking
{
    public static async Task<JsonElement> JsonAsync(this Task<HttpResponseMessage> asking) =>
        await (await asking).Content.ReadFromJsonAsync<JsonElement>();

    public static async Task<int> StatusAsync(this Task<HttpResponseMessage> asking) => (int)(await asking).StatusCode;

    /// <summary>"ok", or LINE's reasons with the places they stand at.</summary>
    public static async Task<string> VerdictAsync(this Task<HttpResponseMessage> asking)
    {
        var answer = await asking;
        if (answer.IsSuccessStatusCode)
            return "ok";
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return body.TryGetProperty("details", out var details)
            ? string.Join("; ", details.EnumerateArray().Select(d => $"{d.GetProperty("property").GetString()}: {d.GetProperty("message").GetString()}"))
            : body.GetProperty("message").GetString()!;
    }
}

using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using LineBot.Tests.Drivers;

namespace LineBot.Tests.Data;

public sealed class UsageEndpointTests
{
    private const string Key = "an-operators-key-of-24-ch";
    private const string NextKey = "the-key-that-replaces-it-soon";

    [Fact]
    public async Task Books_a_batch_once_and_says_what_became_of_each_row()
    {
        await using var line = await StartAsync();
        const string batch = """
            {"reports":[
              {"subscription":"080-0000-0001","day":"2026-11-16","sequence":7,"usedKb":1000},
              {"subscription":"+818000000001","day":"2026-11-16","sequence":8,"usedKb":2000,"revision":1},
              {"subscription":"080-9999-9999","day":"2026-11-16","sequence":1,"usedKb":1000},
              {"subscription":2,"day":"2026-11-17","sequence":1,"usedKb":1000},
              {"subscription":"2","day":"2026-09-30","sequence":1,"usedKb":1000},
              {"subscription":"2","day":"30.11.2026","sequence":1,"usedKb":1000},
              {"subscription":"2","day":"2026-11-16","sequence":9,"usedKb":-1},
              "nonsense"]}
            """;
        var before = Used(line);

        var first = await PostAsync(line, batch);
        var second = await PostAsync(line, batch);
        var corrected = await PostAsync(line, """
            {"reports":[{"subscription":1,"day":"2026-11-16","sequence":7,"usedKb":400,"revision":1},
                        {"subscription":1,"day":"2026-11-16","sequence":8,"usedKb":9,"revision":0},
                        {"subscription":1,"day":"2026-11-16","sequence":8,"usedKb":9,"revision":1}]}
            """);

        first.Status.ShouldBe(HttpStatusCode.OK);
        Told(first).ShouldBe([
            "booked", "booked", "refused unknown-subscription", "refused in-future", "refused too-old", "refused unreadable", "refused impossible",
            "refused unreadable",
        ]);
        first.Json.GetProperty("results")[5].GetProperty("message").GetString().ShouldBe("day cannot be read. Write it like 2026-11-30.");
        (first.Json.GetProperty("booked").GetInt32(), first.Json.GetProperty("refused").GetInt32()).ShouldBe((2, 6));
        Told(second).Take(2).ShouldBe(["unchanged", "unchanged"]);
        Told(corrected).ShouldBe(["corrected", "unchanged outdated", "refused conflicting"]);
        Used(line).ShouldBe(before + 400 + 2000);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("an-operators-key-of-24-cH")]
    [InlineData("sha256:")]
    public async Task Opens_to_none_but_the_keys(string? key)
    {
        await using var line = await StartAsync();
        var refused = await PostAsync(line, """{"reports":[]}""", key);

        refused.Status.ShouldBe(HttpStatusCode.Unauthorized);
        refused.Json.GetProperty("error").GetProperty("code").GetString().ShouldBe("unauthorized");
        (await PostAsync(line, """{"reports":[]}""", NextKey)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Is_closed_where_no_key_is_configured()
    {
        await using var line = await LineTalk.StartAsync();
        (await PostAsync(line, """{"reports":[]}""")).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("{", HttpStatusCode.BadRequest, "bad-json")]
    [InlineData("", HttpStatusCode.BadRequest, "bad-json")]
    [InlineData("[]", HttpStatusCode.BadRequest, "bad-request")]
    [InlineData("""{"reports":{}}""", HttpStatusCode.BadRequest, "bad-request")]
    [InlineData("""{"reports":[1,2,3]}""", HttpStatusCode.OK, null)]
    [InlineData("""{"reports":[1,2,3,4]}""", HttpStatusCode.RequestEntityTooLarge, "too-large")]
    public async Task Says_what_is_wrong_with_a_request(string body, HttpStatusCode status, string? code)
    {
        await using var line = await StartAsync(("Usage:MaxRows", "3"));
        var answer = await PostAsync(line, body);

        answer.Status.ShouldBe(status);
        if (code is not null)
            answer.Json.GetProperty("error").GetProperty("code").GetString().ShouldBe(code);
    }

    [Theory]
    [InlineData(3 * 512, HttpStatusCode.OK)]
    [InlineData(3 * 512 + 1, HttpStatusCode.RequestEntityTooLarge)]
    public async Task Reads_no_more_than_its_rows_can_need(int bytes, HttpStatusCode status)
    {
        await using var line = await StartAsync(("Usage:MaxRows", "3"));
        (await PostAsync(line, """{"reports":[]}""".PadRight(bytes))).Status.ShouldBe(status);
    }

    private static Task<LineTalk> StartAsync(params (string Key, string Value)[] more)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(NextKey)));
        var settings = new Dictionary<string, string> { ["Usage:ApiKeys:0"] = Key, ["Usage:ApiKeys:1"] = $"sha256:{hash}" };
        foreach (var (key, value) in more)
            settings[key] = value;
        return LineTalk.StartAsync(new LineTalkOptions { Settings = settings });
    }

    private static async Task<(HttpStatusCode Status, JsonElement Json)> PostAsync(LineTalk line, string body, string? key = Key)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(line.Address, "/api/usage"));
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        if (key is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        using var response = await http.SendAsync(request);
        return (response.StatusCode, JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement);
    }

    private static IEnumerable<string> Told((HttpStatusCode Status, JsonElement Json) answer) => answer.Json.GetProperty("results").EnumerateArray()
        .Select(row => $"{row.GetProperty("verdict").GetString()} {row.GetProperty("reason").GetString()}".TrimEnd());

    private static long Used(LineTalk line) => line.Count("SELECT SUM(used_kb) FROM usage_days WHERE subscription_id = 1 AND day = '2026-11-16'");
}

using System.Net.Http.Headers;
using System.Text;
using LineBot.Simulator.Platform;

namespace LineBot.Tests.Simulator.Platform;

/// <summary>A bot that sends nonsense hears what LINE would say, and the platform lives on.</summary>
public sealed class NonsenseTests
{
    [Theory]
    [InlineData("", 400)]
    [InlineData("{", 400)]
    [InlineData("[]", 400)]
    [InlineData("null", 400)]
    [InlineData("{}", 400)]
    [InlineData("{\"to\":1,\"messages\":{}}", 400)]
    [InlineData("{\"to\":\"U1\",\"to\":\"U2\",\"messages\":[]}", 400)]
    [InlineData("{\"to\":\"\\ud800\",\"messages\":[null,1,\"a\",[]]}", 400)]
    public async Task Bodies(string body, int expected) => await HoldsAsync(Encoding.UTF8.GetBytes(body), expected);

    [Fact]
    public async Task What_is_no_json_is_told_where()
    {
        await using var line = await PlatformTalk.StartAsync();

        var answer = await line.Http.PostAsync("/v2/bot/message/push", new StringContent("{\n  \"to\": oops\n}", Encoding.UTF8, "application/json"));

        (await answer.Content.ReadAsStringAsync()).ShouldBe("{\"message\":\"The request body could not be parsed as JSON (line: 2, column: 9)\"}");
    }

    [Fact]
    public Task Invalid_utf8() => HoldsAsync([.. "{\"to\":\""u8, 0xFF, 0xFE, .. "\",\"messages\":[]}"u8], 400);

    [Fact]
    public Task Depths() => HoldsAsync(Encoding.UTF8.GetBytes(new string('[', 10_000)), 400);

    [Theory]
    [InlineData(ApiRequest.LargestBody, 400)]
    [InlineData(ApiRequest.LargestBody + 1, 413)]
    public Task Sizes(int bytes, int expected) => HoldsAsync(new byte[bytes], expected);

    [Fact]
    public Task Other_content_types() => HoldsAsync("{}"u8.ToArray(), 415, "text/plain");

    private static async Task HoldsAsync(byte[] body, int expected, string type = "application/json")
    {
        await using var line = await PlatformTalk.StartAsync();
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue(type);

        (await line.Http.PostAsync("/v2/bot/message/push", content).StatusAsync()).ShouldBe(expected);

        (await line.PushAsync(null).StatusAsync()).ShouldBe(200);
    }
}

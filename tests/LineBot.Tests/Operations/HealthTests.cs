using System.Net;
using LineBot.Simulator.Bot;
using LineBot.Tests.Drivers;
using LineBot.Tests.Storage;

namespace LineBot.Tests.Operations;

/// <summary>Whether the service says so when it cannot keep what it is sent. Draining and a full disk have tests of their own.</summary>
public sealed class HealthTests
{
    [Fact]
    public async Task A_store_that_does_not_answer_in_time_is_not_ready_and_the_process_lives()
    {
        await using var line = await LineTalk.StartAsync(new LineTalkOptions { StoreIsFile = true });
        using var http = new HttpClient { BaseAddress = line.Address };
        (await SaidAsync(http, "ready")).ShouldBe((HttpStatusCode.OK, "ready"));
        await using (var other = line.Store.Open())
        await using (var command = other.CreateCommand())
        {
            command.CommandText = "BEGIN IMMEDIATE";
            command.ExecuteNonQuery();

            (await SaidAsync(http, "ready")).ShouldBe((HttpStatusCode.ServiceUnavailable, "not ready: the store is slow"));
            (await SaidAsync(http, "live")).ShouldBe((HttpStatusCode.OK, "live"));
        }

        await Eventually.IsSoAsync(() => SaidAsync(http, "ready").Result.Status == HttpStatusCode.OK, "the service to be ready again by itself");
    }

    [PostgresFact]
    public async Task A_database_that_is_gone_is_not_ready_and_the_process_lives_until_it_is_back()
    {
        using var cluster = new OwnCluster();
        var address = $"http://127.0.0.1:{FreePort.Find()}";
        await using var service = LineBotService.Create(
        [
            $"--Urls={address}", $"--PublicBaseUrl={address}", "--Line:ChannelSecret=0123456789abcdef0123456789abcdef", "--Line:ChannelAccessToken=token",
            "--Line:ApiBaseUrl=http://127.0.0.1:9", "--Storage:Provider=Postgres", $"--Storage:ConnectionString={cluster.ConnectionString}",
        ]);
        await service.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri(address) };
        await Eventually.IsSoAsync(() => SaidAsync(http, "ready").Result.Status == HttpStatusCode.OK, "the service to be ready");

        cluster.Stop();

        await Eventually.IsSoAsync(() => SaidAsync(http, "ready").Result.Status == HttpStatusCode.ServiceUnavailable, "the service to say that it is not ready");
        (await SaidAsync(http, "live")).ShouldBe((HttpStatusCode.OK, "live"));
        cluster.Start();
        await Eventually.IsSoAsync(() => SaidAsync(http, "ready").Result.Status == HttpStatusCode.OK, "the service to be ready again by itself");
        await service.StopAsync();
    }

    private static async Task<(HttpStatusCode Status, string Text)> SaidAsync(HttpClient http, string what)
    {
        using var answer = await http.GetAsync($"/health/{what}");
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}

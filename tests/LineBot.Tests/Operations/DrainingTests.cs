using System.Net;
using LineBot.Tests.Drivers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LineBot.Tests.Operations;

public sealed class DrainingTests
{
    [Fact]
    public async Task Says_that_it_is_not_ready_and_goes_on_serving_until_the_load_balancer_has_seen_that()
    {
        await using var line = await LineTalk.StartAsync(new LineTalkOptions
        {
            ClockRuns = false, Settings = new Dictionary<string, string> { ["Shutdown:DrainFor"] = "00:00:10" },
        });
        using var http = new HttpClient { BaseAddress = line.Address };
        (await http.GetAsync("/health/ready")).StatusCode.ShouldBe(HttpStatusCode.OK);

        var stop = line.Services.GetRequiredService<IHost>().StopAsync();
        await line.EventuallyAsync(() => http.GetAsync("/health/ready").Result.StatusCode == HttpStatusCode.ServiceUnavailable, "the service to be unready");

        (await http.GetStringAsync("/health/live")).ShouldBe("live");
        (await line.Phone("はな").AskTapAsync("data-remaining@1")).Text.ShouldContain("利用者連携");
        stop.IsCompleted.ShouldBeFalse();
        line.Clock.Turn(TimeSpan.FromSeconds(10));
        await stop;
        await Should.ThrowAsync<HttpRequestException>(() => http.GetAsync("/health/ready"));
    }
}

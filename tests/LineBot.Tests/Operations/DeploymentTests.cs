using System.Net;
using System.Text;
using Line.Messaging;
using LineBot.Simulator.Platform;
using LineBot.Tests.Drivers;

namespace LineBot.Tests.Operations;

public sealed class DeploymentTests
{
    [PublishedFact(PublishedService.Image)]
    public Task Runs_as_in_its_image_as_a_normal_user_on_a_file_system_it_can_only_read_behind_nginx_and_stops_when_told() =>
        RunAsync(PublishedService.Image, async service =>
        {
            ImageFile.Settings["Storage__ConnectionString"].ShouldBe("Data Source=/data/linebot.db");
            (await service.RunAsync(ImageFile.Command("HEALTHCHECK"))).ShouldBe((0, "ready\n"));
            (await service.RunAsync(["dotnet", "/app/linebot/LineBot.Cli.dll", "rich-menu", "check"])).ExitCode.ShouldBe(0);
        });

    [PublishedFact(PublishedService.OneFile)]
    public Task Runs_as_one_file_on_a_host_without_dotnet() => RunAsync(PublishedService.OneFile, _ => Task.CompletedTask);

    [PublishedFact(PublishedService.Image)]
    public async Task Says_that_it_is_not_ready_while_its_disk_is_full_and_comes_back_by_itself()
    {
        await using var line = await PlatformServer.StartAsync(TimeProvider.System);
        await using var service = new PublishedService(line, PublishedService.Image, disk: 32 * 1024 * 1024);
        using var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, _, _, _) => true };
        using var http = new HttpClient(handler) { BaseAddress = service.Address };
        await Eventually.IsSoAsync(() => IsReady(http), "the service to be ready");
        var phone = line.Platform.AddPhone("はな");

        await service.FillDiskAsync();

        await Eventually.IsSoAsync(() => !IsReady(http), "the service to say that it is not ready");
        (await http.GetStringAsync("/health/live")).ShouldBe("live");
        (await PostAsync(http, line.Platform.Channel.Secret, Follow(phone.UserId))).ShouldBe(HttpStatusCode.ServiceUnavailable);
        await service.MakeRoomAsync();
        await Eventually.IsSoAsync(() => IsReady(http), "the service to be ready again by itself");
        (await PostAsync(http, line.Platform.Channel.Secret, Follow(phone.UserId))).ShouldBe(HttpStatusCode.OK);
    }

    private static async Task RunAsync(string variable, Func<PublishedService, Task> lookAsync)
    {
        await using var line = await PlatformServer.StartAsync(TimeProvider.System);
        await using var service = new PublishedService(line, variable);
        using var handler = new HttpClientHandler { AllowAutoRedirect = false, ServerCertificateCustomValidationCallback = (_, _, _, _) => true };
        using var http = new HttpClient(handler) { BaseAddress = service.Address };
        http.DefaultRequestHeaders.Host = "bot.example.jp";
        await Eventually.IsSoAsync(() => IsReady(http), "the service to be ready behind nginx");

        var phone = line.Platform.AddPhone("はな");
        (await PostAsync(http, line.Platform.Channel.Secret, Follow(phone.UserId))).ShouldBe(HttpStatusCode.OK);
        await Eventually.IsSoAsync(() => line.Platform.Record.Calls.Any(call => call.Path == "/v2/bot/message/reply"), "the greeting to reach LINE");

        var page = await http.GetAsync("/apply");
        page.Headers.Contains("Strict-Transport-Security").ShouldBeTrue();
        (await http.GetAsync("/metrics")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        service.RunsAs.ShouldNotBe(0);
        await lookAsync(service);

        await service.StopAsync(TimeSpan.FromSeconds(10));
        service.ExitCode.ShouldBe(0);
        (await service.Output).ShouldNotContain("\"LogLevel\":\"Error\"");
    }

    private static bool IsReady(HttpClient http)
    {
        try
        {
            return http.GetAsync("/health/ready").Result.IsSuccessStatusCode;
        }
        catch (AggregateException)
        {
            return false;
        }
    }

    private static async Task<HttpStatusCode> PostAsync(HttpClient http, string secret, string body)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/webhook") { Content = new ByteArrayContent(bytes) };
        request.Headers.Add("X-Line-Signature", WebhookSignature.Sign(secret, bytes));
        using var response = await http.SendAsync(request);
        return response.StatusCode;
    }

    private static string Follow(string userId) => $$$"""
        {"destination":"U0","events":[{"type":"follow","mode":"active","timestamp":1795000000000,"webhookEventId":"01JDABCDEFGHJKMNPQRSTVWXYZ",
        "deliveryContext":{"isRedelivery":false},"replyToken":"aaaabbbbccccddddeeeeffff00001111","follow":{"isUnblocked":false},"source":{"type":"user","userId":"{{{userId}}}"}}]}
        """;
}

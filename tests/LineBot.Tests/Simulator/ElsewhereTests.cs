using System.Net;
using System.Security.Cryptography;
using LineBot.Simulator;
using LineBot.Simulator.Bot;
using LineBot.Tests.Simulator.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace LineBot.Tests.Simulator;

/// <summary>A bot that runs elsewhere, in whatever language, in the place of the service.</summary>
public sealed class ElsewhereTests
{
    [Fact]
    public async Task Everybody_adds_the_account_with_the_secret_that_the_bot_knows()
    {
        await using var bot = await BotListener.StartAsync();
        await using var simulation = Simulate("--bot", bot.Url.AbsoluteUri, "--secret", "its secret", "--token", "its token");

        await simulation.BeginAsync(NullLoggerFactory.Instance);

        bot.Received.Count.ShouldBe(4);
        bot.Received.TryPeek(out var first).ShouldBeTrue();
        first.Body.ShouldContain("\"type\":\"follow\"");
        first.Signature.ShouldBe(Convert.ToBase64String(HMACSHA256.HashData("its secret"u8, System.Text.Encoding.UTF8.GetBytes(first.Body))));
        simulation.Bot.IsRunning.ShouldBeFalse();
    }

    [Fact]
    public async Task Its_calls_are_answered_with_the_token_that_it_knows()
    {
        await using var simulation = Simulate("--bot", "http://127.0.0.1:9/webhook", "--token", "its token");
        await using var api = await ServeAsync(simulation);
        using var http = new HttpClient { BaseAddress = simulation.LineAddress };
        http.DefaultRequestHeaders.Authorization = new("Bearer", "its token");

        (await http.GetAsync("/v2/bot/info").StatusAsync()).ShouldBe(200);
        (await http.GetAsync("/v2/bot/richmenu/list").JsonAsync()).GetProperty("richmenus").GetArrayLength().ShouldBe(0, "its menus are its own matter");
    }

    [Fact]
    public async Task A_bot_that_is_not_there_yet_keeps_nothing_from_beginning()
    {
        await using var simulation = Simulate("--bot", "http://127.0.0.1:9/webhook");

        await simulation.BeginAsync(NullLoggerFactory.Instance);

        simulation.Platform.Phones.ShouldAllBe(phone => phone.IsFriend);
        simulation.Platform.Record.Webhooks.ShouldAllBe(post => post.Failure == "could_not_connect");
    }

    [Fact]
    public async Task Says_what_the_bot_has_to_know_and_not_what_it_knows()
    {
        await using var simulation = Simulate(out var listening, out var options, "--bot", "http://192.168.0.7:3000/callback", "--secret", "its secret", "--listen", "0.0.0.0");

        var notice = StartNotice.Of(simulation, options, listening);

        notice.ShouldContain("Webhooks go to http://192.168.0.7:3000/callback");
        notice.ShouldContain($"http://127.0.0.1:{listening.Port}");
        notice.ShouldContain($"Channel access token: {simulation.Platform.Channel.AccessToken}");
        notice.ShouldContain("whoever reaches that can be any customer");
        notice.ShouldNotContain("its secret");
    }

    [Fact]
    public async Task A_registered_key_has_an_id_and_anything_else_is_none()
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, """{"kty":"RSA","e":"AQAB","n":"u1SU1LfVLPHCozMxH2Mo4lgOEePzNm0tRgeLezV6ffAt0gunVTLw7onLRnrq0_IzW7yWR7QkrmBL7jTKEn5u-qKhbwKfBstIs-bMY2Zkp18gnTxKLxoS2tFczGkPLPgizskuemMghRniWaoLcyehkd3qqGElvW_VDL5AaWTg0nLVkjRo9z-40RQzuVaE8AkAFmxZzow3x-VJYKdjykkJ0iT9wCS0DRTXu269V264Vf_3jvredZiKRkgwlL9xNAwxXFg0x_XFw005UWVRIkdgcKWTjpBP2dPwVZ4WWC-9aGVd-Gyn1o0CLelf4rEjGoXbAAEgAqeGUxrcIlbjXfbcmw"}""");
            await using var simulation = Simulate("--no-bot", "--assertion-key", file);
            simulation.AssertionKeyId!.Length.ShouldBe(43);

            await File.WriteAllTextAsync(file, "-----BEGIN PUBLIC KEY-----");
            Should.Throw<FormatException>(() => Simulate("--no-bot", "--assertion-key", file)).Message.ShouldContain("JSON Web Key");
            Should.Throw<FormatException>(() => Simulate("--assertion-key", file + ".none")).Message.ShouldContain("cannot be read");
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void Listens_on_an_address_of_this_machine_alone() =>
        Should.Throw<FormatException>(() => FreePort.From(5080, IPAddress.Parse("192.0.2.1"))).Message.ShouldBe("192.0.2.1 is no address of this machine.");

    private static Simulation Simulate(params string[] arguments) => Simulate(out _, out _, arguments);

    private static Simulation Simulate(out IPEndPoint listening, out SimulatorOptions options, params string[] arguments)
    {
        options = SimulatorOptions.Read(arguments);
        listening = new IPEndPoint(options.Listen, FreePort.Find());
        return new Simulation(listening, options);
    }

    private static async Task<WebApplication> ServeAsync(Simulation simulation)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls(simulation.LineAddress.GetLeftPart(UriPartial.Authority));
        builder.Services.AddRoutingCore();
        var app = builder.Build();
        app.UseRouting();
        simulation.Platform.Map(app);
        await app.StartAsync();
        return app;
    }
}

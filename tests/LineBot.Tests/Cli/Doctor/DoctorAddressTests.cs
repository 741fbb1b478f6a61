using System.Diagnostics;
using System.Text.Json;
using LineBot.Cli.Doctor;
using LineBot.Simulator.Bot;
using LineBot.Tests.Drivers;
using LineBot.Tests.Storage;

namespace LineBot.Tests.Cli.Doctor;

/// <summary>What is said of the way in, from a proxy with TLS to the service behind it.</summary>
public sealed class DoctorAddressTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Theory]
    [InlineData("127.0.0.1", true, "ok")]
    [InlineData("10.0.0.7", true, "wrong")]
    [InlineData("127.0.0.1", false, "wrong")]
    public async Task Comes_by_the_public_address_and_sees_whether_the_proxys_word_counts(string trusted, bool tellsScheme, string state)
    {
        await using var front = await TlsFront.StartAsync(validFor: TimeSpan.FromDays(30));
        await using var line = await BehindAsync(front, trusted);
        front.TellsScheme = tellsScheme;
        line.Log.Expect("An unhandled exception has occurred");

        var run = await TrustingRunAsync(front, line, trusted);

        run.StatesOf("address").ShouldBe("ok", run.Text);
        run.WhatOf("address").ShouldContain($"The service answers at {front.Address}");
        run.StatesOf("proxies").ShouldBe(state, run.Text);
    }

    [Fact]
    public async Task Warns_of_a_certificate_that_ends_soon()
    {
        await using var front = await TlsFront.StartAsync(validFor: TimeSpan.FromDays(13));
        await using var line = await BehindAsync(front, "127.0.0.1");

        var run = await TrustingRunAsync(front, line, "127.0.0.1");

        run.StatesOf("address").ShouldBe("ok, advice");
        run.WhatOf("address").ShouldContain("The certificate of 127.0.0.1 ends on");
    }

    [Fact]
    public async Task Tells_a_bad_certificate_from_a_proxy_that_fails_from_nobody()
    {
        await using var front = await TlsFront.StartAsync(validFor: TimeSpan.FromDays(30));
        await using var line = await LineTalk.StartAsync();

        var untrusted = await DoctorRun.OfAsync(line, ("PublicBaseUrl", front.Address.ToString()), ("Web:TrustedProxies:0", "127.0.0.1"));
        var nobody = await DoctorRun.OfAsync(line, ("PublicBaseUrl", $"http://127.0.0.1:{FreePort.Find()}"));
        var neither = await DoctorRun.OfAsync(line, ("PublicBaseUrl", $"http://127.0.0.1:{FreePort.Find()}"), ("Urls", $"http://127.0.0.1:{FreePort.Find()}"));
        var somebodyElse = await DoctorRun.OfAsync(line, ("PublicBaseUrl", line.LineAddress.ToString()));

        untrusted.WhatOf("address").ShouldContain("Get a certificate for 127.0.0.1 that browsers trust");
        untrusted.StatesOf("proxies").ShouldBe("unknown");
        nobody.WhatOf("address").ShouldContain("The service itself runs");
        neither.WhatOf("address").ShouldContain("Start the service");
        somebodyElse.WhatOf("address").ShouldContain("Something else than this service answers");
        new[] { untrusted, nobody, neither, somebodyElse }.ShouldAllBe(run => run.ExitCode == 1 && run.StatesOf("address") == "wrong");
    }

    [Fact]
    public async Task A_proxy_that_finds_nobody_behind_it_is_not_the_service()
    {
        await using var front = await TlsFront.StartAsync(validFor: TimeSpan.FromDays(30));
        await using var line = await LineTalk.StartAsync();

        var run = await TrustingRunAsync(front, line, "127.0.0.1");

        run.StatesOf("address").ShouldBe("wrong");
        run.WhatOf("address").ShouldContain("answered 502");
    }

    [Theory]
    [InlineData("", "wrong", "Web:TrustedProxies is empty")]
    [InlineData("0.0.0.0/7", "wrong, unknown", "too wide")]
    [InlineData("10.0.0.0/8", "unknown", "See to address first")]
    [InlineData("::/15", "wrong, unknown", "too wide")]
    [InlineData("fd00::/16", "unknown", "See to address first")]
    public async Task Wants_the_proxy_named_and_nobody_else(string proxy, string states, string words)
    {
        var settings = new Dictionary<string, string>
        {
            ["Line:ChannelSecret"] = "0123456789abcdef0123456789abcdef", ["Line:ChannelAccessToken"] = "a-token", ["Line:ApiBaseUrl"] = $"http://127.0.0.1:{FreePort.Find()}",
            ["PublicBaseUrl"] = $"https://127.0.0.1:{FreePort.Find()}", ["Storage:ConnectionString"] = $"Data Source={_folder.File("store.db")}",
        };
        if (proxy.Length > 0)
            settings["Web:TrustedProxies:0"] = proxy;

        var run = await DoctorRun.OfAsync(settings, TimeProvider.System);

        run.StatesOf("proxies").ShouldBe(states);
        run.WhatOf("proxies").ShouldContain(words);
    }

    [Fact]
    public async Task An_address_of_this_machine_is_none_for_LINE()
    {
        var finding = (await DoctorRun.LookAsync(
            examination => new AddressCheck(examination), ("PublicBaseUrl", "http://127.0.0.1:5000"), ("Line:ApiBaseUrl", "https://api.line.me"))).ShouldHaveSingleItem();

        finding.State.ShouldBe(FindingState.Wrong);
        finding.What.ShouldContain("only this machine can open");
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<LineTalk> BehindAsync(TlsFront front, string trusted)
    {
        var line = await LineTalk.StartAsync(new()
        {
            Settings = new Dictionary<string, string>
            {
                ["environment"] = "Staging", ["PublicBaseUrl"] = front.Address.ToString(), ["Web:TrustedProxies:0"] = trusted,
            },
        });
        front.Service = line.Address;
        return line;
    }

    /// <summary>As a program of its own, which is told to trust the front's certificate.</summary>
    private async Task<DoctorRun> TrustingRunAsync(TlsFront front, LineTalk line, string trusted)
    {
        line.ExpectRefusal(call => call is { Method: "GET", Status: 404, Path: "/v2/bot/user/all/richmenu" });
        var settings = DoctorRun.SettingsOf(line);
        (settings["PublicBaseUrl"], settings["Web:TrustedProxies:0"]) = (front.Address.ToString(), trusted);
        await File.WriteAllTextAsync(_folder.File("settings.json"), JsonSerializer.Serialize(settings));
        front.WriteCertificate(_folder.File("trusted.pem"));
        var start = new ProcessStartInfo(
            Environment.ProcessPath!, ["exec", Path.Combine(AppContext.BaseDirectory, "LineBot.Cli.dll"), "doctor", "--json", "--lang", "en", "--settings", _folder.File("settings.json")])
        {
            RedirectStandardOutput = true,
        };
        start.Environment["SSL_CERT_FILE"] = _folder.File("trusted.pem");
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new DoctorRun(process.ExitCode, JsonSerializer.Deserialize<List<DoctorRun.Row>>(output, JsonSerializerOptions.Web)!, output);
    }
}

using LineBot.Simulator.Bot;
using LineBot.Simulator.Platform;
using LineBot.Tests.Drivers;
using LineBot.Tests.Storage;

namespace LineBot.Tests.Killing;

/// <summary>
/// A new version takes over while customers write: it brings the tables up to date under the one before, starts beside it, gets the webhooks,
/// and the one before is told to stop. What was acknowledged happens once and in order, and each answer is heard once.
/// </summary>
public sealed class SideBySideTests
{
    private const int Customers = 12;

    [PostgresFact]
    public async Task Nobody_notices_that_a_new_version_takes_over()
    {
        await using var server = await PlatformServer.StartAsync(new PatientClock());
        using var store = TestStore.OfServer();
        await using var former = Service(server, store);
        await using var newer = Service(server, store);
        server.Platform.Webhooks.Url = former.WebhookUrl;
        server.Platform.Webhooks.Timeout = TimeSpan.FromSeconds(10);
        await former.StartAsync();
        using var enough = new CancellationTokenSource();
        var phones = Enumerable.Range(0, Customers).Select(i => server.Platform.AddFriend($"客{i}")).ToList();
        var writing = phones.Select(phone => WriteAsync(phone, enough.Token)).ToList();
        await HaveHeardAsync(phones, 2, former);

        await Task.Run(() => NewerVersion.StartOn(store));
        await HaveHeardAsync(phones, phones.Max(Heard) + 2, former);
        await newer.StartAsync();
        server.Platform.Webhooks.Url = newer.WebhookUrl;
        await former.StopAsync();
        await HaveHeardAsync(phones, phones.Max(Heard) + 2, newer);
        await enough.CancelAsync();
        var written = await Task.WhenAll(writing);

        server.Platform.Record.Webhooks.ShouldAllBe(post => post.IsAccepted);
        var counted = KillTests.Counted(store);
        foreach (var (phone, texts) in phones.Zip(written))
        {
            var expected = Enumerable.Range(1, texts).Select(n => $"{n}: text {n}").ToList();
            counted[phone.UserId].ShouldBe(expected, $"effects for {phone.DisplayName}");
            KillTests.Heard(phone).ShouldBe(expected, $"answers to {phone.DisplayName}");
        }
    }

    /// <summary>Writes one text after the other, each when the one before is answered.</summary>
    /// <returns>How many.</returns>
    private static async Task<int> WriteAsync(LinePhone phone, CancellationToken enough)
    {
        for (var n = 1; ; n++)
        {
            await phone.SendTextAsync($"text {n}");
            await Eventually.IsSoAsync(() => Heard(phone) >= n, $"text {n} of {phone.DisplayName} to be answered");
            if (enough.IsCancellationRequested)
                return n;
        }
    }

    private static Task HaveHeardAsync(IReadOnlyList<LinePhone> phones, int answers, BotProcess service) => Eventually.IsSoAsync(
        () => phones.All(phone => Heard(phone) >= answers), $"everybody to hear {answers} answers",
        what => new Xunit.Sdk.XunitException($"{what}\n{string.Join('\n', service.Lines.TakeLast(60))}"));

    private static int Heard(LinePhone phone) => KillTests.Heard(phone).Count;

    private static BotProcess Service(PlatformServer server, TestStore store) => new(
        new Dictionary<string, string>(
            BotSettings.For(server.Platform.Channel, server.Address, new Uri($"http://127.0.0.1:{FreePort.Find()}"), Path.GetTempPath()))
        {
            ["DemoData"] = "false", ["Storage:Provider"] = store.Options.Provider, ["Storage:ConnectionString"] = store.ConnectionString,
        },
        program: KillTests.OwnAssembly);
}

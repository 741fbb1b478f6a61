using LineBot.Accounts;
using LineBot.RichMenu;
using LineBot.Tests.Accounts;
using LineBot.Tests.Drivers;
using LineBot.Tests.Storage;
using LineBot.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace LineBot.Tests.Handlers.Linking;

public sealed class GuessingTests
{
    /// <summary>
    /// Medians of tries that take turns, so that a busy machine slows both alike. Without the hash an unknown login ID would be
    /// answered some ten times sooner: half and double leave room for everything else.
    /// </summary>
    [Fact]
    public async Task An_unknown_login_ID_takes_as_long_as_a_wrong_password()
    {
        await using var line = await LineTalk.StartAsync();
        var phone = line.Phone("Attacker");
        var page = await phone.OpenSignInAsync();
        List<TimeSpan> wrong = [], unknown = [];
        await TryAsync(line, phone, page, LinkingSteps.Parent);

        for (var i = 0; i < 9; i++)
        {
            wrong.Add(await TryAsync(line, phone, page, LinkingSteps.Parent));
            unknown.Add(await TryAsync(line, phone, page, $"nobody-{i}@example.jp"));
        }

        (Median(unknown) / Median(wrong)).ShouldBeInRange(0.5, 2);
    }

    [Fact]
    public async Task Tries_are_remembered_over_a_restart()
    {
        using var folder = new TempFolder();
        using var store = TestStore.At(folder.File("store.db"));
        var limit = new AttemptLimit("test", 1, TimeSpan.FromMinutes(15));
        var attempts = new AttemptStore();
        await using (var before = Open(store))
            (await before.WriteAsync(tx => attempts.Take(tx, limit, "oya@example.jp", AccountsFixture.Now))).ShouldBeNull();

        await using (var after = Open(store))
            (await after.WriteAsync(tx => attempts.Take(tx, limit, "oya@example.jp", AccountsFixture.Now))).ShouldBe(AccountsFixture.Now + limit.Window);
    }

    [Fact]
    public async Task The_last_window_counts_codes_of_all_and_of_one_account_alike()
    {
        await using var line = await LineTalk.StartAsync(new() { ClockRuns = false });
        var child = await line.PhoneAsync(LinkState.None);
        await child.AskTapAsync("linking/user@1");
        for (var i = 0; i < 4; i++)
            await child.AskAsync($"000000000000000{i}");

        await line.TurnAsync(TimeSpan.FromMinutes(15));
        await child.AskTapAsync("linking/user@1");
        for (var i = 0; i < 5; i++)
            (await child.AskAsync($"000000000000000{i}")).Text.ShouldContain("見つかりませんでした");
        (await child.AskAsync("0000000000000009")).Text.ShouldContain("12:30以降に");
    }

    private static async Task<TimeSpan> TryAsync(LineTalk line, PhoneDriver phone, WebPage page, string loginId)
    {
        await line.InStoreAsync(tx => tx.Execute("DELETE FROM attempts"));
        var started = TimeProvider.System.GetTimestamp();
        (await phone.SubmitAsync(LinkingSteps.Credentials(page, loginId, "wrong-password"))).Status.ShouldBe(422);
        return TimeProvider.System.GetElapsedTime(started);
    }

    private static TimeSpan Median(List<TimeSpan> times) => times.Order().ElementAt(times.Count / 2);

    private static Database Open(TestStore store) => new(Options.Create(store.Options), NullLogger<Database>.Instance);
}

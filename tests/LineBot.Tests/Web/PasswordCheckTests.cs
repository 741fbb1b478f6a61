using System.Net;
using LineBot.Accounts;
using LineBot.Simulator.Clock;
using LineBot.Tests.Accounts;
using LineBot.Web;

namespace LineBot.Tests.Web;

public sealed class PasswordCheckTests : IAsyncLifetime
{
    private static readonly IPAddress Home = IPAddress.Parse("203.0.113.7");

    private readonly AccountsFixture _store = new();
    private readonly AttemptStore _attempts = new();
    private readonly TurnableClock _clock = new(AccountsFixture.Now, runs: false);
    private long _contract;

    public async Task InitializeAsync()
    {
        var hash = Passwords.Hash("right");
        _contract = await _store.In(tx => _store.AddContract(tx, "oya@example.jp", hash));
    }

    public async Task DisposeAsync()
    {
        await _store.DisposeAsync();
        _clock.Dispose();
    }

    [Fact]
    public async Task Takes_the_login_ID_in_any_case_and_width()
    {
        using var check = Check();

        (await check.CheckAsync("　ＯＹＡ@Example.jp ", "right", "U1", Home)).ContractId.ShouldBe(_contract);
    }

    [Fact]
    public async Task Limits_the_tries_of_a_login_ID() => await LimitsAsync(PasswordCheck.PerLoginId, "oya@example.jp", "U1", Home);

    [Fact]
    public async Task Limits_the_tries_of_a_LINE_account() => await LimitsAsync(PasswordCheck.PerAccount, "U1", "U1", Home);

    [Fact]
    public async Task Limits_the_tries_from_an_address() => await LimitsAsync(PasswordCheck.PerAddress, "203.0.113.7", "U1", Home);

    [Fact]
    public async Task Counts_the_IPv6_addresses_of_one_household_as_one() =>
        await LimitsAsync(PasswordCheck.PerAddress, "20010DB800000001", "U1", IPAddress.Parse("2001:db8:0:1:aaaa::9"));

    [Fact]
    public async Task A_right_password_costs_no_tries()
    {
        using var check = Check();
        for (var i = 0; i < PasswordCheck.PerLoginId.Most + 1; i++)
            (await check.CheckAsync("oya@example.jp", "right", "U1", Home)).ContractId.ShouldBe(_contract);
    }

    private async Task LimitsAsync(AttemptLimit limit, string subject, string lineUserId, IPAddress address)
    {
        using var check = Check();
        await TryAsync(limit, subject, limit.Most - 1);
        var lockout = limit == PasswordCheck.PerLoginId ? new Lockout(_contract, AccountsFixture.Now + limit.Window) : null;
        (await check.CheckAsync("oya@example.jp", "wrong", lineUserId, address)).ShouldBe(new PasswordVerdict(null, null) { Lockout = lockout });
        (await check.CheckAsync("oya@example.jp", "right", lineUserId, address))
            .ShouldBe(new PasswordVerdict(null, AccountsFixture.Now + limit.Window));

        _clock.Turn(limit.Window);
        (await check.CheckAsync("oya@example.jp", "right", lineUserId, address)).ContractId.ShouldBe(_contract);
    }

    private Task TryAsync(AttemptLimit limit, string subject, int times) => _store.In(tx =>
    {
        for (var i = 0; i < times; i++)
            _attempts.Take(tx, limit, subject, _clock.GetUtcNow()).ShouldBeNull();
    });

    private PasswordCheck Check() => new(_store.Database, _store.Contracts, _attempts, _clock);
}

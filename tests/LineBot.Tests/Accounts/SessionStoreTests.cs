using LineBot.Accounts;

namespace LineBot.Tests.Accounts;

public sealed class SessionStoreTests : IAsyncLifetime
{
    private const string Hanako = "U00000000000000000000000000000001";
    private const string Taro = "U00000000000000000000000000000002";

    private static readonly DateTimeOffset Now = AccountsFixture.Now;
    private static readonly TimeSpan AMoment = TimeSpan.FromMilliseconds(1);

    private readonly AccountsFixture _store = new();
    private readonly SessionStore _sessions = new();
    private long _contract;
    private long _subscription;

    public Task InitializeAsync() => _store.In(tx =>
    {
        _contract = _store.AddContract(tx, "oya@example.jp");
        _subscription = _store.AddSubscription(tx, _contract, "080-0000-0001");
        _store.Links.LinkContractor(tx, _contract, Hanako, Now);
        _store.Links.LinkUser(tx, _store.Codes.Issue(tx, _subscription, Now).Code, Taro, Now);
    });

    public Task DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task Ends_after_half_an_hour_without_a_visit()
    {
        var token = await StartAsync(Hanako, _contract);

        (await SeeAsync(token, Now + SessionStore.Idle - AMoment)).ShouldNotBeNull();
        (await SeeAsync(token, Now + SessionStore.Idle - AMoment + SessionStore.Idle - AMoment)).ShouldNotBeNull();
        (await SeeAsync(token, Now + (SessionStore.Idle * 3))).ShouldBeNull();
    }

    [Fact]
    public async Task Looking_keeps_nothing_awake()
    {
        var token = await StartAsync(Hanako, _contract);

        (await _store.In(tx => _sessions.Find(tx, token, Now + SessionStore.Idle - AMoment))).ShouldNotBeNull();
        (await _store.In(tx => _sessions.Find(tx, token, Now + SessionStore.Idle))).ShouldBeNull();
    }

    [Fact]
    public async Task Ends_after_twelve_hours_however_busy_it_is()
    {
        var token = await StartAsync(Hanako, _contract);
        for (var at = Now; at < Now + SessionStore.Longest; at += TimeSpan.FromMinutes(20))
            (await SeeAsync(token, at)).ShouldNotBeNull();

        (await SeeAsync(token, Now + SessionStore.Longest - AMoment)).ShouldNotBeNull();
        (await SeeAsync(token, Now + SessionStore.Longest)).ShouldBeNull();
    }

    [Fact]
    public async Task Ends_at_sign_out_for_good()
    {
        var token = await StartAsync(Hanako, _contract);

        await _store.In(tx => _sessions.End(tx, token, Now));

        (await SeeAsync(token, Now)).ShouldBeNull();
    }

    [Fact]
    public async Task A_contracts_session_ends_when_the_contract_is_taken_over_or_ends()
    {
        var token = await StartAsync(Hanako, _contract);
        await _store.In(tx => tx.Execute("UPDATE contracts SET ended_at = 1"));
        (await SeeAsync(token, Now)).ShouldBeNull();
        await _store.In(tx => tx.Execute("UPDATE contracts SET ended_at = NULL"));
        (await SeeAsync(token, Now)).ShouldNotBeNull();

        await _store.In(tx => _store.Links.LinkContractor(tx, _contract, Taro, Now.AddMinutes(1)));

        (await SeeAsync(token, Now.AddMinutes(1))).ShouldBeNull();
    }

    [Fact]
    public async Task A_users_session_needs_no_contract_and_ends_with_the_user_link_or_the_subscription()
    {
        var token = await StartAsync(Taro, null);
        (await SeeAsync(token, Now))!.ContractId.ShouldBeNull();
        await _store.In(tx => tx.Execute("UPDATE subscriptions SET ended_at = 1"));
        (await SeeAsync(token, Now)).ShouldBeNull();
        await _store.In(tx => tx.Execute("UPDATE subscriptions SET ended_at = NULL"));

        await _store.In(tx => _store.Links.Reissue(tx, _subscription, Hanako, Now));

        (await SeeAsync(token, Now)).ShouldBeNull();
        (await SeeAsync(await StartAsync(Hanako, null), Now)).ShouldBeNull("who has no user link has no user's session");
    }

    [Fact]
    public async Task Keeps_no_token_in_plain()
    {
        var token = await StartAsync(Hanako, _contract);

        (await _store.In(tx => tx.Get<string>("SELECT token_hash FROM web_sessions"))).ShouldBe(Token.HashOf(token));
    }

    private Task<string> StartAsync(string lineUserId, long? contractId) =>
        _store.In(tx => _sessions.Start(tx, lineUserId, contractId, "iPhone (LINE)", Now));

    private Task<Session?> SeeAsync(string token, DateTimeOffset now) => _store.In(tx => _sessions.See(tx, token, now));
}

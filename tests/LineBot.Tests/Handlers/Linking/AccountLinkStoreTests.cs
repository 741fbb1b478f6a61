using LineBot.Handlers.Linking;
using LineBot.Tests.Accounts;

namespace LineBot.Tests.Handlers.Linking;

public sealed class AccountLinkStoreTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = AccountsFixture.Now;
    private static readonly DateTimeOffset LastMoment = Now.AddMinutes(10).AddMilliseconds(-1);

    private readonly AccountsFixture _store = new();
    private readonly AccountLinkStore _signIns = new();
    private long _contract;

    public async Task InitializeAsync()
    {
        _contract = await _store.In(tx => _store.AddContract(tx, "oya@example.jp"));
        await _store.In(tx => _signIns.Issued(tx, "token", "U1", Now));
    }

    public Task DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task A_link_token_belongs_to_the_account_that_asked_for_ten_minutes()
    {
        (await _store.In(tx => _signIns.AccountOf(tx, "token", LastMoment))).ShouldBe("U1");
        (await _store.In(tx => _signIns.AccountOf(tx, "token", Now.AddMinutes(10)))).ShouldBeNull();
        (await _store.In(tx => _signIns.AccountOf(tx, "other", Now))).ShouldBeNull();
    }

    [Fact]
    public async Task A_nonce_works_once_however_late_the_event_is_delivered()
    {
        var nonce = await MakeNonceAsync(null);

        var first = await _store.In(tx => _signIns.Spend(tx, nonce, LastMoment, Now.AddHours(3)));
        var second = await _store.In(tx => _signIns.Spend(tx, nonce, LastMoment, Now.AddHours(3)));

        first.ShouldBe(new PendingLink { LineUserId = "U1", ContractId = _contract, IsAgreed = true });
        second.ShouldBeNull();
    }

    [Fact]
    public async Task A_nonce_is_refused_when_the_dialog_was_finished_ten_minutes_after_the_sign_in()
    {
        var nonce = await MakeNonceAsync(null);

        (await _store.In(tx => _signIns.Spend(tx, nonce, Now.AddMinutes(10), Now))).ShouldBeNull();
    }

    [Fact]
    public async Task A_displacement_is_agreed_to_by_whoever_has_both_the_nonce_and_its_link_token()
    {
        var nonce = await MakeNonceAsync("U2");

        (await _store.In(tx => _signIns.Agree(tx, nonce, "other", Now))).ShouldBeFalse();
        (await _store.In(tx => _signIns.Agree(tx, "other", "token", Now))).ShouldBeFalse();
        (await _store.In(tx => _signIns.Agree(tx, nonce, "token", Now.AddMinutes(10)))).ShouldBeFalse();
        (await _store.In(tx => _signIns.Agree(tx, nonce, "token", LastMoment))).ShouldBeTrue();
    }

    [Fact]
    public async Task Keeps_neither_token_nor_nonce_in_plain()
    {
        var nonce = await MakeNonceAsync(null);

        var kept = await _store.In(tx => tx.Query<string>(
            "SELECT token_hash FROM link_tokens UNION ALL SELECT token_hash FROM link_nonces UNION ALL SELECT nonce_hash FROM link_nonces"));

        kept.Count.ShouldBe(3);
        kept.ShouldAllBe(hash => hash.Length == 64 && hash != nonce && hash != "token");
    }

    private Task<string> MakeNonceAsync(string? displaces) =>
        _store.In(tx => _signIns.MakeNonce(tx, "token", "U1", _contract, displaces, Now));
}

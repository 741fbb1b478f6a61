using LineBot.Accounts;
using LineBot.Language;
using LineBot.RichMenu;

namespace LineBot.Tests.Accounts;

public sealed class AccountStoreTests : IAsyncLifetime
{
    private const string Hanako = "U00000000000000000000000000000001";

    private readonly AccountsFixture _store = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task An_account_never_seen_is_an_unlinked_customer_in_Japanese_and_is_not_created()
    {
        var customer = await _store.In(tx => _store.Accounts.CustomerOf(tx, Hanako));

        customer.ShouldBe(Customer.Unknown(Hanako) with { ContractIds = customer.ContractIds });
        customer.LinkState.ShouldBe(LinkState.None);
        (await _store.In(tx => tx.Get<int>("SELECT COUNT(*) FROM line_accounts"))).ShouldBe(0);
    }

    [Fact]
    public async Task Remembers_name_language_and_friendship_and_keeps_what_LINE_did_not_tell_again()
    {
        await _store.In(tx => _store.Accounts.Remember(tx, Hanako, "Hanako", Tongue.English, true, AccountsFixture.Now));
        await _store.In(tx => _store.Accounts.Remember(tx, Hanako, null, null, false, AccountsFixture.Now));

        var customer = await _store.In(tx => _store.Accounts.CustomerOf(tx, Hanako));

        customer.DisplayName.ShouldBe("Hanako");
        customer.Tongue.ShouldBe(Tongue.English);
        customer.IsFriend.ShouldBeFalse();
    }

    [Fact]
    public async Task Knows_the_links_oldest_contract_first()
    {
        var (older, newer, subscription) = await _store.In(tx =>
        {
            var newer = _store.AddContract(tx, "b@example.jp");
            var older = _store.AddContract(tx, "a@example.jp");
            var subscription = _store.AddSubscription(tx, newer, "080-0000-0001");
            _store.Links.LinkContractor(tx, newer, Hanako, AccountsFixture.Now.AddDays(1));
            _store.Links.LinkContractor(tx, older, Hanako, AccountsFixture.Now);
            _store.Links.LinkUser(tx, _store.Codes.Issue(tx, subscription, AccountsFixture.Now).Code, Hanako, AccountsFixture.Now);
            return (older, newer, subscription);
        });

        var customer = await _store.Database.ReadAsync(tx => _store.Accounts.CustomerOf(tx, Hanako));

        customer.ContractIds.ShouldBe([older, newer]);
        customer.SubscriptionId.ShouldBe(subscription);
        customer.LinkState.ShouldBe(LinkState.Both);
    }

    [Fact]
    public async Task Carries_what_is_expected_to_be_typed_until_it_is_ended()
    {
        var expectation = new Expectation("linking/user/code", AccountsFixture.Now.AddMinutes(10));

        await _store.In(tx => _store.Accounts.Expect(tx, Hanako, expectation, AccountsFixture.Now));
        var waiting = await _store.In(tx => _store.Accounts.CustomerOf(tx, Hanako));
        await _store.In(tx => _store.Accounts.Expect(tx, Hanako, Expectation.None, AccountsFixture.Now));
        var ended = await _store.In(tx => _store.Accounts.CustomerOf(tx, Hanako));

        waiting.Expects.ShouldBe(expectation);
        ended.Expects.ShouldBeNull();
    }
}

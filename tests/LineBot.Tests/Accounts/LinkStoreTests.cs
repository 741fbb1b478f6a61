using LineBot.Accounts;
using LineBot.RichMenu;

namespace LineBot.Tests.Accounts;

public sealed class LinkStoreTests : IAsyncLifetime
{
    private const string Hanako = "U00000000000000000000000000000001";
    private const string Taro = "U00000000000000000000000000000002";

    private static readonly DateTimeOffset Now = AccountsFixture.Now;

    private readonly AccountsFixture _store = new();
    private long _contract;
    private long _first;
    private long _second;

    public Task InitializeAsync() => _store.In(tx =>
    {
        _contract = _store.AddContract(tx, "oya@example.jp");
        _first = _store.AddSubscription(tx, _contract, "080-0000-0001");
        _second = _store.AddSubscription(tx, _contract, "080-0000-0002");
    });

    public Task DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task A_contract_goes_to_the_newest_account_and_the_displaced_one_is_named()
    {
        (await _store.In(tx => _store.Links.LinkContractor(tx, _contract, Hanako, Now))).ShouldBeNull();
        (await _store.In(tx => _store.Links.LinkContractor(tx, _contract, Hanako, Now))).ShouldBeNull();
        (await _store.In(tx => _store.Links.LinkContractor(tx, _contract, Taro, Now))).ShouldBe(Hanako);

        (await _store.In(tx => _store.Links.HolderOf(tx, _contract))).ShouldBe(Taro);
        (await _store.In(tx => _store.Accounts.CustomerOf(tx, Hanako))).ContractIds.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_code_links_once_and_an_account_has_one_subscription()
    {
        var (first, second) = await _store.In(tx => (_store.Codes.Issue(tx, _first, Now).Code, _store.Codes.Issue(tx, _second, Now).Code));

        (await _store.In(tx => _store.Links.LinkUser(tx, first, Hanako, Now))).ShouldBe(new UserLinkMade(_first, null, null));
        (await _store.In(tx => _store.Links.LinkUser(tx, first, Taro, Now))).ShouldBeNull();
        (await _store.In(tx => _store.Links.LinkUser(tx, second, Hanako, Now))).ShouldBe(new UserLinkMade(_second, null, _first));

        (await _store.In(tx => _store.Links.UserOf(tx, _first))).ShouldBeNull();
        (await _store.In(tx => _store.Links.UserOf(tx, _second))).ShouldBe(Hanako);
    }

    [Fact]
    public async Task A_code_spent_on_age_verification_links_nobody()
    {
        var code = await _store.In(tx => _store.Codes.Issue(tx, _first, Now).Code);

        (await _store.In(tx => _store.Codes.Spend(tx, code, UserCodeUse.AgeVerification, Now))).ShouldBeTrue();

        (await _store.In(tx => _store.Links.LinkUser(tx, code, Hanako, Now))).ShouldBeNull();
        (await _store.In(tx => _store.Codes.Find(tx, code)))!.SpentOn.ShouldBe("age-verification");
    }

    [Fact]
    public async Task A_new_code_breaks_the_link_and_leaves_the_old_code_known_as_replaced()
    {
        var old = await _store.In(tx => _store.Codes.Issue(tx, _first, Now).Code);
        await _store.In(tx => _store.Links.LinkUser(tx, old, Hanako, Now));

        var (code, unlinked) = await _store.In(tx => _store.Links.Reissue(tx, _first, Taro, Now));

        unlinked.ShouldBe(Hanako);
        code.Code.ShouldMatch("^[0-9]{16}$");
        (await _store.In(tx => _store.Links.SubscriptionOf(tx, Hanako))).ShouldBeNull();
        (await _store.In(tx => _store.Codes.Current(tx, _first)))!.Code.ShouldBe(code.Code);
        (await _store.In(tx => _store.Codes.Find(tx, old)))!.ReplacedAt.ShouldBe(Now);
    }

    [Fact]
    public async Task Undoing_the_contractor_link_forfeits_what_is_not_due_yet_and_linking_again_does_not_bring_it_back()
    {
        await _store.In(tx =>
        {
            Enrol(tx, "due", new DateOnly(2026, 11, 20));
            Enrol(tx, "tomorrow", new DateOnly(2026, 11, 21));
            _store.Links.LinkContractor(tx, _contract, Hanako, Now);
        });

        var lost = await _store.In(tx => _store.Links.UndoContractor(tx, _contract, Hanako, Now));
        await _store.In(tx => _store.Links.LinkContractor(tx, _contract, Hanako, Now));

        lost!.Select(reward => reward.NameEn).ShouldBe(["tomorrow"]);
        (await _store.In(tx => _store.Campaigns.RewardsOf(tx, _contract))).Select(reward => (reward.NameEn, reward.State))
            .ShouldBe([("due", "enrolled"), ("tomorrow", "forfeited")]);
    }

    [Fact]
    public async Task Nobody_undoes_the_link_of_another_account()
    {
        await _store.In(tx => _store.Links.LinkContractor(tx, _contract, Hanako, Now));

        (await _store.In(tx => _store.Links.UndoContractor(tx, _contract, Taro, Now))).ShouldBeNull();

        (await _store.In(tx => _store.Links.HolderOf(tx, _contract))).ShouldBe(Hanako);
    }

    [Fact]
    public async Task Every_change_leaves_an_entry_in_the_audit_log()
    {
        await _store.In(tx =>
        {
            _store.Links.LinkContractor(tx, _contract, Hanako, Now);
            _store.Links.LinkContractor(tx, _contract, Taro, Now);
            _store.Links.LinkUser(tx, _store.Codes.Issue(tx, _first, Now).Code, Hanako, Now);
            _store.Links.Reissue(tx, _first, Taro, Now);
            _store.Links.UndoContractor(tx, _contract, Taro, Now);
        });

        (await _store.In(tx => tx.Query<string>("SELECT action FROM audit_log ORDER BY id"))).ShouldBe(
        [
            "contractor-link-made", "contractor-link-taken-over", "contractor-link-made", "user-link-made", "user-code-reissued",
            "contractor-link-undone",
        ]);
    }

    [Theory]
    [InlineData("UPDATE contracts SET ended_at = 1")]
    [InlineData("UPDATE contracts SET ended_at = 1; UPDATE subscriptions SET ended_at = 1")]
    public async Task What_has_ended_gives_nothing_whatever_link_is_left_of_it(string end)
    {
        await _store.In(tx =>
        {
            _store.Links.LinkContractor(tx, _contract, Hanako, Now);
            _store.Links.LinkUser(tx, _store.Codes.Issue(tx, _first, Now).Code, Hanako, Now);
        });
        var unspent = await _store.In(tx => _store.Codes.Issue(tx, _second, Now).Code);

        await _store.In(tx => tx.Execute(end));

        var customer = await _store.In(tx => _store.Accounts.CustomerOf(tx, Hanako));
        (customer.LinkState, customer.SubscriptionId).ShouldBe((LinkState.None, null));
        (await _store.In(tx => _store.Links.HolderOf(tx, _contract))).ShouldBeNull();
        (await _store.In(tx => _store.Links.UserOf(tx, _first))).ShouldBeNull();
        (await _store.In(tx => _store.Contracts.LinkedTo(tx, Hanako))).ShouldBeEmpty();
        (await _store.In(tx => _store.Subscriptions.OfHolder(tx, Hanako))).ShouldBeEmpty();
        (await _store.In(tx => _store.Codes.Find(tx, unspent)))!.IsValid.ShouldBeFalse();
        (await _store.In(tx => _store.Codes.Spend(tx, unspent, UserCodeUse.AgeVerification, Now))).ShouldBeFalse();
        (await _store.In(tx => _store.Links.LinkUser(tx, unspent, Taro, Now))).ShouldBeNull();
    }

    [Fact]
    public async Task The_end_of_one_subscription_ends_its_user_link_alone_and_frees_the_account_for_another()
    {
        await _store.In(tx =>
        {
            _store.Links.LinkContractor(tx, _contract, Hanako, Now);
            _store.Links.LinkUser(tx, _store.Codes.Issue(tx, _first, Now).Code, Hanako, Now);
            tx.Execute("UPDATE subscriptions SET ended_at = 1 WHERE id = @_first", new { _first });
        });

        (await _store.In(tx => _store.Accounts.CustomerOf(tx, Hanako))).LinkState.ShouldBe(LinkState.Contractor);
        var made = await _store.In(tx => _store.Links.LinkUser(tx, _store.Codes.Issue(tx, _second, Now).Code, Hanako, Now));
        made.ShouldBe(new UserLinkMade(_second, null, null));
    }

    private void Enrol(LineBot.Storage.Transaction tx, string id, DateOnly grantOn)
    {
        _store.Campaigns.Add(tx, new Campaign
        {
            Id = id, NameJa = id, NameEn = id, Code = id, Kind = "points", Amount = 1000,
            StartsOn = new DateOnly(2026, 9, 1), EndsOn = new DateOnly(2026, 12, 31),
        });
        _store.Campaigns.Enrol(tx, id, _contract, grantOn, Now);
    }
}

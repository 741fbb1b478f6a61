using LineBot.Accounts;
using LineBot.Handlers.AddInvite;
using LineBot.Tests.Language;
using LineBot.Tests.Storage;

namespace LineBot.Tests.Handlers.AddInvite;

public sealed class ApplicationLinkStoreTests : IAsyncDisposable
{
    private const string Customer = "U00000000000000000000000000000001";
    private static readonly DateTimeOffset Now = Tokyo.At("2026-07-01T12:00:00");
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly TempDatabase _database = new();
    private readonly ApplicationLinkStore _links = new();

    [Fact]
    public async Task Looking_spends_nothing_and_spending_works_once()
    {
        await _database.WriteAsync(tx =>
        {
            new AccountStore().Ensure(tx, Customer, Now);
            var token = _links.Issue(tx, Customer, Now, Hour);

            _links.Look(tx, token, Now).ShouldBe(Customer);
            _links.Look(tx, token, Now).ShouldBe(Customer);
            _links.Spend(tx, token, Now).ShouldBe(Customer);
            _links.Spend(tx, token, Now).ShouldBeNull();
            _links.Look(tx, token, Now).ShouldBeNull();
        });
    }

    [Fact]
    public async Task Ends_when_its_time_is_up_and_keeps_no_token()
    {
        await _database.WriteAsync(tx =>
        {
            new AccountStore().Ensure(tx, Customer, Now);
            var token = _links.Issue(tx, Customer, Now, Hour);

            _links.Look(tx, token, Now + Hour - TimeSpan.FromMilliseconds(1)).ShouldBe(Customer);
            _links.Look(tx, token, Now + Hour).ShouldBeNull();
            _links.Spend(tx, token, Now + Hour).ShouldBeNull();
            _links.Look(tx, "no such token", Now).ShouldBeNull();
            tx.Get<long>("SELECT COUNT(*) FROM application_links WHERE token_hash = @token", new { token }).ShouldBe(0);
        });
    }

    [Fact]
    public async Task A_new_link_leaves_the_account_with_those_that_still_work()
    {
        await _database.WriteAsync(tx =>
        {
            new AccountStore().Ensure(tx, Customer, Now);
            var late = _links.Issue(tx, Customer, Now, Hour);
            var still = _links.Issue(tx, Customer, Now + Hour / 2, Hour);
            _links.Issue(tx, Customer, Now + Hour, Hour);

            tx.Get<long>("SELECT COUNT(*) FROM application_links").ShouldBe(2);
            _links.Look(tx, still, Now + Hour).ShouldBe(Customer);
            _links.Look(tx, late, Now + Hour).ShouldBeNull();
        });
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();
}

using LineBot.Accounts;

namespace LineBot.Tests.Accounts;

public sealed class SignInLinkStoreTests : IAsyncLifetime
{
    private readonly AccountsFixture _store = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public Task Forgets_what_ran_out_before_an_instant_and_no_more_than_asked() => _store.In(tx =>
    {
        var links = new SignInLinkStore();
        for (var minute = 0; minute < 3; minute++)
            links.Issue(tx, "U1", Destination.Data, null, AccountsFixture.Now.AddMinutes(minute));
        var firstEnds = AccountsFixture.Now + SignInLinkStore.Lifetime;

        links.Forget(tx, firstEnds, 10).ShouldBe(0);
        links.Forget(tx, firstEnds.AddMilliseconds(1), 10).ShouldBe(1);
        links.Forget(tx, firstEnds.AddDays(1), 1).ShouldBe(1);
        tx.Get<int>("SELECT COUNT(*) FROM sign_in_links").ShouldBe(1);
    });
}

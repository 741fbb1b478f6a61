using LineBot.Accounts;

namespace LineBot.Tests.Accounts;

public sealed class AttemptStoreTests : IAsyncLifetime
{
    private static readonly AttemptLimit Two = new("test", 2, TimeSpan.FromMinutes(10));
    private static readonly DateTimeOffset Now = AccountsFixture.Now;

    private readonly AccountsFixture _store = new();
    private readonly AttemptStore _attempts = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task Refuses_one_more_than_the_limit_until_the_window_ends()
    {
        (await TakeAsync(Now)).ShouldBeNull();
        (await TakeAsync(Now.AddMinutes(1))).ShouldBeNull();
        (await TakeAsync(Now.AddMinutes(2))).ShouldBe(Now.AddMinutes(10));
        (await TakeAsync(Now.AddMinutes(10).AddMilliseconds(-1))).ShouldBe(Now.AddMinutes(10));
        (await TakeAsync(Now.AddMinutes(10))).ShouldBeNull();
    }

    [Fact]
    public async Task Counts_each_subject_and_each_kind_by_itself()
    {
        await TakeAsync(Now);
        await TakeAsync(Now);

        (await TakeAsync(Now, subject: "other")).ShouldBeNull();
        (await _store.In(tx => _attempts.Take(tx, Two with { Kind = "other" }, "subject", Now))).ShouldBeNull();
    }

    [Fact]
    public async Task A_returned_try_can_be_made_again_and_cleared_ones_are_forgotten()
    {
        await TakeAsync(Now);
        await TakeAsync(Now);

        await _store.In(tx => _attempts.Return(tx, Two, "subject"));
        (await TakeAsync(Now)).ShouldBeNull();
        (await TakeAsync(Now)).ShouldNotBeNull();
        await _store.In(tx => _attempts.Clear(tx, Two, "subject"));
        (await TakeAsync(Now)).ShouldBeNull();
    }

    [Fact]
    public async Task Keeps_no_subject_in_plain()
    {
        await TakeAsync(Now, "oya@example.jp");

        (await _store.In(tx => tx.Get<string>("SELECT subject_hash FROM attempts"))).ShouldNotContain("oya");
    }

    private Task<DateTimeOffset?> TakeAsync(DateTimeOffset now, string subject = "subject") =>
        _store.In(tx => _attempts.Take(tx, Two, subject, now));
}

using LineBot.Data;
using LineBot.Handlers.DataPresent;
using LineBot.Language;
using LineBot.Storage;
using LineBot.Tests.Data;
using LineBot.Tests.Drivers;
using LineBot.Tests.Language;

namespace LineBot.Tests.Handlers.DataPresent;

public sealed class HistoryHandlerTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = Tokyo.At("2026-11-16T12:00");

    private readonly LedgerFixture _ledger = new();

    [Theory]
    [InlineData("ja")]
    [InlineData("en")]
    public Task Shows_what_was_given_received_waits_and_came_back_in_two_months(string language) => _ledger.In(tx =>
    {
        var (parent, child) = Family(tx, language);
        Give(tx, parent, child, 1_500, "2026-09-30T12:00");
        Give(tx, parent, child, 1_000, "2026-10-01T09:00");
        Give(tx, child, parent, 500, "2026-10-20T12:00");
        Share(tx, parent, 2_000, "2026-11-01T09:00", ShareState.Returned, "2026-11-04T09:00");
        Share(tx, parent, 500, "2026-11-10T12:00", ShareState.Cancelled, "2026-11-10T13:00");
        Give(tx, parent, child, 500, "2026-11-12T12:00");
        Share(tx, parent, 1_000, "2026-11-15T12:00");

        var history = _ledger.Tap<HistoryHandler>(tx, "U花子", "data-present/history@1", Now).Answer();
        Snapshot.MatchJson(history.Json, language);
        var cancel = history.Data(Tongue.Of(language).Say("取り消す", "Cancel"));
        _ledger.Tap<ShareHandler>(tx, "U花子", cancel, Now).Answer().Text.ShouldContain("1");
        _ledger.Tap<HistoryHandler>(tx, "U花子", "data-present/history@1", Now).Answer().Labels.ShouldNotContain(Tongue.Of(language).Say("取り消す", "Cancel"));
    });

    [Fact]
    public Task Says_so_when_there_is_nothing_and_asks_for_a_link_first() => _ledger.In(tx =>
    {
        Family(tx, "ja");
        _ledger.Tap<HistoryHandler>(tx, "U花子", "data-present/history@1", Now).Answer().Text.ShouldContain("今月と先月のプレゼントはありません");
        _ledger.Tap<HistoryHandler>(tx, "U誰か", "data-present/history@1", Now).Answer().Labels.ShouldBe(["利用者連携をする"]);
    });

    [Theory]
    [InlineData(20, false)]
    [InlineData(21, true)]
    public Task Shows_the_latest_twenty_and_says_so(int presents, bool isCut) => _ledger.In(tx =>
    {
        var (parent, child) = Family(tx, "ja");
        for (var i = 0; i < presents; i++)
        {
            tx.Execute(
                "INSERT INTO data_presents (giver_id, request_id, receiver_id, kb, given_at) VALUES (@parent, @id, @child, 500000, @Now)",
                new { parent, id = $"r{i}", child, Now });
        }
        var text = _ledger.Tap<HistoryHandler>(tx, "U花子", "data-present/history@1", Now).Answer().Text;
        text.Split("陸さんへ").Length.ShouldBe(20 + 1);
        text.Contains("新しいものから20件", StringComparison.Ordinal).ShouldBe(isCut);
    });

    private void Give(Transaction tx, long giver, long receiver, long mb, string at) =>
        _ledger.Of<Giving>().Give(tx, new PresentRequest(at, giver, receiver, mb * 1_000), Tokyo.At(at)).IsNew.ShouldBeTrue();

    private void Share(Transaction tx, long giver, long mb, string at, ShareState? end = null, string? endsAt = null)
    {
        var share = _ledger.Of<Sharing>().Share(tx, new ShareRequest(at, giver, mb * 1_000), Tokyo.At(at)).Share!;
        if (end is not null)
            _ledger.Of<Sharing>().GiveBack(tx, share, end.Value, Tokyo.At(endsAt!)).ShouldBeTrue();
    }

    private (long Parent, long Child) Family(Transaction tx, string language)
    {
        var contract = _ledger.AddContract(tx);
        var parent = _ledger.AddSubscription(tx, contract, "花子");
        var child = _ledger.AddSubscription(tx, contract, "陸", 3_000);
        foreach (var (subscription, name) in new[] { (parent, "花子"), (child, "陸") })
            _ledger.Speak(tx, _ledger.Link(tx, subscription, name), Tongue.Of(language));
        return (parent, child);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _ledger.DisposeAsync().AsTask();
}

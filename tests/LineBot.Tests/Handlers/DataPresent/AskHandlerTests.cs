using LineBot.Handlers.DataPresent;
using LineBot.Language;
using LineBot.RichMenu;
using LineBot.Storage;
using LineBot.Tests.Data;
using LineBot.Tests.Drivers;
using LineBot.Tests.Language;

namespace LineBot.Tests.Handlers.DataPresent;

public sealed class AskHandlerTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = Tokyo.At("2026-11-16T12:00");

    private readonly LedgerFixture _ledger = new();

    [Theory]
    [InlineData("ja")]
    [InlineData("en")]
    public Task A_child_asks_and_the_parent_gives_the_way_every_present_goes(string language) => _ledger.In(tx =>
    {
        var (_, child) = Family(tx, language);
        var tongue = Tongue.Of(language);

        var people = Tap(tx, "U陸", "data-present/ask@1");
        Snapshot.MatchJson(people.Answer().Json, $"1-people.{language}");
        var amounts = Tap(tx, "U陸", people.Answer().Data(tongue.Say("花子さん", "花子")));
        Snapshot.MatchJson(amounts.Answer().Json, $"2-amounts.{language}");
        var sent = Tap(tx, "U陸", amounts.Answer().Data(tongue.Say("1GB", "1 GB")));
        Snapshot.MatchJson(sent.Answer().Json, $"3-sent.{language}");
        var asked = _ledger.Told(tx, "U花子").ShouldHaveSingleItem();
        Snapshot.MatchJson(asked.Json, $"4-asked.{language}");

        var confirmation = Tap(tx, "U花子", asked.Data(tongue.Say("あげる", "Give")));
        Tap(tx, "U花子", confirmation.Answer().Data(tongue.Say("データプレゼントする", "Give the present")));
        _ledger.Left(tx, child, Now).ShouldBe(4_000_000);
        _ledger.Told(tx, "U陸").ShouldHaveSingleItem();
        // The request is answered now, whatever is tapped of it later.
        Tap(tx, "U花子", asked.Data(tongue.Say("あげる", "Give"))).Answer().Text.ShouldContain(tongue.Say("贈り済みです", "You have given already"));
        Tap(tx, "U花子", asked.Data(tongue.Say("今回は見送る", "Not this time"))).Answer().Text.ShouldContain(tongue.Say("贈り済みです", "You have given already"));
        _ledger.Told(tx, "U陸").ShouldBeEmpty();
    });

    [Theory]
    [InlineData("ja")]
    [InlineData("en")]
    public Task A_no_is_told_kindly_and_once(string language) => _ledger.In(tx =>
    {
        Family(tx, language);
        var decline = Ask(tx).Data(Tongue.Of(language).Say("今回は見送る", "Not this time"));
        Snapshot.MatchJson(Tap(tx, "U花子", decline).Answer().Json, $"1-parent.{language}");
        Snapshot.MatchJson(_ledger.Told(tx, "U陸").ShouldHaveSingleItem().Json, $"2-child.{language}");

        Tap(tx, "U花子", decline).Answer().Text.ShouldContain(Tongue.Of(language).Say("見送り済みです", "You have passed on this"));
        _ledger.Told(tx, "U陸").ShouldBeEmpty();
    });

    [Fact]
    public Task One_person_is_asked_once_a_day() => _ledger.In(tx =>
    {
        Family(tx);
        Ask(tx);
        Tap(tx, "U陸", AskButton(tx)).Answer().Text.ShouldContain("花子さんには、11月16日(月) 12:00 に 1GB をお願いしました");
        Tap(tx, "U陸", AskButton(tx), Tokyo.At("2026-11-16T23:59:59.999")).Answer().Text.ShouldContain("今日はお願い済みです");
        _ledger.Told(tx, "U花子").ShouldBeEmpty();
        Tap(tx, "U陸", AskButton(tx), Tokyo.At("2026-11-17T00:00")).Answer().Text.ShouldContain("朝になったらお届けします");
    });

    [Theory]
    [InlineData(23.99, true)]
    [InlineData(24, false)]
    public Task A_request_ends_after_a_day(double hours, bool isOpen) => _ledger.In(tx =>
    {
        Family(tx);
        var asked = Ask(tx);
        var give = Tap(tx, "U花子", asked.Data("あげる"), Now.AddHours(hours)).Answer();
        give.Labels.Contains("データプレゼントする").ShouldBe(isOpen);
        give.Text.Contains("期限が過ぎました", StringComparison.Ordinal).ShouldBe(!isOpen);
        Tap(tx, "U花子", asked.Data("今回は見送る"), Now.AddHours(hours)).Answer().Text.Contains("期限が過ぎました", StringComparison.Ordinal).ShouldBe(!isOpen);
        _ledger.Told(tx, "U陸").Count.ShouldBe(isOpen ? 1 : 0);
    });

    [Fact]
    public Task Asking_tells_nothing_of_what_the_other_one_has() => _ledger.In(tx =>
    {
        var (parent, _) = Family(tx);
        var before = Tap(tx, "U陸", AmountButton(tx)).Answer().Json;
        _ledger.Use(tx, parent, "2026-11-16", 5_900, Now);
        Tap(tx, "U陸", AmountButton(tx)).Answer().Json.ShouldBe(before);
        // It is the one who is asked who learns that it cannot be.
        Tap(tx, "U花子", Ask(tx).Data("あげる")).Answer().Text.ShouldContain("贈れるデータがありません");
    });

    [Fact]
    public Task Says_so_where_the_other_one_cannot_be_told() => _ledger.In(tx =>
    {
        Family(tx);
        tx.Execute("UPDATE line_accounts SET is_friend = 0 WHERE line_user_id = 'U花子'");
        Tap(tx, "U陸", AskButton(tx)).Answer().Text.ShouldContain("直接お伝えください");
    });

    [Fact]
    public Task Nobody_asks_or_answers_by_a_forged_button() => _ledger.In(tx =>
    {
        var (parent, child) = Family(tx);
        var stranger = _ledger.AddSubscription(tx, _ledger.AddContract(tx), "他人");
        _ledger.Link(tx, stranger, "他人");
        foreach (var postback in (string[])
            [$"data-present/ask-send@1?to={stranger}&mb=500", $"data-present/ask-send@1?to={child}&mb=500", $"data-present/ask-send@1?to={parent}&mb=700", "data-present/ask-send@1"])
            Tap(tx, "U陸", postback);
        tx.Get<int>("SELECT COUNT(*) FROM data_asks").ShouldBe(0);

        var decline = Ask(tx).Data("今回は見送る");
        foreach (var other in (string[])["U他人", "U陸"])
            Tap(tx, other, decline).Answer().Text.ShouldContain("見つかりません");
        Tap(tx, "U誰か", decline).Answer().Labels.ShouldBe(["利用者連携をする"]);
    });

    [Theory]
    [InlineData("2026-11-30T22:59:59", true)]
    [InlineData("2026-11-30T23:00:00", false)]
    public Task Rests_around_the_turn_of_the_month(string now, bool isOpen) => _ledger.In(tx =>
    {
        Family(tx);
        Tap(tx, "U陸", AmountButton(tx), Tokyo.At(now)).Answer().Text.Contains("12月1日(火) 9:00 からまたお願いできます", StringComparison.Ordinal).ShouldBe(!isOpen);
    });

    private LineBot.Simulator.Journeys.Answer Ask(Transaction tx)
    {
        Tap(tx, "U陸", AskButton(tx));
        return _ledger.Told(tx, "U花子").ShouldHaveSingleItem();
    }

    private static string AskButton(Transaction tx) => $"data-present/ask-send@1?to={ParentOf(tx)}&mb=1000";

    private static string AmountButton(Transaction tx) => $"data-present/ask-amount@1?to={ParentOf(tx)}";

    private static long ParentOf(Transaction tx) => tx.Get<long>("SELECT id FROM subscriptions WHERE user_name = '花子'");

    private Reply Tap(Transaction tx, string lineUserId, string postback, DateTimeOffset? now = null) =>
        postback.StartsWith("data-present/ask", StringComparison.Ordinal)
            ? _ledger.Tap<AskHandler>(tx, lineUserId, postback, now ?? Now)
            : _ledger.Tap<DataPresentHandler>(tx, lineUserId, postback, now ?? Now);

    private (long Parent, long Child) Family(Transaction tx, string language = "ja")
    {
        var contract = _ledger.AddContract(tx);
        var parent = _ledger.AddSubscription(tx, contract, "花子");
        var child = _ledger.AddSubscription(tx, contract, "陸", 3_000);
        _ledger.AddSubscription(tx, contract, "海", 3_000);
        foreach (var (subscription, name) in new[] { (parent, "花子"), (child, "陸") })
            _ledger.Speak(tx, _ledger.Link(tx, subscription, name), Tongue.Of(language));
        return (parent, child);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _ledger.DisposeAsync().AsTask();
}

using LineBot.Accounts;
using LineBot.Handlers.DataPresent;
using LineBot.Language;
using LineBot.RichMenu;
using LineBot.Storage;
using LineBot.Tests.Data;
using LineBot.Tests.Drivers;
using LineBot.Tests.Language;

namespace LineBot.Tests.Handlers.DataPresent;

public sealed class DataPresentHandlerTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = Tokyo.At("2026-11-16T12:00");

    private readonly LedgerFixture _ledger = new();

    [Theory]
    [InlineData("ja")]
    [InlineData("en")]
    public Task Leads_from_a_person_over_an_amount_and_a_confirmation_to_the_present(string language) => _ledger.In(tx =>
    {
        var (parent, child) = Family(tx, language);
        var tongue = Tongue.Of(language);

        var people = Tap(tx, "U花子", "data-present@1");
        Snapshot.MatchJson(people.Answer().Json, $"1-people.{language}");
        var amounts = Tap(tx, "U花子", people.Answer().Data(tongue.Say("陸さん 080-0000-0002", "陸 080-0000-0002")));
        Snapshot.MatchJson(amounts.Answer().Json, $"2-amounts.{language}");
        var confirmation = Tap(tx, "U花子", amounts.Answer().Data(tongue.Say("1.5GB", "1.5 GB")));
        Snapshot.MatchJson(confirmation.Answer().Json, $"3-confirmation.{language}");
        _ledger.Left(tx, parent, Now).ShouldBe(6_000_000, "nothing is given before the last tap");

        var given = Tap(tx, "U花子", confirmation.Answer().Data(tongue.Say("データプレゼントする", "Give the present")));
        Snapshot.MatchJson(given.Answer().Json, $"4-given.{language}");
        Snapshot.MatchJson(_ledger.Told(tx, "U陸").ShouldHaveSingleItem().Json, $"5-received.{language}");
        _ledger.Left(tx, parent, Now).ShouldBe(4_500_000);
        _ledger.Left(tx, child, Now).ShouldBe(4_500_000);
    });

    [Fact]
    public Task A_second_tap_gives_nothing_more_and_says_what_was_given() => _ledger.In(tx =>
    {
        var (parent, child) = Family(tx);
        var button = GiveButton(tx, child, 500);
        Tap(tx, "U花子", button);
        _ledger.Told(tx, "U陸").Count.ShouldBe(1);

        foreach (var later in (TimeSpan[])[TimeSpan.Zero, TimeSpan.FromMinutes(5), TimeSpan.FromDays(3), TimeSpan.FromDays(14.47)])
        {
            var again = Tap(tx, "U花子", button, Now + later);
            again.Answer().Text.ShouldContain("贈り済みです");
            again.Answer().Text.ShouldContain("11月16日(月) 12:00 に 陸さんへ 500MB を贈りました");
            _ledger.Told(tx, "U陸").ShouldBeEmpty();
        }
        _ledger.Left(tx, parent, Now).ShouldBe(5_500_000);
    });

    [Theory]
    [InlineData(30, true)]
    [InlineData(30.001, false)]
    public Task An_old_confirmation_is_shown_afresh_with_the_balances_of_now(double minutes, bool gives) => _ledger.In(tx =>
    {
        var (parent, child) = Family(tx);
        var button = GiveButton(tx, child, 500);
        _ledger.Use(tx, parent, "2026-11-16", 1_000, Now);

        var later = Tap(tx, "U花子", button, Now.AddMinutes(minutes));
        _ledger.Left(tx, parent, Now).ShouldBe(gives ? 4_500_000 : 5_000_000);
        _ledger.Told(tx, "U陸").Count.ShouldBe(gives ? 1 : 0);
        if (!gives)
        {
            later.Answer().Text.ShouldContain("もう一度お確かめください");
            later.Answer().Text.ShouldContain("5GB → 4.5GB");
            later.Answer().Data("データプレゼントする").ShouldNotBe(button);
        }
    });

    [Fact]
    public Task Every_step_asks_the_ledger_anew() => _ledger.In(tx =>
    {
        var (parent, child) = Family(tx);
        var button = GiveButton(tx, child, 3_000);
        _ledger.Use(tx, parent, "2026-11-16", 4_000, Now);

        var refused = Tap(tx, "U花子", button).Answer();
        refused.Text.ShouldContain("いま贈れるのは最大 2GB です");
        Tap(tx, "U花子", refused.Data("データ量を選びなおす")).Answer().Labels.ShouldBe(["500MB", "1GB", "1.5GB", "2GB", "相手を選びなおす"]);
    });

    [Fact]
    public Task Nobody_gives_by_a_forged_button() => _ledger.In(tx =>
    {
        var (parent, child) = Family(tx);
        var stranger = _ledger.AddSubscription(tx, _ledger.AddContract(tx), "他人");
        _ledger.Link(tx, stranger, "他人");
        var request = PresentRequestId.New(Now);
        string[] forged =
        [
            $"data-present/give@1?to={stranger}&mb=500&request={request}", $"data-present/give@1?to={parent}&mb=500&request={request}",
            $"data-present/give@1?to={child}&mb=499&request={request}", $"data-present/give@1?to={child}&mb=0&request={request}",
            $"data-present/give@1?to={child}&mb=18446744073709552&request={request}", $"data-present/give@1?to={child}&mb=x&request={request}",
            $"data-present/give@1?to={child}&mb=500", $"data-present/give@1?to={child}&mb=500&request=mine",
            $"data-present/give@1?to={child}&mb=500&request={PresentRequestId.New(Now.AddHours(1))}", "data-present/give@1",
        ];
        foreach (var postback in forged)
            Tap(tx, "U花子", postback);
        // Without a user link of one's own, nothing at all.
        Tap(tx, "U契約者", $"data-present/give@1?to={child}&mb=500&request={request}").Answer().Labels.ShouldBe(["利用者連携をする"]);
        tx.Get<int>("SELECT COUNT(*) FROM data_presents").ShouldBe(0);
    });

    [Fact]
    public Task Says_who_of_the_contract_still_needs_a_user_link_and_has_an_invitation_ready() => _ledger.In(tx =>
    {
        Family(tx);
        var people = Tap(tx, "U花子", "data-present@1").Answer();
        people.Labels.ShouldBe(["陸さん 080-0000-0002", "海さん（連携前・招待する）", "LINEの友だちに贈る", "データをもらう", "プレゼント履歴"]);

        var invitation = Tap(tx, "U花子", people.Data("海さん（連携前・招待する）")).Answer();
        Snapshot.MatchJson(invitation.Json);
        var link = invitation.Link("招待文を送る");
        link.AbsoluteUri.ShouldStartWith("https://line.me/R/share?text=");
        link.AbsoluteUri.Length.ShouldBeLessThanOrEqualTo(1_000);
    });

    [Theory]
    [InlineData("2026-11-30T22:59:59", true)]
    [InlineData("2026-11-30T23:00:00", false)]
    [InlineData("2026-12-01T08:59:59", false)]
    [InlineData("2026-12-01T09:00:00", true)]
    public Task Rests_around_the_turn_of_the_month_and_says_until_when(string now, bool isOpen) => _ledger.In(tx =>
    {
        var (_, child) = Family(tx);
        foreach (var step in (string[])["data-present@1", $"data-present/amount@1?to={child}", $"data-present/confirm@1?to={child}&mb=500", GiveButton(tx, child, 500, Tokyo.At("2026-11-30T22:40:00"))])
        {
            var text = Tap(tx, "U花子", step, Tokyo.At(now)).Answer().Text;
            text.Contains("12月1日(火) 9:00 からまた贈れます", StringComparison.Ordinal).ShouldBe(!isOpen, step);
        }
    });

    [Fact]
    public Task Gives_the_reason_first_when_there_is_nothing_to_give() => _ledger.In(tx =>
    {
        var (parent, _) = Family(tx);
        _ledger.Use(tx, parent, "2026-11-16", 5_700, Now);
        Snapshot.MatchJson(Tap(tx, "U花子", "data-present@1").Answer().Json);
    });

    [Fact]
    public Task Says_so_when_a_receiver_has_had_all_of_a_month() => _ledger.In(tx =>
    {
        var (parent, child) = Family(tx);
        Tap(tx, "U花子", GiveButton(tx, child, 3_000));
        tx.Execute("UPDATE subscriptions SET plan_id = '3000mb' WHERE id = @parent", new { parent });

        var full = Tap(tx, "U花子", $"data-present/amount@1?to={child}").Answer();
        full.Text.ShouldContain("陸さんに1か月に贈れるのは合計 3GB までです。12月1日(火) からまた贈れます。");
    });

    [Fact]
    public Task Tells_the_receiver_in_their_language_and_that_the_slow_connection_is_lifted() => _ledger.In(tx =>
    {
        var (_, child) = Family(tx);
        _ledger.Speak(tx, "U陸", Tongue.English);
        _ledger.Use(tx, child, "2026-11-16", 3_100, Now);

        Tap(tx, "U花子", GiveButton(tx, child, 500));
        var told = _ledger.Told(tx, "U陸").Single();
        told.Text.ShouldContain("A data present from 花子");
        told.Text.ShouldContain("back to normal speed");
    });

    [Fact]
    public Task Claims_to_tell_a_receiver_only_where_that_can_be_done() => _ledger.In(tx =>
    {
        var (_, child) = Family(tx);
        tx.Execute("UPDATE line_accounts SET is_friend = 0 WHERE line_user_id = 'U陸'");

        var given = Tap(tx, "U花子", GiveButton(tx, child, 500));
        _ledger.Told(tx, "U陸").ShouldBeEmpty();
        given.Answer().Text.ShouldContain("データをプレゼントしました");
        given.Answer().Text.ShouldNotContain("お知らせ");
    });

    [Fact]
    public Task Offers_no_more_buttons_than_fit_a_bubble_however_large_the_plan() => _ledger.In(tx =>
    {
        var contract = _ledger.AddContract(tx);
        var giver = _ledger.AddSubscription(tx, contract, "花子", 100_000);
        var receiver = _ledger.AddSubscription(tx, contract, "陸");
        _ledger.Link(tx, giver, "花子");
        _ledger.Link(tx, receiver, "陸");

        var choices = Tap(tx, "U花子", $"data-present/amount@1?to={receiver}").Answer();
        choices.Labels.Count.ShouldBeLessThanOrEqualTo(24 + 1);
        choices.Labels[^2].ShouldBe("100GB");
    });

    private Reply Tap(Transaction tx, string lineUserId, string postback, DateTimeOffset? now = null) =>
        _ledger.Tap<DataPresentHandler>(tx, lineUserId, postback, now ?? Now);

    private string GiveButton(Transaction tx, long receiver, int mb, DateTimeOffset? now = null) =>
        Tap(tx, "U花子", $"data-present/confirm@1?to={receiver}&mb={mb}", now).Answer().Data("データプレゼントする");

    /// <summary>花子 (6 GB) and 陸 (3 GB) with user links, 海 (3 GB) without, and the holder, who has no user link.</summary>
    private (long Parent, long Child) Family(Transaction tx, string language = "ja")
    {
        var contract = _ledger.AddContract(tx);
        var parent = _ledger.AddSubscription(tx, contract, "花子");
        var child = _ledger.AddSubscription(tx, contract, "陸", 3_000);
        _ledger.AddSubscription(tx, contract, "海", 3_000);
        _ledger.Link(tx, parent, "花子");
        _ledger.Link(tx, child, "陸");
        _ledger.Of<LinkStore>().LinkContractor(tx, contract, "U契約者", LedgerFixture.SignedAt);
        foreach (var user in (string[])["U花子", "U陸"])
            _ledger.Speak(tx, user, Tongue.Of(language));
        return (parent, child);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _ledger.DisposeAsync().AsTask();
}

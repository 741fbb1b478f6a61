using LineBot.Data;
using LineBot.Handlers.DataPresent;
using LineBot.Language;
using LineBot.RichMenu;
using LineBot.Storage;
using LineBot.Tests.Data;
using LineBot.Tests.Drivers;
using LineBot.Tests.Language;

namespace LineBot.Tests.Handlers.DataPresent;

/// <summary>A present for anyone else: the link, and those who open it.</summary>
public sealed class ShareHandlerTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = Tokyo.At("2026-11-16T12:00");

    private readonly LedgerFixture _ledger = new();

    [Theory]
    [InlineData("ja")]
    [InlineData("en")]
    public Task Leads_over_an_amount_and_a_confirmation_to_a_link_that_a_friend_takes(string language) => _ledger.In(tx =>
    {
        var (giver, friend) = Strangers(tx, language);
        var tongue = Tongue.Of(language);

        var amounts = Tap(tx, "U花子", Tap(tx, "U花子", "data-present@1").Answer().Data(tongue.Say("LINEの友だちに贈る", "A friend in LINE")));
        Snapshot.MatchJson(amounts.Answer().Json, $"1-amounts.{language}");
        var confirmation = Tap(tx, "U花子", amounts.Answer().Data(tongue.Say("1GB", "1 GB")));
        Snapshot.MatchJson(confirmation.Answer().Json, $"2-confirmation.{language}");
        var link = Tap(tx, "U花子", confirmation.Answer().Data(tongue.Say("プレゼントリンクを作る", "Make the link")));
        Snapshot.MatchText(Masked(link), $"3-link.{language}");
        _ledger.Left(tx, giver, Now).ShouldBe(5_000_000);

        var got = Claim(tx, "U友子", CodeIn(link), language);
        Snapshot.MatchJson(got.Answer().Json, $"4-got.{language}");
        Snapshot.MatchJson(_ledger.Told(tx, "U花子").ShouldHaveSingleItem().Json, $"5-claimed.{language}");
        _ledger.Left(tx, friend, Now).ShouldBe(7_000_000);
    });

    [Fact]
    public Task The_share_screens_address_is_short_enough_for_LINE_and_names_amount_and_time() => _ledger.In(tx =>
    {
        Strangers(tx);
        foreach (var language in (string[])["ja", "en"])
        {
            _ledger.Speak(tx, "U花子", Tongue.Of(language));
            var uri = Link(tx, 1_500).Answer().Link(Tongue.Of(language).Say("LINEの友だちに送る", "Send to a friend"));
            uri.AbsoluteUri.ShouldStartWith("https://line.me/R/share?text=");
            uri.AbsoluteUri.Length.ShouldBeLessThanOrEqualTo(1_000);
            Uri.UnescapeDataString(uri.AbsoluteUri).ShouldContain("http://127.0.0.1:5000/data/present/");
        }
    });

    [Theory]
    [InlineData("プレゼントを受け取る {0}")]
    [InlineData("ﾌﾟﾚｾﾞﾝﾄを受け取る　{0}")]
    [InlineData("プレゼントを受け取る\n{1}")]
    [InlineData("プレゼントを受け取る{2}。")]
    [InlineData("Receive Present {3}")]
    public Task Understands_the_claim_however_it_is_typed(string text) => _ledger.In(tx =>
    {
        Strangers(tx);
        var code = CodeIn(Link(tx, 500));
        var fullWidth = string.Concat(code.Select(c => (char)(c + 0xFEE0)));
        var grouped = string.Join(" - ", code.Chunk(5).Select(group => new string(group)));
        var typed = string.Format(null, text, code, fullWidth, grouped, code.ToLowerInvariant());
        Type(tx, "U友子", typed).Answer().AltTexts.Single().ShouldContain("500MB のデータプレゼントが届きました");
    });

    [Fact]
    public Task A_question_that_begins_alike_is_left_to_others_and_a_cut_off_code_is_told() => _ledger.In(tx =>
    {
        Strangers(tx);
        Type(tx, "U友子", "プレゼントを受け取るにはどうすればいいですか").ShouldBeSameAs(Reply.Pass);
        Type(tx, "U友子", "プレゼントを受け取る").Answer().Text.ShouldContain("受け取り方");
        Type(tx, "U友子", $"プレゼントを受け取る {ShareCode.New()[..25]}").Answer().Text.ShouldContain("26文字");
        Type(tx, "U友子", $"プレゼントを受け取る {ShareCode.New()}AB").Answer().Text.ShouldContain("26文字");
    });

    [Theory]
    [InlineData("ja")]
    [InlineData("en")]
    public Task Whoever_has_no_user_link_is_led_there_and_takes_it_afterwards(string language) => _ledger.In(tx =>
    {
        Strangers(tx, language);
        var code = CodeIn(Link(tx, 500));
        var tongue = Tongue.Of(language);
        var newcomer = _ledger.AddSubscription(tx, _ledger.AddContract(tx), "新太");
        _ledger.Speak(tx, "U新太", tongue);

        var first = Claim(tx, "U新太", code, language);
        Snapshot.MatchText(first.Answer().Json.Replace(code, "CODE"), language);
        _ledger.Link(tx, newcomer, "新太");
        var take = first.Answer().Data(tongue.Say("連携したので受け取る", "I am linked: take it"));
        _ledger.Tap<ClaimHandler>(tx, "U新太", take, Now);
        _ledger.Left(tx, newcomer, Now).ShouldBe(6_500_000);
    });

    [Fact]
    public Task Tells_each_who_cannot_have_it_why() => _ledger.In(tx =>
    {
        Strangers(tx);
        var third = _ledger.AddSubscription(tx, _ledger.AddContract(tx), "三郎");
        _ledger.Link(tx, third, "三郎");
        var link = Link(tx, 500);

        var own = Claim(tx, "U花子", CodeIn(link));
        own.Answer().Text.ShouldContain("ご自分のプレゼントです");
        Claim(tx, "U友子", ShareCode.New()).Answer().Text.ShouldContain("見つかりません");
        Claim(tx, "U友子", CodeIn(link)).Answer().Text.ShouldContain("プレゼント");
        Claim(tx, "U友子", CodeIn(link)).Answer().Text.ShouldContain("11月16日(月) 12:00 に 花子さんから 500MB を受け取りました");
        Claim(tx, "U三郎", CodeIn(link)).Answer().Text.ShouldContain("先にほかの方が受け取りました");
        _ledger.Told(tx, "U花子").Count.ShouldBe(1, "only what was taken is told, once");

        var late = CodeIn(Link(tx, 500));
        Type(tx, "U三郎", $"プレゼントを受け取る {late}", Now.AddDays(3)).Answer().Text.ShouldContain("データは贈り主に戻っています");
        Type(tx, "U誰か", $"プレゼントを受け取る {late}", Now.AddDays(3)).Answer().Text.ShouldContain("データは贈り主に戻っています");
    });

    [Fact]
    public Task A_second_tap_makes_no_second_link_and_offers_a_new_one_for_a_lost_one() => _ledger.In(tx =>
    {
        var (giver, _) = Strangers(tx);
        var button = Confirm(tx, 1_000).Data("プレゼントリンクを作る");
        var lost = CodeIn(Tap(tx, "U花子", button));

        var again = Tap(tx, "U花子", button).Answer();
        again.Text.ShouldContain("プレゼントリンクは作成済みです");
        _ledger.Left(tx, giver, Now).ShouldBe(5_000_000);
        var renewed = CodeIn(Tap(tx, "U花子", again.Data("リンクを作りなおす")));
        Claim(tx, "U友子", lost).Answer().Text.ShouldContain("見つかりません");
        Claim(tx, "U友子", renewed).Answer().Text.ShouldContain("花子さんからプレゼント");
        Tap(tx, "U花子", again.Data("リンクを作りなおす")).Answer().Text.ShouldContain("受け取られました");
        Tap(tx, "U花子", again.Data("プレゼントを取り消す")).Answer().Text.ShouldContain("受け取られました");
    });

    [Fact]
    public Task The_giver_cancels_what_nobody_took_and_nobody_elses() => _ledger.In(tx =>
    {
        var (giver, _) = Strangers(tx);
        var link = Link(tx, 1_000);
        var cancel = link.Answer().Data("プレゼントを取り消す");
        Tap(tx, "U友子", cancel).Answer().Text.ShouldContain("見つかりません");
        Tap(tx, "U花子", cancel).Answer().Text.ShouldContain("1GB が基本データに戻りました");
        Tap(tx, "U花子", cancel).Answer().Text.ShouldContain("取り消し済みです");
        _ledger.Left(tx, giver, Now).ShouldBe(6_000_000);
        Claim(tx, "U友子", CodeIn(link)).Answer().Text.ShouldContain("受け取りは終わりました");
    });

    [Theory]
    [InlineData(10, false)]
    [InlineData(11, true)]
    public Task Guessing_ends_soon_and_the_right_code_is_no_guess(int tries, bool isStopped) => _ledger.In(tx =>
    {
        Strangers(tx);
        var code = CodeIn(Link(tx, 500));
        for (var i = 1; i < tries; i++)
            Claim(tx, "U友子", ShareCode.New()).Answer().Text.ShouldContain("見つかりません");
        Claim(tx, "U友子", code).Answer().Text.Contains("しばらくお待ちください", StringComparison.Ordinal).ShouldBe(isStopped);
        if (isStopped)
            Type(tx, "U友子", $"プレゼントを受け取る {code}", Now.AddMinutes(15)).Answer().Text.ShouldContain("花子さんからプレゼント");
    });

    [Fact]
    public Task Nobody_shares_by_a_forged_button() => _ledger.In(tx =>
    {
        Strangers(tx);
        var request = PresentRequestId.New(Now);
        string[] forged =
        [
            "data-present/share-make@1", "data-present/share-make@1?mb=500", "data-present/share-make@1?mb=500&request=mine",
            $"data-present/share-make@1?mb=499&request={request}", $"data-present/share-make@1?mb=6500&request={request}",
            $"data-present/share-make@1?mb=18446744073709552&request={request}", "data-present/share-cancel@1?share=1", "data-present/share-renew@1?share=x",
        ];
        foreach (var postback in forged)
            Tap(tx, "U花子", postback).Answer();
        Tap(tx, "U誰か", $"data-present/share-make@1?mb=500&request={request}").Answer().Labels.ShouldBe(["利用者連携をする"]);
        tx.Get<int>("SELECT COUNT(*) FROM data_shares").ShouldBe(0);
    });

    private Reply Tap(Transaction tx, string lineUserId, string postback) => postback.StartsWith("data-present/share", StringComparison.Ordinal)
        ? _ledger.Tap<ShareHandler>(tx, lineUserId, postback, Now)
        : _ledger.Tap<DataPresentHandler>(tx, lineUserId, postback, Now);

    private LineBot.Simulator.Journeys.Answer Confirm(Transaction tx, int mb) => Tap(tx, "U花子", $"data-present/share-confirm@1?mb={mb}").Answer();

    private Reply Link(Transaction tx, int mb) => Tap(tx, "U花子", $"data-present/share-make@1?mb={mb}&request={PresentRequestId.New(Now)}");

    private Reply Claim(Transaction tx, string lineUserId, string code, string language = "ja") =>
        Type(tx, lineUserId, PresentAddresses.ClaimText(Tongue.Of(language), code));

    private Reply Type(Transaction tx, string lineUserId, string text, DateTimeOffset? now = null) =>
        _ledger.Type<ClaimHandler>(tx, lineUserId, (handler, turn) => handler.Typed(turn), text, now ?? Now);

    private static string CodeIn(Reply link) =>
        link.Answer().Actions.Single(action => action.TryGetProperty("clipboardText", out _)).GetProperty("clipboardText").GetString()!.Split('/')[^1];

    private static string Masked(Reply link) => link.Answer().Json.Replace(CodeIn(link), "CODE");

    /// <summary>花子 and 友子, 6 GB each, of different contracts.</summary>
    private (long Giver, long Friend) Strangers(Transaction tx, string language = "ja")
    {
        var giver = _ledger.AddSubscription(tx, _ledger.AddContract(tx), "花子");
        var friend = _ledger.AddSubscription(tx, _ledger.AddContract(tx), "友子");
        foreach (var (subscription, name) in new[] { (giver, "花子"), (friend, "友子") })
            _ledger.Speak(tx, _ledger.Link(tx, subscription, name), Tongue.Of(language));
        return (giver, friend);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _ledger.DisposeAsync().AsTask();
}

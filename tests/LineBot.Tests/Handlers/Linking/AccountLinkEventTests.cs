using Line.Messaging;
using LineBot.Handlers.Linking;
using LineBot.RichMenu;
using LineBot.Tests.Accounts;
using LineBot.Web;
using Microsoft.Extensions.Configuration;

namespace LineBot.Tests.Handlers.Linking;

/// <summary>What LINE may bring back that the sign-in page did not intend.</summary>
public sealed class AccountLinkEventTests : IAsyncLifetime
{
    private const string Hanako = "U00000000000000000000000000000001";
    private const string Taro = "U00000000000000000000000000000002";
    private static readonly DateTimeOffset Now = AccountsFixture.Now;

    private readonly AccountsFixture _store = new();
    private readonly AccountLinkStore _signIns = new();
    private long _contract;

    public async Task InitializeAsync() => _contract = await _store.In(tx => _store.AddContract(tx, "oya@example.jp"));

    public Task DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task Links_once_and_switches_the_menu()
    {
        var nonce = await SignInAsync(Hanako, displaces: null);

        var first = await HappenAsync(Hanako, nonce);
        var second = await HappenAsync(Hanako, nonce);

        first.MenusToSwitch.ShouldBe([Hanako]);
        AltText(first).ShouldStartWith("連携完了");
        AltText(second).ShouldStartWith("連携できませんでした");
        second.MenusToSwitch.ShouldBeEmpty();
    }

    [Fact]
    public async Task Refuses_a_nonce_that_belongs_to_another_account()
    {
        var nonce = await SignInAsync(Hanako, displaces: null);

        AltText(await HappenAsync(Taro, nonce)).ShouldStartWith("連携できませんでした");

        (await HolderAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task Refuses_a_takeover_that_was_not_agreed_to()
    {
        await _store.In(tx => _store.Links.LinkContractor(tx, _contract, Taro, Now));
        var nonce = await SignInAsync(Hanako, displaces: Taro);

        AltText(await HappenAsync(Hanako, nonce)).ShouldContain("別のLINEアカウントに連携されました");

        (await HolderAsync()).ShouldBe(Taro);
    }

    [Fact]
    public async Task Refuses_to_displace_somebody_who_came_in_after_the_sign_in()
    {
        var nonce = await SignInAsync(Hanako, displaces: null);
        await _store.In(tx => _store.Links.LinkContractor(tx, _contract, Taro, Now));

        AltText(await HappenAsync(Hanako, nonce)).ShouldContain("別のLINEアカウントに連携されました");

        (await HolderAsync()).ShouldBe(Taro);
    }

    [Fact]
    public async Task A_result_that_is_not_ok_links_nothing_and_uses_up_the_nonce()
    {
        var nonce = await SignInAsync(Hanako, displaces: null);

        var failed = await HappenAsync("", nonce, AccountLinkResult.Failed);
        await HappenAsync(Hanako, nonce);

        failed.Messages.ShouldBeEmpty();
        failed.Told.Single().LineUserId.ShouldBe(Hanako);
        (await HolderAsync()).ShouldBeNull();
        (await HappenAsync("", "made-up", AccountLinkResult.Failed)).ShouldBe(Reply.Nothing);
    }

    private Task<string> SignInAsync(string who, string? displaces) =>
        _store.In(tx => _signIns.MakeNonce(tx, "token", who, _contract, displaces, Now));

    private Task<Reply> HappenAsync(string who, string nonce, AccountLinkResult result = AccountLinkResult.Ok) => _store.In(tx =>
    {
        var happened = new AccountLinkEvent(result, nonce) { Timestamp = Now };
        var tap = new Tap(who, happened, "event", new Dictionary<string, string>(), null);
        return Handler().Finish(new Turn(tap, _store.Accounts.CustomerOf(tx, who), tx, Now));
    });

    private Task<string?> HolderAsync() => _store.In(tx => _store.Links.HolderOf(tx, _contract));

    /// <summary>Without a client: what LINE brings back is decided without asking LINE.</summary>
    private ContractorLinkHandler Handler() => new(
        null!, _signIns, _store.Accounts, _store.Contracts, _store.Links, new PublicAddress(new ConfigurationBuilder().Build()),
        new ContractorLinkReplies());

    private static string AltText(Reply reply) => ((FlexMessage)reply.Messages.Single()).AltText;
}

using Line.Messaging;
using LineBot.Accounts;
using LineBot.Handlers.Linking;
using LineBot.RichMenu;
using LineBot.Tests.Drivers;
using Microsoft.Extensions.DependencyInjection;

namespace LineBot.Tests.Handlers.Linking;

/// <summary>What LINE may bring back that the sign-in page did not intend.</summary>
public sealed class AccountLinkEventTests : IAsyncLifetime
{
    private const string Hanako = "U00000000000000000000000000000001";
    private const string Taro = "U00000000000000000000000000000002";
    private static readonly DateTimeOffset Now = LineTalk.Noon;

    private readonly AccountLinkStore _signIns = new();
    private LineTalk _line = null!;
    private long _contract;

    private LinkStore Links => _line.Services.GetRequiredService<LinkStore>();

    public async Task InitializeAsync()
    {
        _line = await LineTalk.StartAsync();
        // Made-up accounts: what is said to them has nowhere to go.
        _line.ExpectRefusal(_ => true);
        _line.Log.Expect("LINE refuses");
        _contract = _line.Count("SELECT id FROM contracts WHERE login_id = 'oya@example.jp'");
    }

    public Task DisposeAsync() => _line.DisposeAsync().AsTask();

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
        await _line.InStoreAsync(tx => Links.LinkContractor(tx, _contract, Taro, Now));
        var nonce = await SignInAsync(Hanako, displaces: Taro);

        AltText(await HappenAsync(Hanako, nonce)).ShouldContain("別のLINEアカウントに連携されました");

        (await HolderAsync()).ShouldBe(Taro);
    }

    [Fact]
    public async Task Refuses_to_displace_somebody_who_came_in_after_the_sign_in()
    {
        var nonce = await SignInAsync(Hanako, displaces: null);
        await _line.InStoreAsync(tx => Links.LinkContractor(tx, _contract, Taro, Now));

        AltText(await HappenAsync(Hanako, nonce)).ShouldContain("別のLINEアカウントに連携されました");

        (await HolderAsync()).ShouldBe(Taro);
    }

    [Fact]
    public async Task Refuses_a_contract_that_ended_on_the_way()
    {
        var nonce = await SignInAsync(Hanako, displaces: null);
        await _line.InStoreAsync(tx => tx.Execute("UPDATE contracts SET ended_at = 1 WHERE id = @_contract", new { _contract }));

        AltText(await HappenAsync(Hanako, nonce)).ShouldStartWith("連携できませんでした");

        _line.Count("SELECT COUNT(*) FROM contractor_links").ShouldBe(0);
    }

    [Fact]
    public async Task A_result_that_is_not_ok_links_nothing_and_uses_up_the_nonce()
    {
        var nonce = await SignInAsync(Hanako, displaces: null);

        var failed = await HappenAsync("", nonce, AccountLinkResult.Failed);
        await HappenAsync(Hanako, nonce);

        failed.Messages.ShouldBeEmpty();
        _line.Count($"SELECT COUNT(*) FROM notices WHERE line_user_id = '{Hanako}'").ShouldBe(1);
        (await HolderAsync()).ShouldBeNull();
        (await HappenAsync("", "made-up", AccountLinkResult.Failed)).ShouldBe(Reply.Nothing);
    }

    private Task<string> SignInAsync(string who, string? displaces) =>
        _line.InStoreAsync(tx => _signIns.MakeNonce(tx, "token", who, _contract, displaces, Now));

    private Task<Reply> HappenAsync(string who, string nonce, AccountLinkResult result = AccountLinkResult.Ok) => _line.InStoreAsync(tx =>
    {
        var happened = new AccountLinkEvent(result, nonce) { Timestamp = Now };
        var tap = new Tap(who, happened, "event", new Dictionary<string, string>(), null);
        return Handler().Finish(new Turn(tap, _line.Services.GetRequiredService<AccountStore>().CustomerOf(tx, who), tx, Now));
    });

    private Task<string?> HolderAsync() => _line.InStoreAsync(tx => Links.HolderOf(tx, _contract));

    private ContractorLinkHandler Handler() => _line.Services.GetRequiredService<ContractorLinkHandler>();

    private static string AltText(Reply reply) => ((FlexMessage)reply.Messages.Single()).AltText;
}

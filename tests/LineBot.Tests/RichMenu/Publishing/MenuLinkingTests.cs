using Line.Messaging;
using LineBot.Language;
using LineBot.RichMenu;
using LineBot.RichMenu.Publishing;
using LineBot.Simulator.Platform;
using LineBot.Tests.Accounts;

namespace LineBot.Tests.RichMenu.Publishing;

/// <summary>Customers of the store get their menus by name, five hundred in a call.</summary>
public sealed class MenuLinkingTests : IAsyncLifetime
{
    private readonly AccountsFixture _store = new();
    private MenuChannel _channel = null!;

    [Fact]
    public async Task Gives_everybody_the_menu_of_their_links_when_menus_are_published_for_the_first_time()
    {
        var (holder, child, parent, guest, newcomer) = (
            await CustomerAsync("holder", isHolder: true), await CustomerAsync("child", isUser: true), await CustomerAsync("parent", isHolder: true, isUser: true),
            await CustomerAsync("guest", tongue: Tongue.English), await CustomerAsync("newcomer"));

        var steps = await _channel.PublishAsync(Ways());

        steps.Single(step => step.Act == MenuAct.Link).Customers.ShouldBe(5);
        new[] { holder, child, parent, guest, newcomer }.Select(phone => MenuNames.AliasOf(phone.RichMenu!.Name)).ShouldBe(
            ["linebot-contractor-ja", "linebot-user-ja", "linebot-both-ja", "linebot-none-en", "linebot-none-ja"]);
        _channel.Platform.RichMenus.LinkedTo(newcomer.UserId).ShouldNotBeNull("the menu is their own");
    }

    [Theory]
    [InlineData(500, 1)]
    [InlineData(501, 2)]
    [InlineData(1203, 3)]
    public async Task Gives_five_hundred_in_a_call(int customers, int calls)
    {
        await CustomersAsync(customers);
        var shares = new List<double>();

        await _channel.PublishAsync(new PublishingWays { Customers = Customers(), Advances = shares.Add });

        BulkLinks().Select(call => call.Menu).Distinct().ShouldHaveSingleItem();
        BulkLinks().Count.ShouldBe(calls);
        BulkLinks().SelectMany(call => call.Users).Distinct().Count().ShouldBe(customers);
        shares.ShouldBeInOrder();
        shares[^1].ShouldBe(1, 1e-9);
    }

    [Theory]
    [InlineData(3, true)]
    [InlineData(4, false)]
    public async Task Sits_out_what_passes(int failures, bool comesThrough)
    {
        await CustomersAsync(3);
        _channel.Platform.Faults.Add(ApiFault.FailAfter, path: "/bulk/link", times: failures);

        if (!comesThrough)
            await Should.ThrowAsync<LineApiException>(() => _channel.PublishAsync(Ways()));
        await _channel.PublishAsync(Ways());

        _channel.Platform.Phones.ShouldAllBe(phone => phone.RichMenu!.Name.StartsWith("linebot-none-ja@", StringComparison.Ordinal));
        BulkLinks().Count.ShouldBe(failures + 1);
    }

    [Fact]
    public async Task Leaves_those_alone_whose_menu_stays_and_those_who_cannot_be_reached()
    {
        await CustomerAsync("child", isUser: true);
        await CustomerAsync("holder", isHolder: true);
        var gone = await CustomerAsync("gone", isUser: true);
        await _store.In(tx => _store.Accounts.Remember(tx, gone.UserId, null, null, isFriend: false, AccountsFixture.Now));
        await _channel.PublishAsync(Ways());
        var before = BulkLinks().Count;
        _channel.Edit("user.json", "メニュー", "めにゅー");

        var steps = await _channel.PublishAsync(Ways());

        steps.Single(step => step.Act == MenuAct.Link).Customers.ShouldBe(1);
        BulkLinks().Skip(before).ShouldHaveSingleItem().Users.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Whoever_makes_a_link_meanwhile_ends_with_the_menu_of_that_link()
    {
        var child = await CustomerAsync("child", isUser: true);
        _channel.Platform.RichMenuChores.Lag = TimeSpan.FromSeconds(5);
        _channel.Wire.Meanwhile = async call =>
        {
            if (!call.RequestUri!.AbsolutePath.EndsWith("/bulk/link", StringComparison.Ordinal))
                return;
            _channel.Wire.Meanwhile = null;
            // LINE has the list, with this customer as a user, and has not come to it when the service switches them.
            await _store.In(tx => _store.Links.LinkContractor(tx, _store.AddContract(tx, "late@example.jp"), child.UserId, AccountsFixture.Now));
            await _channel.Line.LinkRichMenuAsync(child.UserId, await _channel.IdBehindAsync("linebot-both-ja"));
        };

        await _channel.PublishAsync(Ways());

        _channel.Wire.Meanwhile.ShouldBeNull("it happened");
        _channel.Clock.Turn(TimeSpan.FromMinutes(1));
        MenuNames.AliasOf(child.RichMenu!.Name).ShouldBe("linebot-both-ja");
    }

    [Fact]
    public async Task Goes_on_after_it_died_between_two_lists()
    {
        await CustomersAsync(1203);
        await _channel.PublishAsync(Ways());
        _channel.Edit("none.json", "メニュー", "はじめに");
        var lists = 0;
        _channel.Wire.Meanwhile = call => call.RequestUri!.AbsolutePath.EndsWith("/bulk/link", StringComparison.Ordinal) && ++lists == 2
            ? throw new DiedException() : Task.CompletedTask;
        await Should.ThrowAsync<DiedException>(() => _channel.PublishAsync(Ways()));
        _channel.Platform.Phones.Select(phone => phone.RichMenu!.Name).Distinct().Count().ShouldBe(2, "some have the new one, some the old one, nobody none");
        _channel.Wire.Meanwhile = null;

        await _channel.PublishAsync(Ways());

        _channel.Platform.Phones.Select(phone => phone.RichMenu!.Name).Distinct().ShouldBe([await _channel.NameBehindAsync("linebot-none-ja")]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(CustomerMenus.Page)]
    [InlineData(CustomerMenus.Page + 1)]
    public async Task Counts_to_the_end_of_every_page(int customers)
    {
        await CustomersAsync(customers);

        (await Customers().CountAsync(CancellationToken.None)).GetValueOrDefault("linebot-none-ja").ShouldBe(customers);
    }

    [Fact]
    public async Task Counts_by_the_links_that_stand_as_the_service_sees_them()
    {
        await CustomerAsync("holder", isHolder: true);
        var ended = await CustomerAsync("ended", isHolder: true, isUser: true);
        await _store.In(tx => tx.Execute(
            "UPDATE contracts SET ended_at = 1 WHERE id IN (SELECT contract_id FROM contractor_links WHERE line_user_id = @UserId)", new { ended.UserId }));

        foreach (var (user, alias) in await AllAsync())
        {
            var customer = await _store.In(tx => _store.Accounts.CustomerOf(tx, user));
            alias.ShouldBe(MenuNames.Alias(customer.LinkState, customer.Tongue), customer.DisplayName);
        }
        (await Customers().CountAsync(CancellationToken.None)).ShouldBe(
            new Dictionary<string, int> { ["linebot-contractor-ja"] = 1, ["linebot-none-ja"] = 1 }, ignoreOrder: true);
    }

    public async Task InitializeAsync() => _channel = await MenuChannel.StartAsync();

    public async Task DisposeAsync()
    {
        await _channel.DisposeAsync();
        await _store.DisposeAsync();
    }

    private PublishingWays Ways() => new() { Customers = Customers(), LongestWait = TimeSpan.FromHours(1) };

    private CustomerMenus Customers() => new(_store.Database, _store.Accounts);

    private async Task<List<(string, string)>> AllAsync()
    {
        var all = new List<(string, string)>();
        await foreach (var customer in Customers().AllAsync(CancellationToken.None))
            all.Add(customer);
        return all;
    }

    private async Task<LinePhone> CustomerAsync(string name, bool isHolder = false, bool isUser = false, Tongue? tongue = null)
    {
        var phone = _channel.Platform.AddFriend(name);
        await _store.In(tx =>
        {
            _store.Accounts.Remember(tx, phone.UserId, name, tongue, isFriend: true, AccountsFixture.Now);
            var contract = _store.AddContract(tx, $"{name}@example.jp");
            if (isHolder)
                _store.Links.LinkContractor(tx, contract, phone.UserId, AccountsFixture.Now);
            if (isUser)
                _store.Links.LinkUser(tx, _store.Codes.Issue(tx, _store.AddSubscription(tx, contract, $"080-{name}"), AccountsFixture.Now).Code, phone.UserId, AccountsFixture.Now);
        });
        return phone;
    }

    private async Task CustomersAsync(int count)
    {
        var phones = Enumerable.Range(0, count).Select(number => _channel.Platform.AddFriend($"{number}").UserId).ToList();
        await _store.In(tx => phones.ForEach(user => _store.Accounts.Remember(tx, user, null, null, isFriend: true, AccountsFixture.Now)));
    }

    private List<(string Menu, IReadOnlyList<string> Users)> BulkLinks() =>
    [
        .. _channel.Platform.Record.Calls.Where(call => call.Path.EndsWith("/bulk/link", StringComparison.Ordinal))
            .Select(call => call.Json()).Select(body => (body.GetProperty("richMenuId").GetString()!,
                (IReadOnlyList<string>)[.. body.GetProperty("userIds").EnumerateArray().Select(user => user.GetString()!)])),
    ];
}

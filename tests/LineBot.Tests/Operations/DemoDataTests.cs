using LineBot.Accounts;
using LineBot.Operations;
using LineBot.Storage;
using LineBot.Tests.Accounts;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace LineBot.Tests.Operations;

public sealed class DemoDataTests : IAsyncLifetime
{
    private readonly AccountsFixture _store = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task Fills_an_empty_store_with_the_customers_that_the_documentation_names()
    {
        var heard = new Heard();
        await Demo(heard).StartAsync(default);

        var (parent, friend) = await _store.In(tx => (_store.Contracts.CredentialOf(tx, "oya@example.jp"), _store.Contracts.CredentialOf(tx, "tomo@example.jp")));
        Passwords.Match(parent, "demo-password-1").ShouldBeTrue();
        Passwords.Match(friend, "demo-password-2").ShouldBeTrue();
        var subscriptions = await _store.In(tx => _store.Subscriptions.OfContract(tx, parent!.ContractId));
        subscriptions.Select(s => (s.PhoneNumber, s.PlanDataKb)).ShouldBe([("080-0000-0001", 6_000_000), ("080-0000-0002", 3_000_000)]);
        (await _store.In(tx => _store.Codes.Current(tx, subscriptions[0].Id)))!.IsValid.ShouldBeTrue();
        (await _store.In(tx => _store.Campaigns.AtStake(tx, parent!.ContractId, new DateOnly(2026, 11, 20)))).Single()
            .GrantOn.ShouldBe(new DateOnly(2026, 12, 15));
        (await _store.In(tx => _store.Plans.Offered(tx))).Select(plan => plan.MonthlyYen).ShouldBe([1100, 1628, 2420, 3520, 660, 1078, 1870, 2970]);
        heard.Subscriptions.Select(s => s.PhoneNumber).ShouldBe(["080-0000-0001", "080-0000-0002", "080-0000-0003"]);
    }

    [Fact]
    public async Task Leaves_a_store_alone_that_holds_anything()
    {
        await _store.In(tx => _store.AddContract(tx, "own@example.jp"));
        var heard = new Heard();

        await Demo(heard).StartAsync(default);

        (await _store.In(tx => tx.Get<int>("SELECT COUNT(*) FROM contracts"))).ShouldBe(1);
        heard.Subscriptions.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    [InlineData(null, false)]
    public void Runs_only_where_the_configuration_says_so(string? setting, bool runs)
    {
        var services = new ServiceCollection();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("DemoData", setting)]).Build();

        new DemoDataSetup().Add(services, configuration);

        services.Any(service => service.ServiceType == typeof(IHostedService)).ShouldBe(runs);
    }

    private DemoData Demo(IDemoFiller filler) => new(
        _store.Database, _store.Contracts, new DemoCatalogue(_store.Plans),
        new DemoCustomers(_store.Contracts, _store.Subscriptions, _store.Plans, _store.Codes, _store.Campaigns),
        [filler], new FixedClock(), new Environment(), NullLogger<DemoData>.Instance);

    private sealed class Heard : IDemoFiller
    {
        public IReadOnlyList<Subscription> Subscriptions { get; private set; } = [];

        public void Fill(Transaction tx, IReadOnlyList<Subscription> subscriptions, DateTimeOffset now) => Subscriptions = subscriptions;
    }

    private sealed class FixedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => AccountsFixture.Now;
    }

    private sealed class Environment : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = "Development";

        public string ApplicationName { get; set; } = "LineBot";

        public string ContentRootPath { get; set; } = "";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}

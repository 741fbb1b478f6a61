using System.Globalization;
using Line.Messaging;
using LineBot.Accounts;
using LineBot.Data;
using LineBot.Handlers.DataPresent;
using LineBot.Handlers.DataRemaining;
using LineBot.Notices;
using LineBot.Operations;
using LineBot.Outbox;
using LineBot.RichMenu;
using LineBot.Storage;
using LineBot.Tests.Language;
using LineBot.Tests.Storage;
using LineBot.Web;
using LineBot.Webhook;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LineBot.Tests.Data;

/// <summary>The ledger on a store of its own, with subscriptions as a test wants them.</summary>
public sealed class LedgerFixture : IAsyncDisposable
{
    public static readonly DateTimeOffset SignedAt = Tokyo.At("2026-09-01T10:00");

    private readonly TempDatabase _store = new();
    private readonly ServiceProvider _parts;
    private int _contracts;

    public LedgerFixture(params IEnumerable<(string Key, string? Value)> policy)
    {
        var services = new ServiceCollection();
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(policy.Select(value => KeyValuePair.Create($"DataPolicy:{value.Key}", value.Value))
                .Append(KeyValuePair.Create<string, string?>("PublicBaseUrl", "http://127.0.0.1:5000"))).Build();
        new DataSetup().Add(services, configuration);
        services.AddSingleton<Looks>();
        services.AddSingleton(new PublicAddress(configuration));
        services.AddSingleton<SignInLinks>();
        new NoticesSetup().Add(services, configuration);
        new DataPresentSetup().Add(services, configuration);
        AddOutbox(services);
        foreach (var type in typeof(PartStore).Assembly.GetTypes().Where(IsStoreOrOfRoom))
            services.AddSingleton(type);
        _parts = services.BuildServiceProvider();
    }

    public Database Database => _store.Database;

    public TestStore Store => _store.Store;

    public Task<T> In<T>(Func<Transaction, T> work) => _store.WriteAsync(work);

    public Task In(Action<Transaction> work) => _store.WriteAsync(work);

    public T Of<T>() where T : notnull => _parts.GetRequiredService<T>();

    public long AddContract(Transaction tx)
    {
        var number = ++_contracts;
        return Of<ContractStore>().Add(
            tx,
            new Contract
            {
                Id = 0, LoginId = $"holder-{number}@example.jp", HolderName = "山田 花子", HolderKana = "ヤマダ ハナコ",
                BirthDate = new DateOnly(1984, 5, 12), CreatedAt = SignedAt,
            },
            "-");
    }

    public long AddSubscription(Transaction tx, long contractId, string name, long planMb = 6_000, DateTimeOffset? activatedAt = null)
    {
        var plan = $"{planMb}mb";
        if (Of<PlanStore>().Find(tx, plan) is null)
        {
            Of<PlanStore>().Add(tx, new Plan
            {
                Id = plan, NameJa = plan, NameEn = plan, DataKb = planMb * 1_000, HasVoice = true, MonthlyYen = 2420, Position = 1,
            });
        }
        var count = tx.Get<int>("SELECT COUNT(*) FROM subscriptions");
        return Of<SubscriptionStore>().Add(tx, new Subscription
        {
            Id = 0, ContractId = contractId, PhoneNumber = $"080-0000-{count + 1:0000}", UserName = name, PlanId = plan,
            ActivatedAt = activatedAt ?? SignedAt,
        });
    }

    /// <summary>Gives a subscription a user, a LINE account of the same name.</summary>
    public string Link(Transaction tx, long subscriptionId, string name)
    {
        var lineUserId = $"U{name}";
        Of<AccountStore>().Remember(tx, lineUserId, name, null, true, SignedAt);
        var code = Of<UserCodeStore>().Issue(tx, subscriptionId, SignedAt);
        Of<LinkStore>().LinkUser(tx, code.Code, lineUserId, SignedAt);
        return lineUserId;
    }

    public long Left(Transaction tx, long subscriptionId, DateTimeOffset now) => Of<Balances>().Of(tx, subscriptionId, now).LeftKb;

    public UsageVerdict Use(Transaction tx, long subscriptionId, string day, long mb, DateTimeOffset now, int sequence = 1, int revision = 0) =>
        Of<UsageBook>().Book(tx, new UsageReport(subscriptionId, DateOnly.Parse(day, CultureInfo.InvariantCulture), sequence, mb * 1_000, revision), now);

    /// <summary>The way out of the store, which nobody starts: what is told stays there to be read.</summary>
    private void AddOutbox(ServiceCollection services)
    {
        services.AddLogging();
        services.AddSingleton(TimeProvider.System).AddSingleton(_store.Database).AddSingleton<Telemetry>();
        services.AddSingleton<OutboxWriter>().AddSingleton<SenderWorker>().AddSingleton<MenuFigures>().AddSingleton<DeliveryFigures>().AddSingleton<EventTrace>().AddSingleton<Carrier>().AddSingleton<PublishedMenus>();
        services.AddSingleton(new LineMessagingClient(new HttpClient(), new LineClientOptions(), ChannelTokenSource.Fixed("-")));
    }

    private static bool IsStoreOrOfRoom(Type type) =>
        type.Name.EndsWith("Store", StringComparison.Ordinal)
        || (type.Namespace is "LineBot.Handlers.DataRemaining" or "LineBot.Handlers.DataPresent"
            && (type.Name.EndsWith("Handler", StringComparison.Ordinal) || type.Name.EndsWith("Replies", StringComparison.Ordinal)));

    public async ValueTask DisposeAsync()
    {
        await _parts.DisposeAsync();
        await _store.DisposeAsync();
    }
}

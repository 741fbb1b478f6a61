using LineBot.Accounts;
using LineBot.Storage;
using LineBot.Tests.Storage;

namespace LineBot.Tests.Accounts;

/// <summary>The account stores on a database of their own, with one plan and one contract of two subscriptions.</summary>
public sealed class AccountsFixture : IAsyncLifetime
{
    public static readonly DateTimeOffset Now = new(2026, 11, 20, 12, 0, 0, TimeSpan.FromHours(9));

    private readonly TempDatabase _store = new();

    public AccountsFixture()
    {
        Links = new LinkStore(Accounts, Codes, Campaigns, new AuditStore());
    }

    public Database Database => _store.Database;

    public AccountStore Accounts { get; } = new();

    public ContractStore Contracts { get; } = new();

    public SubscriptionStore Subscriptions { get; } = new();

    public PlanStore Plans { get; } = new();

    public UserCodeStore Codes { get; } = new();

    public CampaignStore Campaigns { get; } = new();

    public LinkStore Links { get; }

    public Task<T> In<T>(Func<Transaction, T> work) => Database.WriteAsync(work);

    public Task In(Action<Transaction> work) => Database.WriteAsync(work);

    public long AddContract(Transaction tx, string loginId, string passwordHash = "-")
    {
        return Contracts.Add(
            tx,
            new Contract
            {
                Id = 0, LoginId = loginId, HolderName = "山田 花子", HolderKana = "ヤマダ ハナコ",
                BirthDate = new DateOnly(1985, 4, 1), CreatedAt = Now,
            },
            passwordHash);
    }

    public long AddSubscription(Transaction tx, long contractId, string phoneNumber)
    {
        if (Plans.Find(tx, "voice-6gb") is null)
        {
            Plans.Add(tx, new Plan
            {
                Id = "voice-6gb", NameJa = "6GB", NameEn = "6 GB", DataKb = 6_000_000, HasVoice = true, MonthlyYen = 2420, Position = 1,
            });
        }
        return Subscriptions.Add(tx, new Subscription
        {
            Id = 0, ContractId = contractId, PhoneNumber = phoneNumber, UserName = "花子", PlanId = "voice-6gb", ActivatedAt = Now,
        });
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _store.DisposeAsync();
}

using LineBot.Accounts;
using LineBot.Applications;
using LineBot.Campaigns;
using LineBot.Storage;
using LineBot.Tests.Language;
using LineBot.Tests.Storage;

namespace LineBot.Tests.Handlers.AddInvite;

public sealed class InvitationStoreTests : IAsyncDisposable
{
    private const string Inviter = "U00000000000000000000000000000001";
    private static readonly DateTimeOffset Evening = Tokyo.At("2026-07-01T23:59:59.999");

    private readonly TempDatabase _database = new();
    private readonly InvitationStore _invitations = new();
    private readonly ApplicationStore _applications = new();

    [Fact]
    public async Task Issues_one_invitation_a_Japanese_day()
    {
        await _database.WriteAsync(tx =>
        {
            new AccountStore().Ensure(tx, Inviter, Evening);
            var first = _invitations.IssueForToday(tx, Inviter, Tokyo.At("2026-07-01T00:00:00"));
            var again = _invitations.IssueForToday(tx, Inviter, Evening);
            var nextDay = _invitations.IssueForToday(tx, Inviter, Tokyo.At("2026-07-02T00:00:00"));

            again.ShouldBe(first);
            nextDay.Code.ShouldNotBe(first.Code);
            first.Code.Length.ShouldBe(InvitationStore.CodeLength);
            TypedField.Code(first.Code).ShouldBe(first.Code, "what is shown is what is looked up");
        });
    }

    [Fact]
    public async Task Counts_friends_whose_application_was_not_declined()
    {
        await _database.WriteAsync(tx =>
        {
            new AccountStore().Ensure(tx, Inviter, Evening);
            AddPlan(tx);
            var invitation = _invitations.IssueForToday(tx, Inviter, Evening);
            _invitations.IsUsed(tx, invitation.Code).ShouldBeFalse();

            var first = _applications.Receive(tx, "request-1", Content(invitation.Code), null, Evening);
            _invitations.IsUsed(tx, invitation.Code).ShouldBeTrue();
            _invitations.CountApplied(tx, Inviter).ShouldBe(1);

            _applications.Settle(tx, first.Id, ApplicationState.Declined, null, null, Evening).ShouldBeTrue();
            _invitations.IsUsed(tx, invitation.Code).ShouldBeFalse();
            _invitations.CountApplied(tx, Inviter).ShouldBe(0);
            _applications.Receive(tx, "request-2", Content(invitation.Code), null, Evening).Id.ShouldNotBe(first.Id);
        });
    }

    [Theory]
    [InlineData("ヤマダ ハナコ", "1985-04-01", true)]
    [InlineData("ヤマダハナコ", "1985-04-01", true)]
    [InlineData("ヤマダ ハナコ", "1985-04-02", false)]
    [InlineData("ヤマダ タロウ", "1985-04-01", false)]
    public async Task Knows_the_inviter_by_name_and_birthday(string kana, string birthDate, bool isInviter)
    {
        await _database.WriteAsync(tx =>
        {
            var contract = new ContractStore().Add(
                tx,
                new Contract
                {
                    Id = 0, LoginId = "hanako", HolderName = "山田 花子", HolderKana = "ヤマダ ハナコ", BirthDate = new DateOnly(1985, 4, 1), CreatedAt = Evening,
                },
                "-");
            var accounts = new AccountStore();
            new LinkStore(accounts, new UserCodeStore(), new CampaignStore(), new AuditStore()).LinkContractor(tx, contract, Inviter, Evening);
            var invitation = _invitations.IssueForToday(tx, Inviter, Evening);

            _invitations.IsInviter(tx, invitation, kana, birthDate).ShouldBe(isInviter);
        });
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    private static void AddPlan(Transaction tx) =>
        new PlanStore().Add(tx, new Plan { Id = "3gb", NameJa = "3GB", NameEn = "3 GB", DataKb = 3_000_000, HasVoice = true, MonthlyYen = 1628 });

    private static ApplicationContent Content(string invitationCode) =>
        new() { PlanId = "3gb", UserName = "太郎", LoginId = "taro@example.jp", PasswordHash = "-", InvitationCode = invitationCode };
}

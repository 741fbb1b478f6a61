using LineBot.Accounts;
using LineBot.Applications;
using LineBot.Campaigns;
using LineBot.RichMenu;
using LineBot.Storage;
using LineBot.Tests.Drivers;
using LineBot.Tests.Handlers;
using LineBot.Tests.Language;
using Microsoft.Extensions.DependencyInjection;

namespace LineBot.Tests.Campaigns;

public sealed class CampaignCodeTests
{
    [Theory]
    [InlineData("2027-02-28T23:59:59", CodeFault.NotNow)]
    [InlineData("2027-03-01T00:00:00", null)]
    [InlineData("2027-04-30T23:59:59", null)]
    [InlineData("2027-05-01T00:00:00", CodeFault.NotNow)]
    public async Task A_code_admits_from_the_first_day_to_the_last(string at, CodeFault? fault)
    {
        await using var line = await LineTalk.StartAsync();

        (await In(line, tx => Add(line, tx).OfCampaign(tx, "SPR27", Tokyo.At(at)))).ShouldBe(fault);
    }

    [Theory]
    [InlineData("OTHER")]
    [InlineData("INVITATION")]
    public async Task Neither_an_unknown_code_nor_that_of_the_invitations_admits(string code)
    {
        await using var line = await LineTalk.StartAsync();

        (await In(line, tx => Add(line, tx).OfCampaign(tx, code, Tokyo.At("2027-03-10T12:00")))).ShouldBe(CodeFault.Unknown);
    }

    [Fact]
    public async Task A_cap_counts_who_waits_and_who_was_enrolled_and_a_declined_one_gives_the_place_back()
    {
        await using var line = await LineTalk.StartAsync();
        await In(line, tx =>
        {
            var (check, applications, now) = (Add(line, tx, cap: 2), line.Services.GetRequiredService<ApplicationStore>(), Tokyo.At("2027-03-10T12:00"));
            var campaign = line.Services.GetRequiredService<CampaignStore>().FindByCode(tx, "SPR27")!;
            line.Services.GetRequiredService<CampaignStore>().Enrol(tx, campaign.Id, 1, campaign.GrantDate(now), now).ShouldNotBeNull();
            check.OfCampaign(tx, "SPR27", now).ShouldBeNull();

            var waiting = applications.Receive(
                tx, "r", new ApplicationContent { PlanId = "voice-3gb", UserName = "友", LoginId = "friend", CampaignCode = "SPR27" }, null, now);
            check.OfCampaign(tx, "SPR27", now).ShouldBe(CodeFault.Full);

            applications.Settle(tx, waiting.Id, ApplicationState.Declined, null, null, now);
            check.OfCampaign(tx, "SPR27", now).ShouldBeNull();
            return true;
        });
    }

    [Fact]
    public async Task A_code_in_an_application_enrols_and_the_applicant_hears_of_it_in_the_talk()
    {
        await using var line = await LineTalk.StartAsync();
        var phone = await line.PhoneAsync(LinkState.None);
        await phone.ApplyAsync(await phone.OpenAsync((await phone.AskTapAsync("add-invite@1")).Link("申し込む")), ("CampaignCode", "welcome"));

        (await phone.NextAnswerAsync()).Text.ShouldContain("ご契約ありがとうございます");
        var told = (await phone.NextAnswerAsync()).Text;
        told.ShouldContain("特典の対象になりました");
        told.ShouldContain("3,000ポイント");
        line.Count("SELECT COUNT(*) FROM campaign_rewards WHERE campaign_id = 'welcome' AND state = 'enrolled' AND grant_on = '2027-01-31'").ShouldBe(1);
    }

    private static CodeCheck Add(LineTalk line, Transaction tx, int? cap = null)
    {
        line.Services.GetRequiredService<CampaignStore>().Add(tx, new Campaign
        {
            Id = "spring", NameJa = "春の特典", NameEn = "Spring reward", Code = "SPR-27", Kind = "points", Amount = 2000, Cap = cap,
            StartsOn = new DateOnly(2027, 3, 1), EndsOn = new DateOnly(2027, 4, 30),
        });
        return line.Services.GetRequiredService<CodeCheck>();
    }

    private static Task<T> In<T>(LineTalk line, Func<Transaction, T> work) => line.Services.GetRequiredService<Database>().WriteAsync(work);
}

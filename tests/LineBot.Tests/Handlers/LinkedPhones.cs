using LineBot.Accounts;
using LineBot.RichMenu;
using LineBot.Storage;
using LineBot.Tests.Drivers;
using Microsoft.Extensions.DependencyInjection;

namespace LineBot.Tests.Handlers;

/// <summary>Brings a phone into one of the four link states, with the demo parent's contract and subscription.</summary>
internal static class LinkedPhones
{
    public static async Task<PhoneDriver> PhoneAsync(this LineTalk line, LinkState state, string language = "ja")
    {
        var phone = line.Phone($"{state}-{language}", language);
        await line.Services.GetRequiredService<Database>().WriteAsync(tx =>
        {
            // Known already, so that no test depends on when the profile was asked for.
            line.Services.GetRequiredService<AccountStore>().Remember(tx, phone.UserId, phone.Name, LineBot.Language.Tongue.Of(language), true, line.Clock.GetUtcNow());
            var links = line.Services.GetRequiredService<LinkStore>();
            if (state is LinkState.Contractor or LinkState.Both)
                links.LinkContractor(tx, tx.Get<long>("SELECT id FROM contracts WHERE login_id = 'oya@example.jp'"), phone.UserId, line.Clock.GetUtcNow());
            if (state is LinkState.User or LinkState.Both)
            {
                var code = tx.Get<string>(
                    "SELECT code FROM user_codes c JOIN subscriptions s ON s.id = c.subscription_id WHERE s.phone_number = '080-0000-0002'");
                links.LinkUser(tx, code, phone.UserId, line.Clock.GetUtcNow()).ShouldNotBeNull();
            }
        });
        return phone;
    }

    /// <summary>Adds subscriptions until a demo contract has this many.</summary>
    public static Task HoldAsync(this LineTalk line, string loginId, int subscriptions) =>
        line.Services.GetRequiredService<Database>().WriteAsync(tx =>
        {
            var contractId = tx.Get<long>("SELECT id FROM contracts WHERE login_id = @loginId", new { loginId });
            var store = line.Services.GetRequiredService<SubscriptionStore>();
            for (var n = store.OfContract(tx, contractId).Count; n < subscriptions; n++)
            {
                store.Add(tx, new Subscription
                {
                    Id = 0, ContractId = contractId, PhoneNumber = $"090-0000-000{n}", UserName = $"利用者{n}", PlanId = "voice-3gb",
                    ActivatedAt = line.Clock.GetUtcNow(),
                });
            }
        });
}

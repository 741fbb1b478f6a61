using LineBot.Accounts;
using LineBot.Storage;
using LineBot.Tests.Drivers;
using Microsoft.Extensions.DependencyInjection;

namespace LineBot.Tests.Data;

/// <summary>Phones that have a user link already, for tests of what comes after it.</summary>
public static class LinkedPhones
{
    public static Task LinkUserAsync(this LineTalk line, PhoneDriver phone, string phoneNumber) =>
        line.Services.GetRequiredService<Database>().WriteAsync(tx =>
        {
            var subscription = tx.Get<long>("SELECT id FROM subscriptions WHERE phone_number = @phoneNumber", new { phoneNumber });
            var code = line.Services.GetRequiredService<UserCodeStore>().Current(tx, subscription)!.Code;
            line.Services.GetRequiredService<LinkStore>().LinkUser(tx, code, phone.UserId, LineTalk.Noon).ShouldNotBeNull();
        });
}

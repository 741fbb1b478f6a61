using LineBot.Tests.Drivers;
using LineBot.Tests.Handlers.Linking;

namespace LineBot.Tests.Handlers.MyPage;

/// <summary>What tests of My Page's pages begin with.</summary>
internal static class MyPageSteps
{
    public static long SubscriptionId(this LineTalk line, string phoneNumber) =>
        line.Count($"SELECT id FROM subscriptions WHERE phone_number = '{phoneNumber}'");

    /// <summary>The demo parent's phone, linked and signed in.</summary>
    public static async Task<PhoneDriver> MotherOnMyPageAsync(this LineTalk line, string language = "ja")
    {
        var mother = line.Phone("Mother", language);
        await mother.LinkContractorAsync();
        await mother.OpenMyPageAsync();
        return mother;
    }

    public static Task<WebPage> OpenAsync(this PhoneDriver phone, LineTalk line, string path) => phone.OpenAsync(new Uri(line.Address, path));
}

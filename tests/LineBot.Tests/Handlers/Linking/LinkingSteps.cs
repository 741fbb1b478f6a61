using LineBot.Accounts;
using LineBot.Storage;
using LineBot.Tests.Drivers;
using Microsoft.Extensions.DependencyInjection;

namespace LineBot.Tests.Handlers.Linking;

/// <summary>The steps by which customers link, for tests that need somebody who has.</summary>
public static class LinkingSteps
{
    public const string Parent = "oya@example.jp";
    public const string ParentsPassword = "demo-password-1";
    public const string Friend = "tomo@example.jp";
    public const string FriendsPassword = "demo-password-2";

    /// <summary>Signs in and goes through LINE's dialog; the answer is what the talk says then.</summary>
    public static async Task<Answer> LinkContractorAsync(this PhoneDriver phone, string loginId = Parent, string password = ParentsPassword)
    {
        await phone.SubmitAsync(Credentials(await phone.OpenSignInAsync(), loginId, password));
        return await phone.NextAnswerAsync();
    }

    public static async Task<WebPage> OpenSignInAsync(this PhoneDriver phone)
    {
        var answer = await phone.AskTapAsync("linking/contractor@1");
        return await phone.OpenAsync(new Uri(answer.Actions.Single().GetProperty("uri").GetString()!));
    }

    public static WebForm Credentials(WebPage page, string loginId, string password) =>
        page.Form("loginId", "password").Fill("loginId", loginId).Fill("password", password);

    public static async Task<Answer> LinkUserAsync(this PhoneDriver phone, LineTalk line, string phoneNumber)
    {
        await phone.AskTapAsync("linking/user@1");
        return await phone.AskAsync(await line.UserCodeAsync(phoneNumber));
    }

    /// <summary>The newest user code of a subscription, as My Page would show it to the contract holder.</summary>
    public static Task<string> UserCodeAsync(this LineTalk line, string phoneNumber) => line.InStoreAsync(tx => tx.Get<string>(
        """
        SELECT c.code FROM user_codes c JOIN subscriptions s ON s.id = c.subscription_id
        WHERE s.phone_number = @phoneNumber AND c.replaced_at IS NULL
        """,
        new { phoneNumber }));

    public static Task<T> InStoreAsync<T>(this LineTalk line, Func<Transaction, T> work) =>
        line.Services.GetRequiredService<Database>().WriteAsync(work);

    public static Task<Customer> CustomerAsync(this LineTalk line, PhoneDriver phone) =>
        line.InStoreAsync(tx => line.Services.GetRequiredService<AccountStore>().CustomerOf(tx, phone.UserId));

    /// <summary>Lets time pass once everything is said: an answer on its way would grow too old.</summary>
    public static async Task TurnAsync(this LineTalk line, TimeSpan time)
    {
        await line.SettledAsync();
        line.Clock.Turn(time);
    }

    /// <summary>Opens My Page with the button of the talk. Whoever is signed in already is there at once.</summary>
    public static async Task<WebPage> OpenMyPageAsync(this PhoneDriver phone)
    {
        var answer = await phone.AskTapAsync("my-page@1");
        var enter = await phone.OpenAsync(new Uri(answer.Actions.Single().GetProperty("uri").GetString()!));
        return enter.Address.AbsolutePath == "/my-page" ? enter : await phone.SubmitAsync(enter.Form("ticket"));
    }

    /// <summary>利用コードの再設定 on My Page.</summary>
    public static async Task<WebPage> ReissueAsync(this PhoneDriver holder, LineTalk line, string phoneNumber)
    {
        await holder.OpenMyPageAsync();
        var subscription = line.Count($"SELECT id FROM subscriptions WHERE phone_number = '{phoneNumber}'");
        var ask = await holder.OpenAsync(new Uri(line.Address, $"/my-page/user-code/{subscription}"));
        return await holder.SubmitAsync(ask.FormWithButton("利用コードを再設定する"));
    }
}

using LineBot.Tests.Drivers;
using LineBot.Tests.Handlers.Linking;

namespace LineBot.Tests.Access;

public sealed class LogTests
{
    [Fact]
    public async Task Nothing_of_a_customer_and_no_secret_reaches_the_log()
    {
        await using var line = await LineTalk.StartAsync();
        var mother = line.Phone("はなこ");
        var signIn = await mother.OpenSignInAsync();
        await mother.SubmitAsync(LinkingSteps.Credentials(signIn, LinkingSteps.Parent, "a-wrong-password"));
        await mother.LinkContractorAsync();
        var code = await line.UserCodeAsync("080-0000-0001");
        await mother.LinkUserAsync(line, "080-0000-0001");
        var page = await mother.OpenMyPageAsync();
        await mother.AskAsync("だれにも言えない相談です");
        await line.SettledAsync();

        page.Status.ShouldBe(200);
        var log = line.Log.ToString();
        log.ShouldContain("Who answers what");
        foreach (var kept in new[]
        {
            LinkingSteps.Parent, LinkingSteps.ParentsPassword, "a-wrong-password", "山田", "080-0000-0001", code, "だれにも", "はなこ", mother.UserId,
            line.Platform.Channel.AccessToken, line.Platform.Channel.Secret, "ticket=", "linkToken=", "nonce=",
        })
            log.ShouldNotContain(kept);
    }
}

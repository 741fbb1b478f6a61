using System.Text;
using LineBot.RichMenu;
using LineBot.Tests.Drivers;
using LineBot.Tests.Handlers.Linking;
using LineBot.Tests.Handlers.MyPage;
using LineBot.Tests.Webhook;
using Microsoft.Extensions.DependencyInjection;

namespace LineBot.Tests.Storage;

/// <summary>
/// Where the connection to the store breaks during a commit, nobody can tell whether it was kept. Here it was, everybody is told that the
/// store is not available, and what they try again happens once all the same.
/// </summary>
public sealed class LostCommitTests
{
    private readonly LosingEngine _store = new();

    [Fact]
    public async Task An_application_that_is_sent_again_is_one_application()
    {
        await using var line = await StartAsync();
        var phone = line.Phone("空");
        var review = await phone.FillInAsync(await phone.OpenAsync((await phone.AskTapAsync("add-invite@1")).Link("申し込む")));
        _store.LoseOnce("SELECT COUNT(*) FROM applications");

        var first = await phone.SendAsync(review);
        var again = await phone.SendAsync(review);

        ThenItWasLost(first);
        again.Text.ShouldContain("ご契約ありがとうございます");
        line.Count("SELECT COUNT(*) FROM applications").ShouldBe(1);
        line.Count($"SELECT COUNT(*) FROM contracts WHERE login_id = '{ApplicationDriver.LoginId}'").ShouldBe(1);
        (await phone.NextAnswerAsync()).Text.ShouldContain("ご契約ありがとうございます");
        await phone.HearsNothingAsync();
    }

    [Fact]
    public async Task Data_that_is_bought_again_from_the_same_page_is_bought_and_charged_once()
    {
        await using var line = await StartAsync();
        var mother = await line.MotherOnMyPageAsync();
        var form = (await mother.OpenAsync(line, $"/my-page/top-up/{line.SubscriptionId("080-0000-0002")}/3000")).FormWithButton("3,000円で追加する");
        _store.LoseOnce("SELECT COUNT(*) FROM data_top_ups");

        var first = await mother.SubmitAsync(form);
        var again = await mother.SubmitAsync(form);

        ThenItWasLost(first);
        again.Text.ShouldContain("データを追加しました");
        line.Count("SELECT COUNT(*) FROM data_top_ups").ShouldBe(1);
        (await mother.NextAnswerAsync()).Text.ShouldContain("3,000円");
        await mother.HearsNothingAsync();
    }

    [Theory]
    [InlineData("link_nonces")]
    [InlineData("contractor_links")]
    public async Task A_link_is_made_whether_the_sign_in_or_the_link_itself_was_kept_unheard(string table)
    {
        await using var line = await StartAsync();
        var mother = line.Phone("Mother");
        var signIn = LinkingSteps.Credentials(await mother.OpenSignInAsync(), LinkingSteps.Parent, LinkingSteps.ParentsPassword);
        _store.LoseOnce($"SELECT COUNT(*) FROM {table}");

        var page = await mother.SubmitAsync(signIn);
        if (page.Status == 503)
            page = await mother.SubmitAsync(signIn);

        (await mother.NextAnswerAsync()).Text.ShouldContain("連携完了");
        await mother.HearsNothingAsync();
        _store.Lost.ShouldBe(1);
        line.Count("SELECT COUNT(*) FROM contractor_links").ShouldBe(1);
        line.Count("SELECT COUNT(*) FROM audit_log WHERE action = 'contractor-link-made'").ShouldBe(1);
    }

    [Fact]
    public async Task A_webhook_that_is_delivered_again_is_answered_once()
    {
        var handler = new ScriptedHandler();
        await using var line = await StartAsync(handler);
        var phone = line.Phone("はな");
        _store.LoseOnce("SELECT COUNT(*) FROM inbox");

        var first = await phone.SayAsync("one");
        first!.Status.ShouldBe(503);
        (await line.Platform.Webhooks.PostAsync(Encoding.UTF8.GetBytes(first.Body))).Status.ShouldBe(200);

        (await phone.NextAnswerAsync()).Text.ShouldBe("heard one");
        await phone.HearsNothingAsync();
        (_store.Lost, handler.Calls).ShouldBe((1, 1));
    }

    [Fact]
    public async Task An_answer_that_was_kept_unheard_is_not_given_a_second_time()
    {
        var handler = new ScriptedHandler();
        await using var line = await StartAsync(handler);
        var phone = line.Phone("はな");
        _store.LoseOnce("SELECT COUNT(*) FROM outbox");

        (await phone.AskAsync("one")).Text.ShouldBe("heard one");

        await phone.HearsNothingAsync();
        (_store.Lost, handler.Calls).ShouldBe((1, 1));
        line.Count("SELECT COUNT(*) FROM outbox").ShouldBe(1);
    }

    private async Task<LineTalk> StartAsync(ScriptedHandler? handler = null)
    {
        var line = await LineTalk.StartAsync(new LineTalkOptions
        {
            Configure = builder =>
            {
                _store.Configure(builder);
                if (handler is not null)
                    builder.Services.AddSingleton(_ => new HandlerMap([handler]));
            },
        });
        line.Log.Expect("The store refused a commit");
        line.Log.Expect("The store is not available");
        return line;
    }

    private void ThenItWasLost(WebPage page)
    {
        _store.Lost.ShouldBe(1);
        page.Status.ShouldBe(503);
        page.Text.ShouldContain("受け付けられていないことがあります");
        page.Text.ShouldContain("二重になることはありません");
    }
}

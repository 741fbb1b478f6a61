using LineBot.RichMenu;
using LineBot.Tests.Drivers;

namespace LineBot.Tests.Handlers.TalkInquiry;

public sealed class ProposalTests
{
    private const string Child = "(SELECT id FROM subscriptions WHERE phone_number = '080-0000-0002')";

    [Theory]
    [InlineData("ja")]
    [InlineData("en")]
    public async Task Each_act_is_told_with_its_losses_and_done_by_the_customers_tap_alone(string language)
    {
        await using var line = await LineTalk.StartAsync();
        var phone = await line.PhoneAsync(LinkState.Both, language);
        var id = await line.ConnectAsync(phone);
        await line.Operator().TakeAsync(id);
        await phone.NextAnswerAsync();
        var (child, contract) = (line.Count($"SELECT {Child}"), line.Count("SELECT id FROM contracts WHERE login_id = 'oya@example.jp'"));

        var said = new List<Answer>();
        foreach (var act in new[] { $"top-up:{child}:1000", $"reissue-code:{child}", $"undo-contractor-link:{contract}" })
        {
            (await line.Operator().ProposeAsync(id, act)).IsDone.ShouldBeTrue(act);
            var card = await phone.NextAnswerAsync();
            said.Add(card);
            said.Add(await phone.AskTapAsync(card.Actions[0]));
        }

        Snapshot.MatchJson($"[{string.Join(',', said.Select(answer => answer.Json))}]", language);
        line.Count("SELECT COUNT(*) FROM data_top_ups WHERE yen = 1000").ShouldBe(1);
        line.Count("SELECT COUNT(*) FROM user_links").ShouldBe(0);
        line.Count($"SELECT COUNT(*) FROM contractor_links WHERE contract_id = {contract}").ShouldBe(0);
        line.Count($"SELECT COUNT(*) FROM audit_log WHERE actor = '{phone.UserId}' AND action IN ('data-bought', 'user-code-reissued', 'contractor-link-undone')").ShouldBe(3);
        line.Count("SELECT COUNT(*) FROM audit_log WHERE actor = 'operator:sato' AND action = 'act-proposed'").ShouldBe(3);
    }

    [Fact]
    public async Task A_card_works_once_and_in_time_and_for_its_own_customer()
    {
        await using var line = await LineTalk.StartAsync();
        var (phone, other) = (await line.PhoneAsync(LinkState.Contractor), line.Phone("よその人"));
        var id = await line.TalkAsync(phone);
        var child = line.Count($"SELECT {Child}");
        await line.Operator().ProposeAsync(id, $"top-up:{child}:500");
        await line.Operator().ProposeAsync(id, $"top-up:{child}:3000");
        await phone.SkipAsync();

        (await other.AskTapAsync("talk-inquiry/accept@1?proposal=1")).Text.ShouldContain("期限が過ぎています");
        line.Count("SELECT COUNT(*) FROM data_top_ups").ShouldBe(0);
        (await phone.AskTapAsync("talk-inquiry/accept@1?proposal=1")).Text.ShouldContain("データを追加しました");
        (await phone.AskTapAsync("talk-inquiry/accept@1?proposal=1")).Text.ShouldContain("使用済み");
        await line.SettledAsync();
        line.Clock.Turn(TimeSpan.FromMinutes(30));
        (await phone.AskTapAsync("talk-inquiry/accept@1?proposal=2")).Text.ShouldContain("期限が過ぎています");
        (await phone.AskTapAsync("talk-inquiry/decline@1?proposal=2")).Text.ShouldContain("期限が過ぎています");

        line.Count("SELECT COUNT(*) FROM data_top_ups").ShouldBe(1);
    }

    [Fact]
    public async Task A_declined_card_changes_nothing_and_cannot_be_accepted_later()
    {
        await using var line = await LineTalk.StartAsync();
        var phone = await line.PhoneAsync(LinkState.User);
        var id = await line.TalkAsync(phone);
        (await line.Operator().ProposeAsync(id, $"undo-user-link:{line.Count($"SELECT {Child}")}")).IsDone.ShouldBeTrue();
        await phone.NextAnswerAsync();

        (await phone.AskTapAsync("talk-inquiry/decline@1?proposal=1")).Text.ShouldContain("何も変わっていません");
        (await phone.AskTapAsync("talk-inquiry/accept@1?proposal=1")).Text.ShouldContain("使用済み");

        line.Count("SELECT COUNT(*) FROM user_links").ShouldBe(1);
    }

    [Fact]
    public async Task Nothing_is_offered_that_the_customer_could_not_do_alone()
    {
        await using var line = await LineTalk.StartAsync();
        var phone = await line.PhoneAsync(LinkState.User);
        var id = await line.TalkAsync(phone);
        var child = line.Count($"SELECT {Child}");

        foreach (var act in new[] { $"top-up:{child}:500", $"reissue-code:{child}", "undo-contractor-link:1", "nonsense" })
            (await line.Operator().ProposeAsync(id, act)).Result.ShouldBe(LineBot.Inquiries.DeskResult.NotPossible, act);
        (await line.Operator("suzuki").ProposeAsync(id, $"undo-user-link:{child}")).TakenBy.ShouldBe("sato");

        await phone.HearsNothingAsync();
    }

    [Fact]
    public async Task A_card_does_nothing_once_the_right_to_it_is_gone_or_the_code_is_another()
    {
        await using var line = await LineTalk.StartAsync();
        var phone = await line.PhoneAsync(LinkState.Contractor);
        var id = await line.TalkAsync(phone);
        var child = line.Count($"SELECT {Child}");
        await line.Operator().ProposeAsync(id, $"reissue-code:{child}");
        await line.Operator().ProposeAsync(id, $"top-up:{child}:500");
        await phone.SkipAsync();

        line.Clock.Turn(TimeSpan.FromSeconds(1));
        await line.WriteAsync(tx => line.Part<LineBot.Accounts.LinkStore>().Reissue(tx, child, "elsewhere", line.Clock.GetUtcNow()));
        (await phone.AskTapAsync("talk-inquiry/accept@1?proposal=1")).Text.ShouldContain("行いませんでした");
        await line.WriteAsync(tx => line.Part<LineBot.Accounts.LinkStore>().UndoContractor(
            tx, line.Count("SELECT id FROM contracts WHERE login_id = 'oya@example.jp'"), phone.UserId, line.Clock.GetUtcNow()));
        (await phone.AskTapAsync("talk-inquiry/accept@1?proposal=2")).Text.ShouldContain("行いませんでした");

        line.Count("SELECT COUNT(*) FROM user_codes WHERE replaced_at IS NOT NULL").ShouldBe(1);
        line.Count("SELECT COUNT(*) FROM data_top_ups").ShouldBe(0);
    }
}

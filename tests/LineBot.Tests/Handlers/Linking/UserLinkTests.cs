using LineBot.Accounts;
using LineBot.RichMenu;
using LineBot.Tests.Drivers;

namespace LineBot.Tests.Handlers.Linking;

public sealed class UserLinkTests
{
    private const string Child = "080-0000-0002";
    private const string Friend = "080-0000-0003";

    [Theory]
    [InlineData(" ")]
    [InlineData("-")]
    [InlineData("ー")]
    [InlineData("　")]
    public async Task Takes_the_code_however_it_is_written_and_opens_the_data_tiles(string separator)
    {
        await using var line = await LineTalk.StartAsync();
        var child = line.Phone("Riku");
        var code = await line.UserCodeAsync(Child);
        await child.AskTapAsync("linking/user@1");

        var fullWidth = string.Concat(code.Select(digit => (char)(digit - '0' + '０')));
        var answer = await child.AskAsync(string.Join(separator, fullWidth.Chunk(4).Select(four => new string(four))));

        answer.Text.ShouldContain("連携完了");
        answer.Button("データ残量確認").GetProperty("data").GetString().ShouldBe("data-remaining@1");
        answer.Button("データプレゼント").GetProperty("data").GetString().ShouldBe("data-present@1");
        (await line.CustomerAsync(child)).LinkState.ShouldBe(LinkState.User);
    }

    [Fact]
    public async Task Opens_the_keyboard_for_the_code()
    {
        await using var line = await LineTalk.StartAsync();
        var child = line.Phone("Riku");

        var cards = await child.AskTapAsync("linking@1");

        cards.Button("利用者連携をする").GetProperty("inputOption").GetString().ShouldBe("openKeyboard");
    }

    [Fact]
    public async Task Says_why_a_spent_a_replaced_or_an_unknown_code_is_refused_and_goes_on_listening()
    {
        await using var line = await LineTalk.StartAsync();
        var (child, other) = (line.Phone("Riku"), line.Phone("Other"));
        var spent = await line.UserCodeAsync(Child);
        await child.LinkUserAsync(line, Child);
        await other.AskTapAsync("linking/user@1");

        (await other.AskAsync(spent)).Text.ShouldContain("利用者連携で使用済みです");
        await line.InStoreAsync(tx => tx.Execute("UPDATE user_codes SET spent_on = 'age-verification' WHERE code = @spent", new { spent }));
        (await other.AskAsync(spent)).Text.ShouldContain("年齢認証で使用済みです");
        await line.InStoreAsync(tx => tx.Execute("UPDATE user_codes SET replaced_at = 1 WHERE code = @spent", new { spent }));
        (await other.AskAsync(spent)).Text.ShouldContain("新しい利用コードに変わったため");
        (await other.AskAsync("0000 0000 0000 0000")).Text.ShouldContain("見つかりませんでした");
        (await other.AskAsync("1234")).Text.ShouldContain("入力されたのは4けたです");
        (await other.AskAsync(await line.UserCodeAsync(Friend))).Text.ShouldContain("連携完了");
    }

    [Fact]
    public async Task Stops_guessing_after_five_wrong_codes_and_says_when_to_try_again()
    {
        await using var line = await LineTalk.StartAsync();
        var child = line.Phone("Riku");
        await child.AskTapAsync("linking/user@1");
        for (var i = 0; i < 5; i++)
            (await child.AskAsync($"000000000000000{i}")).Text.ShouldContain("見つかりませんでした");

        var sixth = await child.AskAsync(await line.UserCodeAsync(Child));
        await line.TurnAsync(TimeSpan.FromMinutes(16));
        var later = await child.LinkUserAsync(line, Child);

        sixth.Text.ShouldContain("12:15以降に");
        later.Text.ShouldContain("連携完了");
    }

    [Fact]
    public async Task Pauses_for_everybody_when_all_together_guess_too_often()
    {
        await using var line = await LineTalk.StartAsync();
        var child = line.Phone("Riku");
        await line.InStoreAsync(tx => tx.Execute(
            "INSERT INTO attempts (kind, subject_hash, tries, window_ends_at) VALUES ('user-code-overall', @everybody, 999, @until)",
            new { everybody = Token.HashOf(""), until = LineTalk.Noon.AddMinutes(15) }));
        await child.AskTapAsync("linking/user@1");

        var thousandth = await child.AskAsync("0000000000000000");
        var next = await child.AskAsync(await line.UserCodeAsync(Child));

        thousandth.Text.ShouldContain("見つかりませんでした");
        next.Text.ShouldContain("12:15以降に");
    }

    [Fact]
    public async Task Leaves_other_words_to_whoever_understands_them()
    {
        await using var line = await LineTalk.StartAsync();
        var child = line.Phone("Riku");
        await child.AskTapAsync("linking/user@1");

        (await child.AskAsync("マイページ")).Text.ShouldContain("契約者連携をするとご利用いただけます");
        (await child.AskTapAsync("linking/user/stop@1")).Text.ShouldContain("利用者連携をやめました");
    }

    [Fact]
    public async Task Asks_before_it_leaves_one_subscription_for_another()
    {
        await using var line = await LineTalk.StartAsync();
        var child = line.Phone("Riku");
        await child.LinkUserAsync(line, Child);
        var first = (await line.CustomerAsync(child)).SubscriptionId;

        var ask = await child.LinkUserAsync(line, Friend);
        (await line.CustomerAsync(child)).SubscriptionId.ShouldBe(first);
        var answer = await child.AskTapAsync(ask.Button("新しい回線に変更する"));

        ask.Text.ShouldContain($"いまは {Child} に利用者連携しています");
        answer.Text.ShouldContain($"{Friend} の利用者連携が完了しました");
        (await line.CustomerAsync(child)).SubscriptionId.ShouldNotBe(first);
    }

    [Fact]
    public async Task Tells_the_contract_holder_of_a_link_in_their_contract_and_of_its_end()
    {
        await using var line = await LineTalk.StartAsync();
        var (mother, child) = (line.Phone("Mother"), line.Phone("Riku"));
        await mother.LinkContractorAsync();

        await child.LinkUserAsync(line, Child);
        var made = await mother.NextAnswerAsync();
        var ask = await child.AskTapAsync("linking/undo-user@1");
        var undone = await child.AskTapAsync(ask.Button("解除する"));

        made.Text.ShouldContain($"{Child}（陸さん）が、LINEアカウントに利用者連携されました");
        ask.Text.ShouldContain("新しい利用コードが必要です");
        undone.Text.ShouldContain("利用者連携を解除しました");
        (await mother.NextAnswerAsync()).Text.ShouldContain("利用者連携が解除されました");
        (await line.CustomerAsync(child)).LinkState.ShouldBe(LinkState.None);
    }

    [Fact]
    public async Task An_old_undo_button_does_not_undo_a_later_link()
    {
        await using var line = await LineTalk.StartAsync();
        var child = line.Phone("Riku");
        await child.LinkUserAsync(line, Child);
        var old = await child.AskTapAsync("linking/undo-user@1");
        var ask = await child.LinkUserAsync(line, Friend);
        await child.AskTapAsync(ask.Button("新しい回線に変更する"));

        var answer = await child.AskTapAsync(old.Button("解除する"));

        answer.Text.ShouldContain("解除できる連携がありません");
        (await line.CustomerAsync(child)).LinkState.ShouldBe(LinkState.User);
    }

    [Theory]
    [InlineData(LinkState.None, "ja")]
    [InlineData(LinkState.None, "en")]
    [InlineData(LinkState.Both, "ja")]
    [InlineData(LinkState.Both, "en")]
    public async Task Asks_about_the_age_first_and_leads_in_the_order_that_keeps_the_link(LinkState state, string language)
    {
        await using var line = await LineTalk.StartAsync();
        var phone = await line.PhoneAsync(state, language);

        var ask = await phone.AskTapAsync("linking/user@1");
        var order = await phone.AskTapAsync(ask.Button(language == "ja" ? "年齢確認もする" : "Verify age as well"));

        Snapshot.MatchJson(ask.Json, $"ask.{state}.{language}");
        Snapshot.MatchJson(order.Json, $"order.{state}.{language}");
        (await phone.AskTapAsync(order.Button(language == "ja" ? "年齢認証をする" : "Verify age"))).FindLink("/age-verification").ShouldNotBeNull();
    }

    [Fact]
    public async Task An_old_undo_button_asks_again_once_the_same_subscription_was_linked_anew()
    {
        await using var line = await LineTalk.StartAsync();
        var (mother, child) = (await line.PhoneAsync(LinkState.Contractor), line.Phone("Riku"));
        await child.LinkUserAsync(line, Child);
        await mother.NextAnswerAsync();
        var old = (await child.AskTapAsync("linking/undo-user@1")).Button("解除する");
        await mother.ReissueAsync(line, Child);
        await child.NextAnswerAsync();
        await child.LinkUserAsync(line, Child);

        var answer = await child.AskTapAsync(old);

        answer.Text.ShouldContain("の連携を解除しますか？");
        (await line.CustomerAsync(child)).LinkState.ShouldBe(LinkState.User);
    }

    [Fact]
    public async Task A_double_tap_on_undoing_undoes_and_tells_once()
    {
        await using var line = await LineTalk.StartAsync();
        var (mother, child) = (await line.PhoneAsync(LinkState.Contractor), line.Phone("Riku"));
        await child.LinkUserAsync(line, Child);
        await mother.NextAnswerAsync();
        var button = (await child.AskTapAsync("linking/undo-user@1")).Button("解除する");

        var first = await child.AskTapAsync(button);
        var second = await child.AskTapAsync(button);

        first.Text.ShouldContain("利用者連携を解除しました");
        second.Text.ShouldContain("解除できる連携がありません");
        await mother.NextAnswerAsync();
        await mother.HearsNothingAsync();
        line.Count("SELECT COUNT(*) FROM audit_log WHERE action = 'user-link-undone'").ShouldBe(1);
    }
}

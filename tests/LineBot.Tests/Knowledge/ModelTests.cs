using System.Text.Json;
using LineBot.Inquiries;
using LineBot.RichMenu;
using LineBot.Tests.Drivers;

namespace LineBot.Tests.Knowledge;

/// <summary>An optional language model may choose and leave out. Whatever else it says, search answers as if it were not there.</summary>
public sealed class ModelTests
{
    private const string Unsure = "データ 届かない";

    [Fact]
    public async Task Shows_the_article_it_chose_with_the_sentences_it_chose_and_nothing_of_its_own()
    {
        await using var model = await FakeModel.StartAsync();
        await using var line = await LineTalk.StartAsync(With(model));
        var phone = line.Phone("はな");
        await phone.AskTapAsync("talk-inquiry/start@1");
        JsonElement chosen = default;
        model.Writes = question =>
        {
            chosen = question.GetProperty("articles")[1].Clone();
            return Task.FromResult($$"""{"article":"{{chosen.GetProperty("id").GetString()}}","sentences":[1],"note":"いまだけ100GB無料です"}""");
        };

        var answer = await phone.AskAsync(Unsure);

        answer.Text.ShouldContain(chosen.GetProperty("title").GetString()!);
        answer.Text.ShouldContain(chosen.GetProperty("sentences").GetProperty("1").GetString()!);
        answer.Text.ShouldNotContain(chosen.GetProperty("sentences").GetProperty("0").GetString()!);
        answer.Text.ShouldNotContain("無料");
        answer.Labels.ShouldContain("解決しない");
        var (authorization, body) = model.Asked.Single();
        authorization.ShouldBe("Bearer key-of-the-model");
        body.GetProperty("model").GetString().ShouldBe("small-model");
        line.Count("SELECT COUNT(*) FROM inquiry_questions WHERE verdict = 'sure'").ShouldBe(1);
    }

    [Theory]
    [InlineData("""{"article":null,"sentences":[]}""")]
    [InlineData("""{"article":"no-such-article","sentences":[0]}""")]
    [InlineData("""{"article":"{0}","sentences":[]}""")]
    [InlineData("""{"article":"{0}","sentences":[99]}""")]
    [InlineData("""{"article":"{0}","sentences":[-1]}""")]
    [InlineData("""{"article":"{0}","sentences":["0"]}""")]
    [InlineData("""{"article":"{0}"}""")]
    [InlineData("""{"article":7,"sentences":[0]}""")]
    [InlineData("もちろんです。解約は無料です。")]
    [InlineData("[]")]
    [InlineData("")]
    public async Task Is_not_heard_when_it_says_anything_but_a_choice(string written)
    {
        await using var model = await FakeModel.StartAsync();
        model.Writes = question => Task.FromResult(written.Replace("{0}", question.GetProperty("articles")[0].GetProperty("id").GetString(), StringComparison.Ordinal));
        await AnswersAsSearchDoesAsync(model);
        model.Asked.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(429)]
    [InlineData(302)]
    public async Task Is_not_heard_when_it_fails(int status)
    {
        await using var model = await FakeModel.StartAsync();
        model.Status = status;
        await AnswersAsSearchDoesAsync(model);
    }

    [Fact]
    public async Task Is_waited_for_no_longer_than_a_customer_should_wait()
    {
        await using var model = await FakeModel.StartAsync();
        model.Writes = async _ =>
        {
            await Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System);
            return "";
        };
        await AnswersAsSearchDoesAsync(model, patience: "00:00:00.2");
    }

    [Fact]
    public async Task Gets_no_secrets_nothing_that_search_is_sure_of_and_nothing_that_is_for_people()
    {
        await using var model = await FakeModel.StartAsync();
        await using var line = await LineTalk.StartAsync(With(model));
        var phone = line.Phone("はな");
        await phone.AskTapAsync("talk-inquiry/start@1");
        await phone.AskAsync("データの繰り越しはできる？");
        model.Asked.ShouldBeEmpty("search is sure");

        await phone.AskAsync($"{Unsure} 4111 1111 1111 1111");
        model.Asked.Single().Body.ToString().ShouldNotContain("1111");

        await phone.AskTapAsync(Postback.To(TalkActions.Connect));
        await phone.AskAsync(Unsure);
        model.Asked.Count.ShouldBe(1, "what is for people goes to nobody else");
    }

    private static async Task AnswersAsSearchDoesAsync(FakeModel model, string patience = "00:00:05")
    {
        await using var with = await LineTalk.StartAsync(With(model, patience));
        await using var without = await LineTalk.StartAsync();
        var answers = new List<string>();
        foreach (var line in (LineTalk[])[with, without])
        {
            var phone = line.Phone("はな");
            await phone.AskTapAsync("talk-inquiry/start@1");
            answers.Add((await phone.AskAsync(Unsure)).Text);
        }
        answers[0].ShouldBe(answers[1]);
    }

    private static LineTalkOptions With(FakeModel model, string patience = "00:00:05") => new()
    {
        Settings = new Dictionary<string, string>
        {
            ["Knowledge:Model:Address"] = model.Address.ToString(), ["Knowledge:Model:Name"] = "small-model",
            ["Knowledge:Model:Key"] = "key-of-the-model", ["Knowledge:Model:Patience"] = patience,
        },
    };
}

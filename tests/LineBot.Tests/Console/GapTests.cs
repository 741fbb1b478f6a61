using LineBot.Console.Gaps;

namespace LineBot.Tests.Console;

public sealed class GapTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 16, 12, 0, 0, TimeSpan.FromHours(9));

    [Fact]
    public void Questions_that_ask_for_much_the_same_stand_together_and_the_largest_group_comes_first()
    {
        var gaps = Among("犬の飼い方を教えて", "eSIMにできますか", "ｅＳＩＭに出来ますか？", "eSIMにできますか？？");

        gaps.Select(gap => gap.Questions.Count).ShouldBe([3, 1]);
        gaps[0].Wordings.First().ShouldBe("eSIMにできますか");
        gaps[1].Id.ShouldBe(1);
    }

    [Fact]
    public void A_question_of_one_letter_or_none_is_no_trouble() => Among("?", "あ", "", "あ").Sum(gap => gap.Questions.Count).ShouldBe(4);

    [Fact]
    public void A_draft_has_the_wordings_as_aliases_and_nothing_a_customer_wrote_becomes_a_field()
    {
        var draft = ArticleDraft.Of(Among("title: \"x\"\n---\ntopics: [a]").Single());

        draft.Split("---\n").Length.ShouldBe(3);
        draft.ShouldContain("""title: "title: \"x\" --- topics: [a]" """.TrimEnd());
        draft.ShouldContain("## English");
    }

    private static IReadOnlyList<Gap> Among(params string[] asked) =>
        Gap.Among(asked.Select((text, index) => new OpenQuestion(index + 1, text, "none", null, At)));
}

using LineBot.Knowledge;

namespace LineBot.Tests.Knowledge;

public sealed class LibraryTests
{
    [Theory]
    [InlineData("{{limit}}まで", "{{limt}}まで", "carry-over.md:16: There is no value {{limt}}.")]
    [InlineData("{{limit}}まで", "500MBまで", "carry-over.md:16: The figure '500MB")]
    [InlineData("{{limit}}まで", "3GBまで", "carry-over.md:16: The figure '3GB")]
    [InlineData("until {{limit}}", "for 12 months", "carry-over.md:20: The figure '12")]
    [InlineData("title: データの繰り越し", "titel: データの繰り越し", "carry-over.md:2: The front matter is not readable")]
    [InlineData("- データ量/繰り越し", "- データ/繰越", "carry-over.md:1: The topic 'データ/繰越' is not in topics.txt.")]
    [InlineData("- data-remaining", "- no-such-tile", "carry-over.md:1: Nothing answers the link 'no-such-tile'.")]
    [InlineData("  - carry over\n", "", "carry-over.md:1: It has fewer than 5 aliases.")]
    [InlineData("お手続きはいりません。", "", "carry-over.md:16: The body (日本語) has 3 to 8 sentences; this one has 2.")]
    [InlineData("## English", "## Englisch", "carry-over.md:20: The heading '## English'")]
    public void Says_what_is_wrong_and_in_which_line(string part, string wrong, string fault)
    {
        using var knowledge = new KnowledgeFixture();
        knowledge.Write("carry-over.md", KnowledgeFixture.Good.Replace(part, wrong, StringComparison.Ordinal));

        knowledge.Library.Read().Faults.Select(found => $"{found.Place}: {found.En}").ShouldContain(found => found.StartsWith(fault, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("翌月1日に変わります。4Gでも使えます。")]
    [InlineData("{{limit}}まで使えます。")]
    public void Takes_the_first_of_a_month_and_figures_inside_names(string sentence)
    {
        using var knowledge = new KnowledgeFixture();
        knowledge.Write("carry-over.md", KnowledgeFixture.Good.Replace("お手続きはいりません。", sentence, StringComparison.Ordinal));

        knowledge.Library.Read().Faults.ShouldBeEmpty();
    }

    [Fact]
    public void Takes_a_changed_file_into_force_and_leaves_a_broken_one_as_it_was()
    {
        using var knowledge = new KnowledgeFixture();
        TitleOf(knowledge).ShouldBe("データの繰り越し");

        knowledge.Write("carry-over.md", KnowledgeFixture.Good.Replace("title: データの繰り越し", "title: 余ったデータ", StringComparison.Ordinal));
        knowledge.Library.Reload().ShouldBeTrue();
        TitleOf(knowledge).ShouldBe("余ったデータ");

        knowledge.Write("carry-over.md", KnowledgeFixture.Good.Replace("{{limit}}", "{{unknown}}", StringComparison.Ordinal));
        knowledge.Write("synonyms.yaml", "concepts: [");
        knowledge.Library.Reload().ShouldBeTrue();
        TitleOf(knowledge).ShouldBe("余ったデータ");
        knowledge.Library.Reload().ShouldBeFalse("nothing has changed");

        File.Delete(Path.Combine(knowledge.Folder, "carry-over.md"));
        knowledge.Library.Reload().ShouldBeTrue();
        knowledge.Library.Answerer.Answer("くりこし").Verdict.ShouldBe(Verdict.None);
    }

    private static string? TitleOf(KnowledgeFixture knowledge) => knowledge.Library.Answerer.Answer("くりこし").Articles.FirstOrDefault()?.Article.Title;
}

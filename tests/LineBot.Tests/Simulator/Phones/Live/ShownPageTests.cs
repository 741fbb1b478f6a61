using LineBot.Simulator.Phones.Live;

namespace LineBot.Tests.Simulator.Phones.Live;

public sealed class ShownPageTests
{
    [Fact]
    public void Sends_everything_first_and_nothing_when_nothing_changed()
    {
        var shown = new ShownPage();

        var first = shown.Advance(Page("a", "x"));
        first.Fragments.ShouldBe([new FragmentPatch("clock", new Fragment("clock", "a").Version, "a")]);
        first.Lists[0].Keys.ShouldBe(["row-x"]);

        shown.Advance(Page("a", "x")).IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void Sends_only_the_fragment_that_changed()
    {
        var shown = new ShownPage();
        shown.Advance(Page("a", "x"));

        var patch = shown.Advance(Page("b", "x"));

        patch.Fragments.Single().Html.ShouldBe("b");
        patch.Lists.ShouldBeEmpty();
    }

    [Fact]
    public void Sends_a_new_row_with_the_keys_of_all_and_the_html_of_itself_alone()
    {
        var shown = new ShownPage();
        shown.Advance(Page("a", "x"));

        var patch = shown.Advance(Page("a", "x", "y"));

        patch.Lists.Single().Keys.ShouldBe(["row-x", "row-y"]);
        patch.Lists.Single().Rows.Single().Html.ShouldBe("y");
    }

    [Fact]
    public void A_row_that_went_and_comes_again_is_sent_again()
    {
        var shown = new ShownPage();
        shown.Advance(Page("a", "x", "y"));

        shown.Advance(Page("a", "x")).Lists.Single().Keys.ShouldBe(["row-x"]);
        shown.Advance(Page("a", "x", "y")).Lists.Single().Rows.Single().Id.ShouldBe("row-y");
    }

    private static PageParts Page(string clock, params string[] rows) =>
        new([new("talk", [.. rows.Select(row => new Fragment("row-" + row, row))])], [new("clock", clock)]);
}

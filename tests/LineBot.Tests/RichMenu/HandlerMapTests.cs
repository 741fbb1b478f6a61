using Line.Messaging;
using LineBot.RichMenu;

namespace LineBot.Tests.RichMenu;

public sealed class HandlerMapTests
{
    [Fact]
    public void Finds_the_owner_of_a_button_of_its_version_only()
    {
        var map = new HandlerMap([new Tea()]);

        map.OfButton(new Postback("tea", 2, new Dictionary<string, string>()))!.Name.ShouldBe("Tea.Pour");
        map.OfButton(new Postback("tea", 1, new Dictionary<string, string>())).ShouldBeNull();
        map.OfButton(new Postback("coffee", 1, new Dictionary<string, string>())).ShouldBeNull();
        map.OfEvent(typeof(FollowEvent))!.Name.ShouldBe("Tea.Welcome");
    }

    [Theory]
    [InlineData("お茶", true)]
    [InlineData("お茶をください", false)]
    [InlineData("緑茶おねがい", false)]
    [InlineData("ほうじ茶をください", true)]
    [InlineData("ほうじ茶について長い長い話をこれからゆっくりしたいと思っています", false)]
    public void A_word_counts_alone_or_inside_a_short_sentence_when_it_is_long_enough(string typed, bool found) =>
        (new HandlerMap([new Tea()]).OfText(typed) is not null).ShouldBe(found);

    [Fact]
    public void Two_owners_of_one_thing_stop_the_start()
    {
        Should.Throw<InvalidOperationException>(() => new HandlerMap([new Tea(), new SecondTea()])).Message
            .ShouldBe("'tea' has two owners: Tea.Pour and SecondTea.Pour.");
        Should.Throw<InvalidOperationException>(() => new HandlerMap([new Tea(), new SecondWords()])).Message.ShouldContain("two owners");
        Should.Throw<InvalidOperationException>(() => new HandlerMap([new Tea(), new SecondWelcome()])).Message.ShouldContain("two owners");
    }

    [Fact]
    public void A_method_of_another_shape_stops_the_start() =>
        Should.Throw<InvalidOperationException>(() => new HandlerMap([new Shapeless()])).Message.ShouldContain("Shapeless.Answer cannot answer a tap");

    private sealed class Tea
    {
        [Action("tea", Version = 2), Words("お茶", "ほうじ茶")]
        public Reply Pour(Turn turn) => Reply.Nothing;

        [On(typeof(FollowEvent))]
        public Task<Decision> Welcome(Tap tap, CancellationToken cancel) => Task.FromResult<Decision>(_ => Reply.Nothing);
    }

    private sealed class SecondTea
    {
        [Action("tea")]
        public Reply Pour(Turn turn) => Reply.Nothing;
    }

    private sealed class SecondWords
    {
        [Words("オ茶")]
        public Reply Pour(Turn turn) => Reply.Nothing;
    }

    private sealed class SecondWelcome
    {
        [On(typeof(FollowEvent))]
        public Reply Welcome(Turn turn) => Reply.Nothing;
    }

    private sealed class Shapeless
    {
        [Action("shapeless")]
        public Reply Answer(Turn turn, string more) => Reply.Nothing;
    }
}

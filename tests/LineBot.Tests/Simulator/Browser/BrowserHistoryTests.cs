using LineBot.Simulator.Browser;

namespace LineBot.Tests.Simulator.Browser;

public sealed class BrowserHistoryTests
{
    private static readonly Uri First = new("http://localhost/1");
    private static readonly Uri Second = new("http://localhost/2");

    [Fact]
    public void Goes_back_to_the_page_before_and_no_further_than_the_first()
    {
        var history = new BrowserHistory();
        history.Reach(First);
        history.CanGoBack.ShouldBeFalse();
        history.Reach(Second);

        history.Back().ShouldBe(First);
        history.Back().ShouldBeNull();
        history.Current.ShouldBe(First);
    }

    [Fact]
    public void A_page_shown_again_is_no_step()
    {
        var history = new BrowserHistory();
        history.Reach(First);
        history.Reach(First);

        history.CanGoBack.ShouldBeFalse();
    }
}

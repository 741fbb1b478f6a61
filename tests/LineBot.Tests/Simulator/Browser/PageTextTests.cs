using LineBot.Simulator.Browser;

namespace LineBot.Tests.Simulator.Browser;

public sealed class PageTextTests
{
    [Theory]
    [InlineData("<a href=\"http://127.0.0.1:5000/a?b=1&amp;c=2\">x</a>", "http://127.0.0.1:5000/a?b=1&c=2")]
    [InlineData("<form method='post' action='http://127.0.0.1:5000/a'>", "http://127.0.0.1:5000/a")]
    [InlineData("<meta http-equiv=\"refresh\" content=\"0; url=http://127.0.0.1:5000/next\">", "http://127.0.0.1:5000/next")]
    [InlineData("<img src=\"http://127.0.0.1:5000/i.png\">", "http://127.0.0.1:5000/i.png")]
    [InlineData("<a class=\"x\" href=\"https://line.me/R/share?text=a\">", "https://line.me/R/share?text=a")]
    public void Finds_where_a_page_leads(string html, string address)
    {
        PageText.Addresses(html).ShouldBe([new Uri(address)]);
        PageText.Rewrite(html, _ => "http://elsewhere/?a=1&b=2").ShouldContain("http://elsewhere/?a=1&amp;b=2");
    }

    [Theory]
    [InlineData("<p>http://127.0.0.1:5000/apply?invite=A</p>")]
    [InlineData("<a href=\"/my-page\">x</a>")]
    [InlineData("<img src=\"https://example.com/i.png\">")]
    [InlineData("<input value=\"http://127.0.0.1:5000/apply\">")]
    public void Leaves_words_own_paths_and_pictures_from_elsewhere_as_they_are(string html)
    {
        PageText.Addresses(html).ShouldBeEmpty();
        PageText.Rewrite(html, _ => "changed").ShouldBe(html);
    }

    [Fact]
    public void Takes_the_ban_on_frames_out_of_a_policy_and_nothing_else() =>
        PageText.WithoutFrameBan("default-src 'self'; frame-ancestors 'none'; form-action 'self'").ShouldBe("default-src 'self'; form-action 'self'");

    [Theory]
    [InlineData("<head><title>マイページ &amp; more</title></head>", "マイページ & more")]
    [InlineData("<head></head>", null)]
    public void Reads_the_title(string html, string? title) => PageText.TitleOf(html).ShouldBe(title);
}

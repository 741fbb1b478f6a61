namespace LineBot.Tests.Simulator.Journeys;

public sealed class WebPageTests
{
    private static readonly Uri Address = new("http://127.0.0.1:5000/link?linkToken=abc");

    [Fact]
    public void Reads_a_forms_fields_as_a_browser_would_send_them()
    {
        var page = new WebPage(Address, 200, """
            <!DOCTYPE html><html><head><title>no form's</title></head><body>
            <form method="post" action="/link/sign-in?a=1&amp;b=2"><!-- <input name="ghost"> -->
              <input type="hidden" name="token" value="&quot;x&quot; &gt; y">
              <input name="loginId"> <input type='password' name='password' value="">
              <input type="checkbox" name="agree" value="yes"><input type="checkbox" name="news" checked>
              <input type="radio" name="plan" value="3"><input type="radio" name="plan" value="6" checked>
              <select name="sim"><option value="a">A</option><option value="b" selected>B</option></select>
              <textarea name="note">二行
            です</textarea>
              <input name="off" value="1" disabled>
              <button name="go" value="1">すすむ</button><button type="button" name="js">-</button><button name="stop" value="1"><span>やめ</span>る</button>
            </form></body></html>
            """);

        var form = page.Form("loginId", "password");

        form.Action.ShouldBe(new Uri("http://127.0.0.1:5000/link/sign-in?a=1&b=2"));
        form.IsPost.ShouldBeTrue();
        form["token"].ShouldBe("\"x\" > y");
        form.Fill("loginId", "oya@example.jp").Fill("agree", "yes");
        Sent(form, "やめる").ShouldBe(
            ["token=\"x\" > y", "password=", "news=on", "plan=6", "sim=b", "note=二行\nです", "loginId=oya@example.jp", "agree=yes", "stop=1"]);
        Sent(form, null).ShouldContain("go=1");
    }

    [Fact]
    public void Says_what_is_there_when_something_is_not()
    {
        var page = new WebPage(Address, 404, "<h1>ページが見つかりません</h1><form><input name=\"q\"><button>さがす</button></form>");

        Should.Throw<JourneyException>(() => page.Form("loginId")).Message.ShouldContain("ページが見つかりません");
        Should.Throw<JourneyException>(() => page.FormWithButton("送る")).Message.ShouldContain("さがす");
        Should.Throw<JourneyException>(() => page.Form("q").Fill("p", "1")).Message.ShouldContain("q");
        Should.Throw<JourneyException>(() => page.Link("戻る"));
    }

    [Fact]
    public void Reads_words_and_links()
    {
        var page = new WebPage(Address, 200, "<style>b{}</style><p>利用コード <b>1234</b> <a class=x href=\"/my-page?a=1&amp;b=2\">マイ<i>ページ</i></a></p>");

        page.Text.ShouldBe("利用コード\n1234\nマイ\nページ");
        page.Link("マイページ").ShouldBe(new Uri("http://127.0.0.1:5000/my-page?a=1&b=2"));
    }

    private static IEnumerable<string> Sent(WebForm form, string? button) => form.Values(button).Select(value => $"{value.Key}={value.Value}");
}

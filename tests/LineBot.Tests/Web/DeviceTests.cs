using LineBot.Web;
using Microsoft.AspNetCore.Http;

namespace LineBot.Tests.Web;

public sealed class DeviceTests
{
    [Theory]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Safari Line/14.8.0", "iPhone (LINE)")]
    [InlineData("Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/126.0.0.0 Mobile Safari/537.36 Line/14.9.1/IAB", "Android (LINE)")]
    [InlineData("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Safari/605.1.15", "Mac (Safari)")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0", "Windows (Edge)")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0", "Linux (Firefox)")]
    [InlineData("curl/8.5.0", "")]
    [InlineData("", "")]
    [InlineData("Android", "Android")]
    public void Names_what_its_owner_will_recognise(string agent, string expected)
    {
        var context = new DefaultHttpContext();
        context.Request.Headers.UserAgent = agent;

        Device.Of(context).ShouldBe(expected);
    }
}

using LineBot.Simulator.Browser;

namespace LineBot.Tests.Simulator.Browser;

public sealed class LineLinkTests
{
    [Theory]
    [InlineData("https://line.me/R/share?text=%E8%B4%88%E3%82%8A%E7%89%A9%0Ahttp%3A%2F%2Flocalhost%2Fa%3Fb%3D1", "贈り物\nhttp://localhost/a?b=1")]
    [InlineData("https://line.me/R/share?text=a+b", "a b")]
    [InlineData("https://line.me/R/msg/text/?hello%20there", "hello there")]
    [InlineData("line://share?text=hi", "hi")]
    public void Reads_the_text_to_share(string address, string text) =>
        LineLink.Of(new Uri(address)).ShouldBe(new LineLink.Share(text));

    [Theory]
    [InlineData("https://line.me/R/oaMessage/%40000linebot/?%E6%AE%8B%E9%87%8F", "残量")]
    [InlineData("https://line.me/R/oaMessage/@000linebot/", "")]
    public void Reads_the_text_for_the_input(string address, string text) =>
        LineLink.Of(new Uri(address)).ShouldBe(new LineLink.TypedMessage(text));

    [Theory]
    [InlineData("https://line.me/R/ti/p/%40000linebot")]
    [InlineData("https://line.me/ti/p/%40000linebot")]
    public void Knows_the_address_of_a_profile(string address) => LineLink.Of(new Uri(address)).ShouldBe(new LineLink.AddFriend());

    [Theory]
    [InlineData("https://line.me/R/nv/location")]
    [InlineData("https://liff.line.me/123-abc")]
    public void Knows_other_addresses_of_LINE_for_what_they_are(string address) => LineLink.Of(new Uri(address)).ShouldBeOfType<LineLink.Other>();

    [Theory]
    [InlineData("https://example.com/R/share?text=a")]
    [InlineData("http://127.0.0.1:5000/line.me/R/share?text=a")]
    [InlineData("https://line.me.example.com/R/share?text=a")]
    [InlineData("tel:0300000000")]
    public void Leaves_the_addresses_of_others_alone(string address) => LineLink.Of(new Uri(address)).ShouldBeNull();
}

using System.Text;

namespace Line.Messaging.Tests.Webhooks;

public sealed class WebhookSignatureTests
{
    private const string Header = "/gg9a+LvFevTH1sd7XCQycD7tsWclCsInj7MhBHxN7k=";
    private static readonly byte[] Body = "bodybodybodybody"u8.ToArray();

    [Theory]
    [InlineData("8c570fa6dd201bb328f1c1eac23a96d8", """{"destination":"U8e742f61d673b39c7fff3cecb7536ef0","events":[]}""", "GhRKmvmHys4Pi8DxkF4+EayaH0OqtJtaZxgTD9fMDLs=")]
    [InlineData("channel_secret", "bodybodybodybody", "/gg9a+LvFevTH1sd7XCQycD7tsWclCsInj7MhBHxN7k=")]
    [InlineData("test_secret", """{"hello":"world"}""", "t7Hn4ZDHqs6e+wdvI5TyQIvzie0DmMUmuXEBqyyE/tM=")]
    [InlineData("SECRET", "{}", "3q8QXTAGaey18yL8FWTqdVlbMr6hcuNvM4tefa0o9nA=")]
    public void Knows_the_published_answers(string secret, string body, string signature)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        WebhookSignature.Sign(secret, bytes).ShouldBe(signature);
        new WebhookSignature(secret).Check(bytes, signature).ShouldBe(SignatureResult.Valid);
    }

    [Fact]
    public void Accepts_the_present_and_the_previous_secret_while_rotating()
    {
        var signature = new WebhookSignature("present", null, "", "previous");
        signature.Check(Body, WebhookSignature.Sign("present", Body)).ShouldBe(SignatureResult.Valid);
        signature.Check(Body, WebhookSignature.Sign("previous", Body)).ShouldBe(SignatureResult.Valid);
        signature.Check(Body, WebhookSignature.Sign("another", Body)).ShouldBe(SignatureResult.Wrong);
    }

    [Theory]
    [InlineData(null, SignatureResult.Missing)]
    [InlineData("", SignatureResult.Missing)]
    [InlineData("not base64", SignatureResult.Malformed)]
    [InlineData("AAAA", SignatureResult.Malformed)]
    [InlineData(Header + "AAAA", SignatureResult.Malformed)]
    [InlineData(Header + ", " + Header, SignatureResult.Malformed)]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", SignatureResult.Wrong)]
    [InlineData(Header, SignatureResult.Valid)]
    public void Tells_what_is_wrong_with_a_header(string? header, SignatureResult expected) =>
        new WebhookSignature("channel_secret").Check(Body, header).ShouldBe(expected);

    [Fact]
    public void Refuses_any_other_body_and_any_other_signature()
    {
        var signature = new WebhookSignature("channel_secret");
        for (var i = 0; i < Body.Length; i++)
        {
            var other = (byte[])Body.Clone();
            other[i] ^= 1;
            signature.Check(other, Header).ShouldBe(SignatureResult.Wrong);
        }
        signature.Check(Body.AsSpan(1), Header).ShouldBe(SignatureResult.Wrong);
        signature.Check([.. Body, (byte)'\n'], Header).ShouldBe(SignatureResult.Wrong);
        for (var i = 0; i < Header.Length - 2; i++)
        {
            var other = Header[..i] + (Header[i] == 'A' ? 'B' : 'A') + Header[(i + 1)..];
            signature.Check(Body, other).ShouldBe(SignatureResult.Wrong);
        }
    }

    [Fact]
    public void Needs_a_secret()
    {
        Should.Throw<ArgumentException>(() => new WebhookSignature());
        Should.Throw<ArgumentException>(() => new WebhookSignature("", null));
    }

    [Fact]
    public void Allocates_nothing_for_a_check()
    {
        var signature = new WebhookSignature("channel_secret", "another");
        signature.Check(Body, Header).ShouldBe(SignatureResult.Valid);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
            signature.Check(Body, Header);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }
}

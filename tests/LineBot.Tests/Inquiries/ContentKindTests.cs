using System.Text;
using LineBot.Inquiries;

namespace LineBot.Tests.Inquiries;

public sealed class ContentKindTests
{
    [Theory]
    [InlineData("\u0089PNG\r\n\u001A\n…", "image/png")]
    [InlineData("\u00FF\u00D8\u00FF", "image/jpeg")]
    [InlineData("GIF89a", "image/gif")]
    [InlineData("RIFF1234WEBPVP8 ", "image/webp")]
    [InlineData("%PDF-1.7", "application/pdf")]
    [InlineData("ID3", "audio/mpeg")]
    [InlineData("1234ftypM4A ", "audio/mp4")]
    [InlineData("1234ftypisom", "video/mp4")]
    [InlineData("<!doctype html><script>", ContentKind.Unknown)]
    [InlineData("<svg xmlns=", ContentKind.Unknown)]
    [InlineData("MZ", ContentKind.Unknown)]
    [InlineData("", ContentKind.Unknown)]
    public void Reads_the_kind_from_the_bytes(string latin, string kind) => ContentKind.Of(Encoding.Latin1.GetBytes(latin)).ShouldBe(kind);
}

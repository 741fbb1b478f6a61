using LineBot.Simulator.Platform;

namespace LineBot.Tests.Simulator.Platform;

public sealed class ContentTests : IAsyncLifetime
{
    private static readonly byte[] Bytes = [1, 2, 3];
    private static readonly StoredFile Small = new("image/jpeg", new byte[] { 9 });

    private PlatformTalk _line = null!;

    public async Task InitializeAsync() => _line = await PlatformTalk.StartAsync();

    public Task DisposeAsync() => _line.DisposeAsync().AsTask();

    [Fact]
    public async Task A_video_is_prepared_before_it_can_be_fetched()
    {
        var id = IdOf(await _line.Phone.SendVideoAsync(Bytes, TimeSpan.FromSeconds(3), Small));
        (await StatusAsync(id)).ShouldBe("processing");
        (await ContentAsync(id).StatusAsync()).ShouldBe(202);

        _line.Clock.Turn(LinePhone.Preparation);

        (await StatusAsync(id)).ShouldBe("succeeded");
        var fetched = await ContentAsync(id);
        ((int)fetched.StatusCode, fetched.Content.Headers.ContentType!.MediaType).ShouldBe((200, "video/mp4"));
        (await fetched.Content.ReadAsByteArrayAsync()).ShouldBe(Bytes);
        (await (await ContentAsync(id, "/preview")).Content.ReadAsByteArrayAsync()).ShouldBe(Small.Bytes.ToArray());
    }

    [Fact]
    public async Task A_picture_is_there_at_once_and_has_nothing_to_prepare()
    {
        var id = IdOf(await _line.Phone.SendImageAsync(Bytes));

        (await ContentAsync(id).StatusAsync()).ShouldBe(200);
        (await ContentAsync(id, "/preview").StatusAsync()).ShouldBe(200);
        (await ContentAsync(id, "/transcoding").VerdictAsync()).ShouldBe("Transcoding status doesn't support this type of content");
    }

    [Fact]
    public async Task A_sound_cannot_be_seen()
    {
        var id = IdOf(await _line.Phone.SendAudioAsync(Bytes, TimeSpan.FromSeconds(3)));

        (await ContentAsync(id, "/preview").VerdictAsync()).ShouldBe("The content can not be previewed");
        (await StatusAsync(id)).ShouldBe("processing");
    }

    [Theory]
    [InlineData("")]
    [InlineData("/preview")]
    [InlineData("/transcoding")]
    public async Task What_was_taken_back_is_gone_and_what_never_was_is_not_found(string what)
    {
        var id = IdOf(await _line.Phone.SendVideoAsync(Bytes, TimeSpan.FromSeconds(3), Small));
        await _line.Phone.UnsendAsync(id);

        var gone = await ContentAsync(id, what);
        ((int)gone.StatusCode, await Task.FromResult(gone).VerdictAsync()).ShouldBe((410, "The content is gone"));
        var unknown = await ContentAsync("1", what);
        ((int)unknown.StatusCode, await Task.FromResult(unknown).VerdictAsync()).ShouldBe((404, "not found"));
    }

    private static string IdOf(WebhookPost? post) => PlatformTalk.EventOf(post!).GetProperty("message").GetProperty("id").GetString()!;

    private Task<HttpResponseMessage> ContentAsync(string id, string what = "") => _line.Http.GetAsync($"/v2/bot/message/{id}/content{what}");

    private async Task<string> StatusAsync(string id) => (await ContentAsync(id, "/transcoding").JsonAsync()).GetProperty("status").GetString()!;
}

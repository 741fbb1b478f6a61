using LineBot.Tests.Data;
using LineBot.Tests.Drivers;

namespace LineBot.Tests.Handlers.DataRemaining;

/// <summary>データ残量確認 through the front door: webhook in, reply out.</summary>
public sealed class DataRemainingTalkTests
{
    [Fact]
    public async Task Everyday_words_and_the_tile_itself_show_the_balance()
    {
        await using var line = await LineTalk.StartAsync();
        var child = line.Phone("陸");
        await line.LinkUserAsync(child, "080-0000-0002");

        (await child.AskTapAsync("data-remaining@1")).AltTexts.Single().ShouldStartWith("データ残量 ");
        foreach (var words in (string[])["残量", "データ残量", "あと何ギガ？", "ギガ残ってる？", "data left", "How much data is left?"])
            (await child.AskAsync(words)).AltTexts.Single().ShouldStartWith("データ残量 ", customMessage: words);
        foreach (var words in (string[])["プレゼント", "データプレゼントしたい", "give data"])
            (await child.AskAsync(words)).AltTexts.Single().ShouldStartWith("データプレゼント", customMessage: words);
    }
}

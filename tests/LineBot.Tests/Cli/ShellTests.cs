using LineBot.Cli;

namespace LineBot.Tests.Cli;

public sealed class ShellTests
{
    private static readonly (string Step, string Menu, string Note)[] Rows = [("upload the picture", "linebot-none-ja@03d782b3-04326574", "15 s, until running services have noticed")];

    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    public void A_table_does_not_break_a_name(int width)
    {
        var table = Shell.Table(Rows, width, ("step", row => row.Step), ("subject", row => row.Menu), ("note", row => row.Note));

        table.ShouldContain("linebot-none-ja@03d782b3-04326574");
        table.Split('\n').ShouldAllBe(line => line.Length <= width);
    }

    [Fact]
    public void A_name_that_leaves_no_room_is_broken_rather_than_cut()
    {
        var table = Shell.Table(Rows, 40, ("step", row => row.Step), ("subject", row => row.Menu), ("note", row => row.Note));

        table.ShouldNotContain("…");
        table.Split('\n').ShouldAllBe(line => line.Length <= 40);
    }

    [Fact]
    public void Sentences_are_folded_between_words()
    {
        var lines = Shell.Folded("See that service and proxy run; check the firewall, the certificate (none of one's own making).", 40);

        lines.ShouldAllBe(line => line.Length <= 40);
        string.Join(' ', lines).ShouldBe("See that service and proxy run; check the firewall, the certificate (none of one's own making).");
    }

    [Fact]
    public void A_letter_of_Japanese_takes_two_places()
    {
        var lines = Shell.Folded("サービスとプロキシが動いているか、ファイアウォール、証明書を確認してください。", 40);

        lines.ShouldAllBe(line => line.Length <= 20);
        string.Concat(lines).ShouldBe("サービスとプロキシが動いているか、ファイアウォール、証明書を確認してください。");
    }

    [Fact]
    public async Task Where_there_is_nothing_to_list_it_says_so()
    {
        await using var store = new Storage.TempDatabase();

        var english = await CliRun.OfAsync(store.Store.Settings, "events", "list");
        var japanese = await CliRun.OfAsync(store.Store.Settings, "events", "list", "--lang", "ja");
        var json = await CliRun.OfAsync(store.Store.Settings, "events", "list", "--json");

        (english.ExitCode, english.Output, japanese.Output).ShouldBe((0, "There are none.\n", "ありません。\n"));
        json.Json.GetArrayLength().ShouldBe(0);
    }
}

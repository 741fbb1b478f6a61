using System.Diagnostics;
using LineBot.Cli;
using LineBot.RichMenu;
using LineBot.Simulator.Bot;
using LineBot.Tests.Drivers;

namespace LineBot.Tests.Cli;

/// <summary>The pictures are drawn from the template, and a template that is broken changes nothing.</summary>
public sealed class RichMenuRenderTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("linebot-artwork-");

    public RichMenuRenderTests()
    {
        foreach (var file in Directory.GetFiles(MenuFolder.Shipped, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(_folder.FullName, Path.GetRelativePath(MenuFolder.Shipped, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    [Theory]
    [InlineData("tiles.json", "\"grid\"", "grid", "tiles.json:3:3", "It cannot be read")]
    [InlineData("tiles.json", "\"lockedIcon\"", "\"lockIcon\"", "tiles.json", "It lacks colours.lockedIcon.")]
    [InlineData("tiles.json", "\"both\": []", "\"all\": []", "tiles.json", "It lacks locked.both.")]
    [InlineData("tiles.json", "\"ja\": [\"データ\", \"プレゼント\"]", "\"ja\": [\"データプレゼント\"]", "tiles.json", "It lacks tiles.data-present.ja (2).")]
    [InlineData("tiles.json", "\"columns\": 3, ", "", "tiles.json", "It cannot be read")]
    [InlineData("tiles.json", "\"data-present\": {", "\"data-gift\": {", "icons/data-gift.svg", "cannot be read")]
    [InlineData("menu.svg", "{{paper}}", "{{cloth}}", "menu.svg", "There is nothing to put in the place of {{cloth}}.")]
    public async Task A_broken_template_is_named_with_its_place_and_nothing_is_drawn(string file, string old, string replacement, string place, string fault)
    {
        Edit(file, old, replacement);
        var before = Everything();

        var render = await RunAsync("render");
        var check = await RunAsync("check");

        render.ExitCode.ShouldBe(1);
        render.Error.ShouldContain(fault);
        render.Error.ShouldContain($"  where: {Path.Combine(_folder.FullName, "template", place)}");
        render.Error.ShouldContain("  next: Mend it, then run this again.");
        Everything().ShouldBe(before);
        check.ExitCode.ShouldBe(1);
        check.Output.ShouldContain(fault);
        check.Output.ShouldContain("Problems found: 1.");
    }

    [Fact]
    public async Task Without_a_template_there_is_nothing_to_draw_from_and_nothing_to_compare_with()
    {
        Directory.Delete(Path.Combine(_folder.FullName, "template"), recursive: true);

        (await RunAsync("check")).ExitCode.ShouldBe(0);
        var render = await RunAsync("render");

        render.ExitCode.ShouldBe(1);
        render.Error.ShouldContain("tiles.json");
    }

    [Fact]
    public async Task A_drawing_or_a_picture_that_was_changed_by_hand_is_told_of()
    {
        File.AppendAllText(Path.Combine(_folder.FullName, "both.svg"), "<!-- mine -->");
        File.AppendAllText(Path.Combine(_folder.FullName, "user.png"), "mine");

        var check = await RunAsync("check");

        check.Output.ShouldContain("both.svg: It no longer fits the template. Run: linebot rich-menu render");
        check.Output.ShouldContain("user.png: It no longer fits user.svg. Run: linebot rich-menu render");
        check.Output.ShouldContain("Problems found: 2.");
    }

    [ToolFact("rsvg-convert")]
    public async Task Draws_what_changed_and_then_all_fits_together()
    {
        Edit("tiles.json", "[\"Data\", \"present\"]", "[\"Data\", \"gift\"]");

        var first = await RunAsync("render", "--json");
        var check = await RunAsync("check");
        var second = await RunAsync("render", "--json");

        Drawn(first).ShouldBe(["none.en.png", "contractor.en.png", "user.en.png", "both.en.png"]);
        (check.ExitCode, check.Output).ShouldBe((0, "All is well with 8 menus.\n"));
        Drawn(second).ShouldBeEmpty();
    }

    [ToolFact("rsvg-convert")]
    public async Task An_icon_that_is_no_SVG_leaves_the_picture_that_was_there()
    {
        Edit("icons/linking.svg", "<g ", "<q><g ");
        var picture = File.ReadAllBytes(Path.Combine(_folder.FullName, "none.png"));

        var run = await RunAsync("render");

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("The SVG could not be turned into a PNG.");
        run.Error.ShouldContain("none.svg");
        File.ReadAllBytes(Path.Combine(_folder.FullName, "none.png")).ShouldBe(picture);
    }

    [Fact]
    public async Task Without_rsvg_convert_it_says_what_to_install_and_nothing_is_drawn()
    {
        Edit("tiles.json", "[\"Data\", \"present\"]", "[\"Data\", \"gift\"]");
        var before = Everything();

        var run = await RunWithToolsAsync();

        run.ExitCode.ShouldBe(1);
        run.Said.ShouldContain("linebot: rsvg-convert is not installed. Nothing was changed.");
        run.Said.ShouldContain("next: Install librsvg (Debian: librsvg2-bin and fonts-noto-cjk");
        Everything().ShouldBe(before);
    }

    [Fact]
    public async Task Without_the_Japanese_font_it_says_what_to_install_and_nothing_is_drawn()
    {
        Edit("tiles.json", "[\"Data\", \"present\"]", "[\"Data\", \"gift\"]");
        var before = Everything();

        var run = await RunWithToolsAsync(("rsvg-convert", "exit 0"), ("fc-match", "echo 'DejaVu Sans'"));

        run.ExitCode.ShouldBe(1);
        run.Said.ShouldContain("linebot: The Japanese font is missing, so the labels cannot be drawn. Nothing was changed.");
        run.Said.ShouldContain("where: Noto Sans CJK JP, Noto Sans JP");
        run.Said.ShouldContain("fonts-noto-cjk");
        Everything().ShouldBe(before);
    }

    [Fact]
    public async Task Needs_nothing_where_nothing_is_to_be_drawn()
    {
        var run = await RunWithToolsAsync();

        run.ExitCode.ShouldBe(0, run.Said);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private Task<CliRun> RunAsync(string verb, params string[] options) => CliRun.OfAsync(["rich-menu", verb, "--folder", _folder.FullName, .. options]);

    /// <summary>On a machine that has these programs and no others.</summary>
    private async Task<ToolRun> RunWithToolsAsync(params (string Name, string Script)[] tools)
    {
        var path = Directory.CreateDirectory(Path.Combine(_folder.FullName, "bin"));
        foreach (var (name, script) in tools)
        {
            var tool = Path.Combine(path.FullName, name);
            await File.WriteAllTextAsync(tool, $"#!/bin/sh\n{script}\n");
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(tool, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }
        using var process = Process.Start(new ProcessStartInfo(
            OwnExecutable.DotnetHost(), [typeof(CommandLine).Assembly.Location, "rich-menu", "render", "--folder", _folder.FullName, "--lang", "en"])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, Environment = { ["PATH"] = path.FullName },
        })!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return new ToolRun(process.ExitCode, await output + await error);
    }

    private static IEnumerable<string?> Drawn(CliRun render) =>
        render.Json.EnumerateArray().Where(row => row.GetProperty("drawn").GetBoolean()).Select(row => row.GetProperty("picture").GetString());

    private List<string> Everything() =>
    [
        .. Directory.GetFiles(_folder.FullName).Order()
            .Select(file => $"{Path.GetFileName(file)} {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file)))}"),
    ];

    private void Edit(string file, string old, string replacement)
    {
        var path = Path.Combine(_folder.FullName, "template", file);
        var text = File.ReadAllText(path);
        text.ShouldContain(old);
        File.WriteAllText(path, text.Replace(old, replacement, StringComparison.Ordinal));
    }
}

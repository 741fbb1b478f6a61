using LineBot.RichMenu;

namespace LineBot.Tests.RichMenu;

public sealed class MenuChecksTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("linebot-menus-");

    public MenuChecksTests()
    {
        foreach (var file in Directory.GetFiles(MenuFolder.Shipped))
            File.Copy(file, Path.Combine(_folder.FullName, Path.GetFileName(file)));
    }

    [Theory]
    [InlineData("\"x\": 1667, \"y\": 843, \"width\": 833", "\"x\": 1667, \"y\": 843, \"width\": 832", "none.json areas", "843 pixels")]
    [InlineData("\"x\": 1667, \"y\": 843, \"width\": 833", "\"x\": 1666, \"y\": 843, \"width\": 834", "none.json areas[5]", "overlaps areas[4]")]
    [InlineData("\"x\": 1667, \"y\": 843, \"width\": 833", "\"x\": 1667, \"y\": 843, \"width\": 834", "none.json areas[5]", "beyond the picture")]
    [InlineData("\"label\": \"データ残量確認\"", "\"label\": \" \"", "none.json areas[4]", "no label")]
    [InlineData("data-remaining@1", "data-remaining@2", "none.json areas[4]", "No handler answers 'data-remaining@2'")]
    [InlineData("data-remaining@1", "data-present@1", "user.json areas", "do not stand where")]
    [InlineData("\"label\": \"データ残量確認\"", "\"label\": \"データ残量確認データ残量確認データ残量確認\"", "none.json", "at most 20")]
    [InlineData("\"chatBarText\": \"メニュー\"", "\"chatBarText\": \"メニューメニューメニューメニュー\"", "none.json", "at most 14")]
    [InlineData("\"data\": \"linking@1\", ", "", "none.json richMenu.areas[2].action", "an action")]
    [InlineData("\"height\": 1686", "\"height\": 1687", "none.png", "2500×1686")]
    public void Name_the_place_and_the_fault(string old, string replacement, string place, string fault)
    {
        Edit("none.json", old, replacement);

        var found = Check();

        found.ShouldContain(
            one => one.Place.StartsWith(place, StringComparison.Ordinal) && one.English.Contains(fault, StringComparison.Ordinal),
            string.Join('\n', found));
    }

    [Theory]
    [InlineData(1024 * 1024, false)]
    [InlineData(1024 * 1024 + 1, true)]
    public void Weigh_the_pictures(int bytes, bool isTooHeavy)
    {
        var file = Path.Combine(_folder.FullName, "both.en.png");
        var picture = File.ReadAllBytes(file);
        Array.Resize(ref picture, bytes);
        File.WriteAllBytes(file, picture);

        Check().Any(fault => fault.Place == "both.en.png" && fault.English.Contains("1 MB", StringComparison.Ordinal)).ShouldBe(isTooHeavy);
    }

    [Fact]
    public void Refuse_a_picture_that_is_none()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "user.png"), "no picture");

        Check().ShouldContain(fault => fault.Place == "user.png" && fault.English == "This is no PNG.");
    }

    [Theory]
    [InlineData("none.json", "\"areas\"", "areas", "none.json:6:3")]
    [InlineData("user.en.json", "\"selected\": true,", "", "user.en.json")]
    public void Name_the_file_that_cannot_be_read(string file, string old, string replacement, string place)
    {
        Edit(file, old, replacement);

        var broken = Should.Throw<MenuFolderException>(() => MenuFolder.Load(_folder.FullName));

        broken.Faults.ShouldHaveSingleItem().Place.ShouldBe(place);
    }

    [Fact]
    public void Name_every_file_that_is_missing()
    {
        File.Delete(Path.Combine(_folder.FullName, "none.png"));
        File.Delete(Path.Combine(_folder.FullName, "both.en.json"));

        var broken = Should.Throw<MenuFolderException>(() => MenuFolder.Load(_folder.FullName));

        broken.Faults.Select(fault => Path.GetFileName(fault.Place)).ShouldBe(["none.png", "both.en.json"]);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private IReadOnlyList<MenuFault> Check() => MenuChecks.Of(
        MenuFolder.Load(_folder.FullName),
        new[] { Tiles.AddInvite, Tiles.MyPage, Tiles.Linking, Tiles.TalkInquiry, Tiles.DataRemaining, Tiles.DataPresent }.Select(tile => $"{tile}@1").ToHashSet());

    private void Edit(string file, string old, string replacement)
    {
        var path = Path.Combine(_folder.FullName, file);
        var text = File.ReadAllText(path);
        text.ShouldContain(old);
        File.WriteAllText(path, text.Replace(old, replacement, StringComparison.Ordinal));
    }
}

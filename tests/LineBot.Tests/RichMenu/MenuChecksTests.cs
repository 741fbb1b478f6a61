using System.Buffers.Binary;
using System.Text.Json.Nodes;
using LineBot.RichMenu;

namespace LineBot.Tests.RichMenu;

public sealed class MenuChecksTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("linebot-menus-");

    public MenuChecksTests() => TestMenus.Place(_folder.FullName);

    [Fact]
    public void Find_nothing_where_all_is_well() => Check().ShouldBeEmpty();

    [Theory]
    [InlineData("\"x\": 1667, \"y\": 843, \"width\": 833", "\"x\": 1667, \"y\": 843, \"width\": 832", "none.json areas", "843 pixels")]
    [InlineData("\"x\": 1667, \"y\": 843, \"width\": 833", "\"x\": 1666, \"y\": 843, \"width\": 834", "none.json areas[5]", "overlaps areas[4]")]
    [InlineData("\"x\": 1667, \"y\": 843, \"width\": 833", "\"x\": 1667, \"y\": 843, \"width\": 834", "none.json areas[5]", "beyond the picture")]
    [InlineData("\"x\": 0, \"y\": 843, \"width\": 833", "\"x\": -1, \"y\": 843, \"width\": 834", "none.json areas[3]", "beyond the picture")]
    [InlineData("\"label\": \"データ残量確認\"", "\"label\": \" \"", "none.json areas[4]", "no label")]
    [InlineData("\"label\": \"データ残量確認\", ", "", "none.json areas[4]", "no label")]
    [InlineData("data-remaining@1", "data-remaining@2", "none.json areas[4]", "No handler answers 'data-remaining@2'")]
    [InlineData("data-remaining@1", "data-present@1", "user.json areas", "do not stand where")]
    [InlineData("\"data\": \"linking@1\", ", "", "none.json richMenu.areas[2].action", "an action")]
    [InlineData("\"height\": 1686", "\"height\": 1687", "none.png", "2500×1686")]
    public void Name_the_place_and_the_fault(string old, string replacement, string place, string fault)
    {
        Edit("none.json", old, replacement);

        ShouldFind(place, fault);
    }

    [Theory]
    [InlineData(14, true)]
    [InlineData(15, false)]
    public void Count_the_chat_bars_text(int length, bool isWell) => ShouldBeWell(
        isWell, menu => menu["chatBarText"] = new string('あ', length), "none.json richMenu.chatBarText", "at most 14");

    [Theory]
    [InlineData(300, true)]
    [InlineData(301, false)]
    public void Count_the_name(int length, bool isWell) => ShouldBeWell(
        isWell, menu => menu["name"] = new string('n', length), "none.json richMenu.name", "at most 300");

    [Theory]
    [InlineData(20, true)]
    [InlineData(21, false)]
    public void Count_what_screen_readers_read(int length, bool isWell) => ShouldBeWell(
        isWell, menu => Area(menu, 4)["action"]!["label"] = new string('残', length), "none.json richMenu.areas[4].action.label", "at most 20");

    [Theory]
    [InlineData(300, true)]
    [InlineData(301, false)]
    public void Count_what_a_button_carries(int length, bool isWell) => ShouldBeWell(
        isWell, menu => Area(menu, 4)["action"]!["data"] = "data-remaining@1?".PadRight(length, 'a'), "none.json richMenu.areas[4].action.data", "at most 300");

    [Theory]
    [InlineData(20, true)]
    [InlineData(21, false)]
    public void Count_the_areas(int count, bool isWell) => ShouldBeWell(
        isWell, menu =>
        {
            // The last tile in stripes.
            var tile = Area(menu, 5);
            var stripes = count - 5;
            menu["areas"]!.AsArray().RemoveAt(5);
            for (var i = 0; i < stripes; i++)
            {
                var stripe = tile.DeepClone();
                var left = 833 * i / stripes;
                (stripe["bounds"]!["x"], stripe["bounds"]!["width"]) = (1667 + left, 833 * (i + 1) / stripes - left);
                menu["areas"]!.AsArray().Add(stripe);
            }
        },
        "none.json richMenu.areas", "at most 20");

    [Theory]
    [InlineData("linebot-both-ja", true)]
    [InlineData("linebot-parent-ja", false)]
    public void Know_the_menus_to_switch_to(string alias, bool isWell) => ShouldBeWell(
        isWell, menu => Area(menu, 4)["action"] = new JsonObject { ["type"] = "richmenuswitch", ["label"] = "切替", ["richMenuAliasId"] = alias, ["data"] = "switched" },
        "none.json areas[4]", "There is no menu 'linebot-parent-ja' to switch to.");

    [Theory]
    [InlineData(1024 * 1024, true)]
    [InlineData(1024 * 1024 + 1, false)]
    public void Weigh_the_pictures(int bytes, bool isWell)
    {
        var picture = TestPictures.Menu();
        Array.Resize(ref picture, bytes);

        ShouldBeWell(isWell, picture, "LINE takes 1 MB");
    }

    [Theory]
    [InlineData(2500, 1686, true)]
    [InlineData(2500, 1685, false)]
    [InlineData(2499, 1686, false)]
    public void Measure_the_pictures(int width, int height, bool isWell) =>
        ShouldBeWell(isWell, TestPictures.Menu(width: width, height: height), $"The picture has {width}×{height}, the definition says 2500×1686.");

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    public void Do_not_unpack_what_says_that_it_is_of_no_possible_size(int height)
    {
        var picture = TestPictures.Menu();
        BinaryPrimitives.WriteInt32BigEndian(picture.AsSpan(20), height);
        File.WriteAllBytes(Path.Combine(_folder.FullName, "none.png"), picture);
        Edit("none.json", "\"height\": 1686", $"\"height\": {height}");

        ShouldFind("none.json richMenu.size", "LINE takes");
        Check().ShouldNotContain(fault => fault.Place == "none.png");
    }

    [Theory]
    [InlineData(0x76, true)]
    [InlineData(0x77, false)]
    public void Look_whether_the_tiles_can_be_read(byte ink, bool isWell) =>
        ShouldBeWell(isWell, TestPictures.Menu(ink: ink), "4.5:1 from its ground");

    [Theory]
    [InlineData(18, true)]
    [InlineData(9, false)]
    public void Take_for_letters_only_what_is_as_large_as_a_label(int stripe, bool isWell) =>
        ShouldBeWell(isWell, TestPictures.Menu(stripe: stripe), "1.0:1 from its ground");

    [Fact]
    public void Name_each_tile_that_cannot_be_read()
    {
        File.WriteAllBytes(Path.Combine(_folder.FullName, "user.png"), TestPictures.Menu(ink: 0x99));

        Check().Select(fault => fault.Place).ShouldBe(Enumerable.Range(0, 6).Select(area => $"user.png areas[{area}]"));
    }

    [Fact]
    public void Leave_pictures_alone_that_they_cannot_look_into() => ShouldBeWell(true, TestPictures.Menu(ink: 0xFF, depth: 16), "");

    [Fact]
    public void Refuse_a_picture_that_is_none() => ShouldBeWell(false, "no picture"u8.ToArray(), "This is no PNG, or only a part of one.");

    [Fact]
    public void Refuse_a_JPEG() => ShouldBeWell(false, [0xFF, 0xD8, 0xFF, 0xE0, 0, 16], "This is no PNG, or only a part of one.");

    [Fact]
    public void Refuse_a_picture_that_was_cut_off() => ShouldBeWell(false, TestPictures.Menu()[..^20], "This is no PNG, or only a part of one.");

    [Fact]
    public void Refuse_a_picture_that_was_damaged()
    {
        var picture = TestPictures.Menu();
        picture.AsSpan(60, 200).Fill(0x55);

        ShouldBeWell(false, picture, "The picture is damaged.");
    }

    [Theory]
    [InlineData("none.json", "\"areas\"", "areas", "none.json:6:3")]
    [InlineData("user.en.json", "\"selected\": true,", "", "user.en.json")]
    [InlineData("user.en.json", "\"bounds\": { \"x\": 0, \"y\": 0, \"width\": 833, \"height\": 843 }", "\"bounds\": null", "user.en.json")]
    [InlineData("user.en.json", "\"x\": 0, \"y\": 0, ", "", "user.en.json")]
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

    private void ShouldFind(string place, string fault) => Check().ShouldContain(
        one => one.Place.StartsWith(place, StringComparison.Ordinal) && one.English.Contains(fault, StringComparison.Ordinal), string.Join('\n', Check()));

    /// <summary>Nothing is wrong, or exactly this; that its tiles no longer stand where those of the other menus do goes for itself.</summary>
    private void ShouldBeWell(bool isWell, Action<JsonObject> change, string place, string fault)
    {
        var path = Path.Combine(_folder.FullName, "none.json");
        var menu = JsonNode.Parse(File.ReadAllText(path))!.AsObject();
        change(menu);
        File.WriteAllText(path, menu.ToJsonString());

        var found = Check().Where(one => !one.English.Contains("do not stand where", StringComparison.Ordinal)).ToList();

        found.Select(one => one.Place).ShouldBe(isWell ? [] : [place]);
        found.ShouldAllBe(one => one.English.Contains(fault, StringComparison.Ordinal));
    }

    private void ShouldBeWell(bool isWell, byte[] picture, string fault)
    {
        File.WriteAllBytes(Path.Combine(_folder.FullName, "both.en.png"), picture);

        var found = Check();

        (found.Count == 0).ShouldBe(isWell, string.Join('\n', found));
        found.ShouldAllBe(one => one.Place.StartsWith("both.en.png", StringComparison.Ordinal) && one.English.Contains(fault, StringComparison.Ordinal));
    }

    private static JsonNode Area(JsonObject menu, int index) => menu["areas"]![index]!;

    private void Edit(string file, string old, string replacement)
    {
        var path = Path.Combine(_folder.FullName, file);
        var text = File.ReadAllText(path);
        text.ShouldContain(old);
        File.WriteAllText(path, text.Replace(old, replacement, StringComparison.Ordinal));
    }
}

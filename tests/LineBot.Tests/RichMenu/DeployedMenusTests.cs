using Line.Messaging;
using LineBot.Cli.RichMenu;
using LineBot.Language;
using LineBot.RichMenu;

namespace LineBot.Tests.RichMenu;

/// <summary>The menus that go to the channel, as they stand in <c>rich-menu/</c>.</summary>
public sealed class DeployedMenusTests
{
    // See https://www.w3.org/TR/WCAG22/#non-text-contrast.
    private const double GraphicContrast = 3;
    private static readonly MenuFolder Menus = MenuFolder.Load(MenuFolder.Shipped);
    private static readonly ArtworkPlan Plan = Artwork.Load(MenuFolder.Shipped).Plan;

    [Fact]
    public void Keep_LINEs_rules_leave_no_gap_and_are_answered_by_handlers() =>
        MenuChecks.Of(Menus, OwnedActions.All()).ShouldBeEmpty();

    [Fact]
    public void Fit_their_drawings_and_the_template() => ArtworkChecks.Of(MenuFolder.Shipped).ShouldBeEmpty();

    [Fact]
    public void Have_the_six_tiles_in_their_order()
    {
        foreach (var menu in Menus.Menus)
        {
            menu.Menu.Areas.Select(area => ((PostbackAction)area.Action).Data).ShouldBe(SixTiles.Select(tile => $"{tile.Action}@1"));
            if (menu.Tongue.IsJapanese)
                menu.Menu.Areas.Select(area => area.Action.Label).ShouldBe(SixTiles.Select(tile => tile.Label));
        }
        Plan.Tiles.Keys.ShouldBe(SixTiles.Select(tile => tile.Action));
        Plan.Tiles.Values.Select(tile => string.Concat(tile.Ja)).ShouldBe(SixTiles.Select(tile => tile.Label));
    }

    [Theory]
    [InlineData(LinkState.None, Tiles.MyPage, Tiles.DataRemaining, Tiles.DataPresent)]
    [InlineData(LinkState.Contractor, Tiles.DataRemaining, Tiles.DataPresent)]
    [InlineData(LinkState.User, Tiles.MyPage)]
    [InlineData(LinkState.Both)]
    public void Lock_what_needs_a_link_that_is_not_there(LinkState state, params string[] locked) =>
        Plan.Tiles.Keys.Where(tile => Plan.IsLocked(state, tile)).ShouldBe(locked);

    [Theory]
    [InlineData("ink", "card")]
    [InlineData("mainInk", "mainCard")]
    [InlineData("lockedInk", "lockedCard")]
    public void Can_be_read_by_weak_eyes(string ink, string card) =>
        Contrast.Between(Colour(ink), Colour(card)).ShouldBeGreaterThanOrEqualTo(Contrast.Readable);

    [Theory]
    [InlineData("ink", "card")]
    [InlineData("mainInk", "mainCard")]
    [InlineData("lockedIcon", "lockedCard")]
    [InlineData("lockedInk", "card")]
    public void Have_icons_that_weak_eyes_can_tell(string ink, string card) =>
        Contrast.Between(Colour(ink), Colour(card)).ShouldBeGreaterThanOrEqualTo(GraphicContrast);

    [Fact]
    public void Say_what_they_show_in_the_customers_language()
    {
        foreach (var menu in Menus.Menus)
        {
            menu.Menu.ChatBarText.ShouldBe(menu.Tongue.Say("メニュー", "Menu"));
            menu.Menu.Name.ShouldBe(menu.Alias);
            menu.Menu.Areas.ShouldAllBe(area => ((PostbackAction)area.Action).DisplayText == area.Action.Label);
        }
        Menus[LinkState.None, Tongue.English].Menu.Areas.SelectMany(area => area.Action.Label!).ShouldAllBe(letter => char.IsAscii(letter));
    }

    private static readonly IReadOnlyList<(string Action, string Label)> SixTiles =
    [
        (Tiles.AddInvite, "追加申込・招待"), (Tiles.MyPage, "マイページログイン"), (Tiles.Linking, "契約者連携・利用者連携"),
        (Tiles.TalkInquiry, "トークで問い合わせ"), (Tiles.DataRemaining, "データ残量確認"), (Tiles.DataPresent, "データプレゼント"),
    ];

    private static int Colour(string name) => Convert.ToInt32(Plan.Colours[name][1..], 16);
}

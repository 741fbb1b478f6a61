using Line.Messaging;
using LineBot.Cli.RichMenu;
using LineBot.Language;
using LineBot.RichMenu;

namespace LineBot.Tests.RichMenu;

/// <summary>The menus that go to the channel, as they stand in <c>rich-menu/</c>.</summary>
public sealed class DeployedMenusTests
{
    private const double ReadableContrast = 4.5;
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
        Contrast(Plan.Colours[ink], Plan.Colours[card]).ShouldBeGreaterThanOrEqualTo(ReadableContrast);

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

    /// <summary>As WCAG 2 defines it: 1 for one colour on itself, 21 for black on white.</summary>
    private static double Contrast(string first, string second)
    {
        var (a, b) = (Luminance(first), Luminance(second));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string colour)
    {
        var parts = Convert.FromHexString(colour[1..]).Select(part => part / 255.0)
            .Select(part => part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4)).ToList();
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
    }
}

using Line.Messaging;
using LineBot.Accounts;
using LineBot.Language;
using LineBot.RichMenu;

namespace LineBot.Tests.RichMenu;

public sealed class LockedTileTests
{
    private static readonly Customer Unlinked = Customer.Unknown("U1");
    private static readonly Customer Holder = Unlinked with { ContractIds = [1] };

    [Theory]
    [InlineData("my-page", "linking/contractor@1", null)]
    [InlineData("data-remaining", "linking/user@1", InputOption.OpenKeyboard)]
    [InlineData("data-present/amount", "linking/user@1", InputOption.OpenKeyboard)]
    public void Leads_on_with_the_button_that_starts_the_missing_link(string tile, string data, InputOption? input)
    {
        foreach (var tongue in new[] { Tongue.Japanese, Tongue.English })
        {
            var button = Buttons(LockedTile.Explain(tile, Unlinked with { Tongue = tongue })).ShouldHaveSingleItem();

            button.Data.ShouldBe(data);
            button.InputOption.ShouldBe(input);
        }
    }

    [Fact]
    public void Offers_the_family_board_to_a_contract_holder_who_taps_data_remaining_and_to_nobody_else()
    {
        Buttons(LockedTile.Explain(Tiles.DataRemaining, Holder)).Select(button => button.Data)
            .ShouldBe(["linking/user@1", "data-remaining/family@1"]);
        Buttons(LockedTile.Explain(Tiles.DataPresent, Holder)).Select(button => button.Data).ShouldBe(["linking/user@1"]);
    }

    [Fact]
    public void Has_nothing_to_say_of_a_tile_that_is_open_to_everybody() =>
        Should.Throw<ArgumentException>(() => LockedTile.Explain(Tiles.TalkInquiry, Unlinked));

    private static List<PostbackAction> Buttons(FlexMessage message) =>
        ((FlexBubble)message.Contents).Footer!.Contents.Select(part => (PostbackAction)((FlexButton)part).Action).ToList();
}

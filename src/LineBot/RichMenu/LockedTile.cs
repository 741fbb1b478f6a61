using Line.Messaging;
using LineBot.Accounts;
using LineBot.Language;

namespace LineBot.RichMenu;

/// <summary>The answer to a tile that needs a link which the customer does not have: what it is for, which link opens it, and the way there.</summary>
public static class LockedTile
{
    /// <param name="tile"><see cref="Tiles.MyPage"/>, <see cref="Tiles.DataRemaining"/> or <see cref="Tiles.DataPresent"/>, or one of their steps.</param>
    public static FlexMessage Explain(string tile, Customer customer)
    {
        var tongue = customer.Tongue;
        var room = tile.Split('/')[0];
        var (title, why) = Words(room, tongue);
        return room == Tiles.MyPage
            ? Card.Message(title, why, Card.Primary(StartContractorLink(tongue)))
            : Card.Message(
                title, why, [.. FamilyBoardText(room, customer)],
                [Card.Primary(StartUserLink(tongue)), .. FamilyBoardButton(room, customer)]);
    }

    /// <summary>契約者連携をする.</summary>
    public static PostbackAction StartContractorLink(Tongue tongue) =>
        Card.Tap(tongue.Say("契約者連携をする", "Link as contract holder"), Postback.To(Tiles.LinkContractor));

    /// <summary>利用者連携をする; the tap opens the keyboard for the user code.</summary>
    public static PostbackAction StartUserLink(Tongue tongue) =>
        Card.Tap(tongue.Say("利用者連携をする", "Link as user"), Postback.To(Tiles.LinkUser)) with { InputOption = InputOption.OpenKeyboard };

    private static (string Title, string Why) Words(string room, Tongue tongue) => room switch
    {
        Tiles.MyPage => (
            tongue.Say("マイページログイン", "My Page"),
            tongue.Say(
                "ご契約内容や利用コード、特典を確認できるページです。契約者連携をするとご利用いただけます。",
                "The page with your contract, user codes and rewards. It opens once you link as contract holder.")),
        Tiles.DataRemaining => (
            tongue.Say("データ残量確認", "Data remaining"),
            tongue.Say(
                "今月のデータ残量と直近の利用データ通信量を確認できます。利用者連携をするとご利用いただけます。",
                "Shows the data you have left and your recent usage. It opens once you link as user.")),
        Tiles.DataPresent => (
            tongue.Say("データプレゼント", "Data present"),
            tongue.Say(
                "余ったデータを家族や友だちに500MB単位で贈れます。利用者連携をするとご利用いただけます。",
                "Gives spare data to family and friends in steps of 500 MB. It opens once you link as user.")),
        _ => throw new ArgumentException($"'{room}' is open to everybody: there is nothing to explain."),
    };

    private static IEnumerable<FlexComponent> FamilyBoardText(string room, Customer customer) =>
        room == Tiles.DataRemaining && customer.IsContractHolder
            ? [Card.Note(customer.Tongue.Say(
                "ご契約中の回線の残量は、利用者連携をしなくても確認できます。",
                "You can see the data left on the subscriptions of your contract without it."))]
            : [];

    private static IEnumerable<FlexButton> FamilyBoardButton(string room, Customer customer) =>
        room == Tiles.DataRemaining && customer.IsContractHolder
            ? [Card.Other(Card.Tap(customer.Tongue.Say("ご家族の回線の残量", "Family's data remaining"), Postback.To(Tiles.FamilyBoard)))]
            : [];
}

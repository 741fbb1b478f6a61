using Line.Messaging;
using LineBot.Language;

namespace LineBot.RichMenu;

/// <summary>
/// The six tiles as quick replies, for answers after which a customer may not know where to go. The words are those of the rich menu.
/// LINE shows them on phones alone, so no answer relies on them.
/// </summary>
public static class TileQuickReplies
{
    private static readonly (string Action, string Ja, string En)[] Labels =
    [
        (Tiles.DataRemaining, "データ残量確認", "Data remaining"),
        (Tiles.DataPresent, "データプレゼント", "Data present"),
        (Tiles.MyPage, "マイページログイン", "My Page sign-in"),
        (Tiles.Linking, "契約者連携・利用者連携", "Contractor/user link"),
        (Tiles.TalkInquiry, "トークで問い合わせ", "Talk inquiry"),
        (Tiles.AddInvite, "追加申込・招待", "Sign up & invite"),
    ];

    /// <param name="before">What fits this answer better than any tile; LINE takes thirteen in all.</param>
    public static QuickReply In(Tongue tongue, params IReadOnlyList<LineAction> before) =>
        QuickReply.Of([.. before, .. Labels.Select(tile => Button(tile.Action, tongue.Say(tile.Ja, tile.En)))]);

    private static PostbackAction Button(string action, string label) => new(label, Postback.To(action)) { DisplayText = label };
}

namespace LineBot.RichMenu;

/// <summary>
/// The actions that more than one room, or a rich menu, names. The room that answers one says so with
/// <see cref="ActionAttribute"/>; everybody else only knows its id.
/// </summary>
public static class Tiles
{
    public const string AddInvite = "add-invite";
    public const string MyPage = "my-page";
    public const string Linking = "linking";
    public const string TalkInquiry = "talk-inquiry";
    public const string DataRemaining = "data-remaining";
    public const string DataPresent = "data-present";

    /// <summary>Starts 契約者連携 (sign-in with login ID and password).</summary>
    public const string LinkContractor = "linking/contractor";

    /// <summary>Starts 利用者連携 (asks for the user code).</summary>
    public const string LinkUser = "linking/user";

    /// <summary>年齢認証: spends a user code on saying that its user is of age.</summary>
    public const string AgeVerification = "age-verification";

    /// <summary>The remaining data of each subscription of a contract holder, who needs no user link for it.</summary>
    public const string FamilyBoard = "data-remaining/family";

    /// <summary>
    /// データを追加する: leads the contract holder of the parameter <c>subscription</c> (its id) straight to the page where data is
    /// bought for it. Anybody else hears what My Page needs.
    /// </summary>
    public const string TopUp = "my-page/top-up";

    /// <summary>What the customer wants to hear of, and the switches.</summary>
    public const string NoticeSettings = "notice-settings";

    /// <summary>Turns one <c>kind</c> of notice off, as the link below each notice does.</summary>
    public const string StopNotice = "notice-settings/stop";

    /// <summary>
    /// Asked of every message that nobody expected, before the words in it are looked at: the talk with an operator, which passes
    /// where there is none.
    /// </summary>
    public const string OpenTalk = "talk-inquiry/open-talk";

    /// <summary>What the router answers with when nobody took a message, be it text, sticker or picture.</summary>
    public const string NotUnderstood = "fallback/not-understood";

    /// <summary>What the router answers with when a button is of an older version, or of no version at all.</summary>
    public const string OldButton = "fallback/old-button";

    /// <summary>What a customer hears who has sent more messages in a minute than are taken.</summary>
    public const string TooMany = "fallback/too-many";

    /// <summary>The one honest sentence for a customer whose tap could not be answered however often it was tried.</summary>
    public const string Apology = "fallback/apology";
}

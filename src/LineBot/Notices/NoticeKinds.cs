using LineBot.Accounts;
using LineBot.Language;
using LineBot.RichMenu;

namespace LineBot.Notices;

public static class NoticeKinds
{
    private static readonly (NoticeKind Kind, string Id, int BudgetShare)[] All =
    [
        (NoticeKind.DataLow, "data-low", 70),
        (NoticeKind.DataUsedUp, "data-used-up", 100),
        (NoticeKind.CarryOverExpiring, "carry-over-expiring", 60),
        (NoticeKind.PresentReceived, "present-received", 100),
        (NoticeKind.PresentClaimed, "present-claimed", 90),
        (NoticeKind.PresentReturned, "present-returned", 90),
        (NoticeKind.PresentAsked, "present-asked", 90),
        (NoticeKind.RewardGranted, "reward-granted", 80),
        (NoticeKind.PlanChanged, "plan-changed", 80),
        (NoticeKind.BillClosed, "bill-closed", 80),
        (NoticeKind.LinkMade, "link-made", 0),
        (NoticeKind.LinkDisplaced, "link-displaced", 0),
        (NoticeKind.LinkUndone, "link-undone", 0),
        (NoticeKind.SignInLocked, "sign-in-locked", 0),
        (NoticeKind.PasswordChanged, "password-changed", 0),
        (NoticeKind.AgeVerified, "age-verified", 0),
    ];

    /// <summary>The kinds that a customer can turn off.</summary>
    public static IReadOnlyList<NoticeKind> Switchable { get; } = [.. Enum.GetValues<NoticeKind>().Where(kind => !kind.IsSecurity())];

    /// <summary>Those that a customer may ever hear of: contracts are none of a child's business, and rewards a newcomer's before the link.</summary>
    public static IEnumerable<NoticeKind> SwitchableBy(Customer customer) => Switchable.Where(kind => kind switch
    {
        NoticeKind.PlanChanged or NoticeKind.BillClosed => customer.IsContractHolder,
        NoticeKind.RewardGranted => customer.LinkState != LinkState.User,
        _ => true,
    });

    /// <summary>Always on, at any hour, whatever the budget.</summary>
    public static bool IsSecurity(this NoticeKind kind) => kind >= NoticeKind.LinkMade;

    /// <summary>The kind in tables, buttons and metrics.</summary>
    public static string Id(this NoticeKind kind) => All[(int)kind].Id;

    public static NoticeKind? Find(string? id) => All.Where(one => one.Id == id).Select(one => (NoticeKind?)one.Kind).SingleOrDefault();

    /// <summary>The share of the month's budget, in percent, from which this kind is not told any more: what matters least stops first.</summary>
    public static int BudgetShare(this NoticeKind kind) => All[(int)kind].BudgetShare;

    /// <summary>As customers read it beside its switch.</summary>
    public static string Name(this Tongue tongue, NoticeKind kind) => kind switch
    {
        NoticeKind.DataLow => tongue.Say("データ残りわずか", "Data running low"),
        NoticeKind.DataUsedUp => tongue.Say("データ使い切り", "Data used up"),
        NoticeKind.CarryOverExpiring => tongue.Say("繰越の期限", "Carry-over expiring"),
        NoticeKind.PresentReceived => tongue.Say("プレゼントの受け取り", "Present received"),
        NoticeKind.PresentClaimed => tongue.Say("相手の受け取り完了", "Your present claimed"),
        NoticeKind.PresentReturned => tongue.Say("プレゼントの返却", "Present returned"),
        NoticeKind.PresentAsked => tongue.Say("データのお願い", "Requests for data"),
        NoticeKind.RewardGranted => tongue.Say("特典のお知らせ", "Campaign rewards"),
        NoticeKind.PlanChanged => tongue.Say("プランの変更", "Plan changed"),
        NoticeKind.BillClosed => tongue.Say("ご請求額の確定", "Monthly bill"),
        NoticeKind.LinkMade or NoticeKind.LinkDisplaced or NoticeKind.LinkUndone => tongue.Say("連携の開始・解除", "Links made or undone"),
        NoticeKind.PasswordChanged => tongue.Say("パスワードの変更", "Password changed"),
        NoticeKind.AgeVerified => tongue.Say("年齢認証", "Age verified"),
        _ => tongue.Say("ログインの制限", "Sign-in locked"),
    };
}

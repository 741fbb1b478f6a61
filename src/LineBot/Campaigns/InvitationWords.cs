using LineBot.Accounts;
using LineBot.Language;

namespace LineBot.Campaigns;

/// <summary>How invitations and rewards stand, as customers read it in the talk and on pages alike.</summary>
internal static class InvitationWords
{
    public static string Stage(this Tongue tongue, InvitationStatus invitation, InvitationStage stage) => stage switch
    {
        InvitationStage.Issued => tongue.Say("まだ開かれていません", "not opened yet"),
        InvitationStage.Opened => tongue.Say("開封済み", "opened"),
        InvitationStage.Applied => tongue.Say("お申し込み中", "applied"),
        InvitationStage.Expired => tongue.Say("期限切れ", "run out"),
        _ => invitation is { RewardState: { } state, GrantOn: { } grantOn }
            ? tongue.Say($"ご契約済み・特典 {tongue.Standing(state, grantOn)}", $"activated, reward {tongue.Standing(state, grantOn)}")
            : tongue.Say("ご契約済み", "activated"),
    };

    /// <param name="state">One of <see cref="RewardState"/>.</param>
    public static string Standing(this Tongue tongue, string state, DateOnly grantOn) => state switch
    {
        RewardState.Granted => tongue.Say("付与済み", "granted"),
        RewardState.Forfeited => tongue.Say("対象外", "lost"),
        RewardState.OnTrack => tongue.Say($"{tongue.Day(grantOn)} 付与予定", $"due {tongue.Day(grantOn)}"),
        _ => tongue.Say($"契約者連携待ち（{tongue.Day(grantOn)} 付与予定）", $"needs the contractor link (due {tongue.Day(grantOn)})"),
    };

    /// <summary>Why an invitation does not admit, and what to do about it.</summary>
    public static string WhyRefused(this Tongue tongue, CodeFault fault) => fault switch
    {
        CodeFault.Own => tongue.Say("ご自分の招待コードはお使いいただけません。", "You cannot use an invitation of your own."),
        CodeFault.Used => tongue.Say(
            "この招待コードは、ほかのお申し込みで使われています。招待した方に、新しいリンクをお願いしてください。",
            "This invitation has been used for another application. Ask your friend for a new one."),
        CodeFault.Late => tongue.Say(
            "この招待コードは有効期限が切れています。招待した方に、新しいリンクをお願いしてください。",
            "This invitation has run out. Ask your friend for a new one."),
        CodeFault.IsCustomer => tongue.Say(
            "招待コードは、はじめてご契約の方だけお使いいただけます。",
            "Invitations are for those who sign with us for the first time."),
        _ => tongue.Say("この招待コードは見つかりません。招待した方にお確かめください。", "There is no such invitation. Please ask your friend."),
    };
}

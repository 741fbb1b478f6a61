using LineBot.Inquiries;
using LineBot.Language;

namespace LineBot.Console.Talks;

/// <summary>Proposed acts as operators read them.</summary>
internal static class ActWords
{
    /// <param name="isFull">Whether the role may see a login ID.</param>
    public static string Of(PossibleAct act, Tongue tongue, bool isFull) => act.Kind switch
    {
        ProposalKinds.UndoContractorLink => Named(act.Kind, tongue) + (isFull ? $"　{act.About}" : ""),
        ProposalKinds.TopUp => $"{Named(act.Kind, tongue)} {tongue.Data(act.Mb!.Value * 1_000L)} · {tongue.Yen(act.Yen!.Value)}　{act.About}",
        _ => $"{Named(act.Kind, tongue)}　{act.About}",
    };

    public static string Of(Proposal proposal, Tongue tongue) => proposal is { Mb: { } mb, Yen: { } yen }
        ? $"{Named(proposal.Kind, tongue)} {tongue.Data(mb * 1_000L)} · {tongue.Yen(yen)}"
        : Named(proposal.Kind, tongue);

    public static string StateOf(Proposal proposal, DateTimeOffset now, Tongue tongue) => proposal.State switch
    {
        "done" => tongue.Say("お客さまが実行", "done by the customer"),
        "declined" => tongue.Say("お客さまが辞退", "declined"),
        "refused" => tongue.Say("状態が変わり未実行", "no longer possible"),
        _ => proposal.IsOpenAt(now) ? tongue.Say("お客さまの確認待ち", "waits for the customer") : tongue.Say("期限切れ", "ran out"),
    };

    private static string Named(string kind, Tongue tongue) => kind switch
    {
        ProposalKinds.ReissueCode => tongue.Say("利用コードの再設定", "Re-issue the user code"),
        ProposalKinds.UndoUserLink => tongue.Say("利用者連携の解除", "Undo the user link"),
        ProposalKinds.UndoContractorLink => tongue.Say("契約者連携の解除", "Undo the contractor link"),
        _ => tongue.Say("データ追加", "Top-up"),
    };
}

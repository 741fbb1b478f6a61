using Line.Messaging;
using LineBot.Data;
using LineBot.Language;
using LineBot.RichMenu;

namespace LineBot.Handlers.DataPresent;

public sealed class HistoryReplies
{
    /// <param name="thisMonth">Its first day; what is older is last month's.</param>
    public Message Show(
        Tongue tongue, DateOnly thisMonth, IReadOnlyList<PresentShare> waiting, IReadOnlyList<PresentLine> presents, IReadOnlyList<PresentShare> cameBack)
    {
        var title = tongue.Say("プレゼント履歴", "Present history");
        var lines = presents.Select(present => LineOf(tongue, present)).Concat(cameBack.Select(share => LineOf(tongue, share)))
            .OrderByDescending(line => line.At).Take(HistoryHandler.MostLines).ToList();
        List<FlexComponent> body = [];
        if (waiting.Count > 0)
            body.AddRange([Heading(tongue.Say("受け取り待ち", "Waiting")), .. waiting.Select(share => Waiting(tongue, share))]);
        AddMonth(body, tongue.Say("今月", "This month"), [.. lines.Where(line => JapanTime.DayOf(line.At) >= thisMonth)]);
        AddMonth(body, tongue.Say("先月", "Last month"), [.. lines.Where(line => JapanTime.DayOf(line.At) < thisMonth)]);
        if (body.Count == 0)
            body.Add(Card.Text(tongue.Say("今月と先月のプレゼントはありません。", "There were no presents this month or last.")));
        else if (presents.Count + cameBack.Count > HistoryHandler.MostLines)
            body.Add(Card.Note(tongue.Say($"新しいものから{HistoryHandler.MostLines}件です。", $"The latest {HistoryHandler.MostLines}.")));
        return new FlexMessage(title, Card.Of(
            title, body, Card.Other(Card.Tap(tongue.Say("データプレゼント", "Data present"), Postback.To(Tiles.DataPresent)))));
    }

    private static void AddMonth(List<FlexComponent> body, string name, IReadOnlyList<HistoryLine> lines)
    {
        if (lines.Count > 0)
            body.AddRange([Heading(name), FlexBox.Vertical([.. lines.Select(line => line.Row)]) with { Spacing = "sm" }]);
    }

    private static FlexText Heading(string text) => new(text) { Size = "sm", Weight = FlexWeight.Bold, Color = Card.Green };

    private static FlexBox Waiting(Tongue tongue, PresentShare share) => FlexBox.Vertical(
        Row(tongue.Say("リンク", "Link"), tongue.Data(share.Kb), Card.Ink),
        new FlexText(tongue.Say($"{tongue.DayAndTime(share.ExpiresAt)} まで", $"until {tongue.DayAndTime(share.ExpiresAt)}")) { Size = "xs", Color = Card.Muted },
        FlexBox.Horizontal(
            Small(tongue.Say("作りなおす", "New link"), tongue.Say("リンクを作りなおす", "Make a new link"), "data-present/share-renew", share),
            Small(tongue.Say("取り消す", "Cancel"), tongue.Say("プレゼントを取り消す", "Cancel the present"), "data-present/share-cancel", share))
        with { Spacing = "sm" })
        with { Spacing = "sm", PaddingAll = "12px", CornerRadius = "md", BackgroundColor = "#EEF2F0" };

    private static FlexButton Small(string label, string said, string action, PresentShare share) =>
        new(Card.Tap(label, Postback.To(action, ("share", share.Id))) with { DisplayText = said })
        {
            Style = FlexButtonStyle.Link, Color = Card.Green, Height = FlexButtonHeight.Small, AdjustMode = FlexAdjustMode.ShrinkToFit,
        };

    private static HistoryLine LineOf(Tongue tongue, PresentLine present)
    {
        var name = Called.By(tongue, present.Other);
        return new HistoryLine(present.GivenAt, Dated(
            present.GivenAt, present.IsGiven ? tongue.Say($"{name}へ", $"to {name}") : tongue.Say($"{name}から", $"from {name}"),
            (present.IsGiven ? "−" : "+") + tongue.Data(present.Kb), present.IsGiven ? Card.Ink : Card.Green));
    }

    private static HistoryLine LineOf(Tongue tongue, PresentShare share)
    {
        var end = share.State == ShareState.Cancelled ? tongue.Say("取り消し", "cancelled") : tongue.Say("期限切れ", "not taken");
        return new HistoryLine(share.SettledAt!.Value, Dated(
            share.SettledAt.Value, tongue.Say($"リンク（{end}）", $"link ({end})"),
            tongue.Say($"{tongue.Data(share.Kb)} 戻り", $"{tongue.Data(share.Kb)} back"), Card.Muted));
    }

    private static FlexBox Dated(DateTimeOffset at, string what, string amount, string color)
    {
        var day = JapanTime.DayOf(at);
        return Row($"{day.Month}/{day.Day}  {what}", amount, color);
    }

    private static FlexBox Row(string what, string amount, string color) => FlexBox.Horizontal(
        new FlexText(what) { Size = "sm", Color = Card.Ink, Flex = 7, Wrap = true },
        new FlexText(amount) { Size = "sm", Color = color, Flex = 4, Align = FlexAlign.End, Weight = FlexWeight.Bold, Wrap = true });

    private sealed record HistoryLine(DateTimeOffset At, FlexBox Row);
}

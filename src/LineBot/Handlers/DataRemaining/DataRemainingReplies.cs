using Line.Messaging;
using LineBot.Accounts;
using LineBot.Data;
using LineBot.Language;
using LineBot.RichMenu;

namespace LineBot.Handlers.DataRemaining;

public sealed class DataRemainingReplies
{
    /// <summary>Everything on one subscription's data. Its user may be a child: there is no price in it.</summary>
    public Message Show(Tongue tongue, Customer customer, Remaining remaining)
    {
        var left = tongue.Data(remaining.Balance.LeftKb);
        var summary = tongue.Say(
            $"データ残量 {left}（{Gauge.Percent(remaining.Balance)}%）", $"Data remaining: {left} ({Gauge.Percent(remaining.Balance)}%)");
        return new FlexMessage($"{summary} {Outlook.Of(tongue, remaining).Text.ReplaceLineEndings(" ")}", new FlexBubble
        {
            Body = FlexBox.Vertical(
                Heading(tongue, remaining),
                Amount(tongue, remaining.Balance),
                Gauge.Of(remaining.Balance, "14px") with { Margin = "sm" },
                OutlookBox(Outlook.Of(tongue, remaining)) with { Margin = "lg" },
                Section(tongue.Say("内訳", "What it is made of")),
                Parts(tongue, remaining.Balance) with { Margin = "md" },
                Section(tongue.Say("直近利用データ通信量", "Recent usage")),
                RecentUsage(tongue, remaining) with { Margin = "md" },
                Speed(tongue, remaining) with { Margin = "xl" }) with { PaddingAll = "20px" },
            Footer = FlexBox.Vertical([.. Buttons(tongue, customer)]) with { Spacing = "sm", PaddingAll = "16px", PaddingTop = "0px" },
        });
    }

    private static FlexBox Heading(Tongue tongue, Remaining remaining) => FlexBox.Vertical(
        Card.Title(tongue.Say("データ残量", "Data remaining")),
        new FlexText(tongue.Say(
            $"{remaining.Subscription.UserName}さん  {remaining.Subscription.PhoneNumber}",
            $"{remaining.Subscription.UserName}  {remaining.Subscription.PhoneNumber}")) { Size = "xs", Color = Card.Muted, Margin = "xs" },
        new FlexText(tongue.Say($"{tongue.DayAndTime(remaining.Now)} 現在", $"As of {tongue.DayAndTime(remaining.Now)}")) { Size = "xs", Color = Card.Muted });

    private static FlexBox Amount(Tongue tongue, Balance balance)
    {
        var (number, unit) = tongue.DataParts(balance.LeftKb);
        return FlexBox.Horizontal(
            new FlexText
            {
                Contents =
                [
                    new FlexSpan(number) { Size = "5xl", Weight = FlexWeight.Bold, Color = balance.IsSlow ? Card.Red : Card.Ink },
                    new FlexSpan($" {unit}") { Size = "xl", Weight = FlexWeight.Bold, Color = balance.IsSlow ? Card.Red : Card.Ink },
                ],
                Flex = 0,
            },
            new FlexText(tongue.Say(
                $"残り {Gauge.Percent(balance)}%\n全 {tongue.Data(balance.VolumeKb)}", $"{Gauge.Percent(balance)}% left\nof {tongue.Data(balance.VolumeKb)}"))
            { Size = "sm", Color = Card.Muted, Align = FlexAlign.End, Gravity = FlexGravity.Bottom, Wrap = true })
            with { Margin = "md", AlignItems = FlexAlignItems.FlexEnd };
    }

    private static FlexBox OutlookBox(Outlook outlook) =>
        FlexBox.Vertical(new FlexText(outlook.Text)
        {
            Size = "sm", Wrap = true, Weight = FlexWeight.Bold, Color = outlook.IsGood ? Card.Green : Card.Red,
        }) with { BackgroundColor = outlook.IsGood ? "#EAF4EE" : "#FBECEB", CornerRadius = "md", PaddingAll = "10px" };

    private static FlexText Section(string title) =>
        new(title) { Size = "sm", Weight = FlexWeight.Bold, Color = Card.Ink, Margin = "xl", Wrap = true };

    private static FlexBox Parts(Tongue tongue, Balance balance) => FlexBox.Vertical(
        [.. balance.Parts
            .Where(part => part.LeftKb > 0 || part.Kind == PartKind.Plan)
            .GroupBy(part => (part.Kind, part.LastDay))
            .Select(same => PartRow(tongue, same.Key.Kind, same.Key.LastDay, same.Sum(part => part.LeftKb)))]) with { Spacing = "sm" };

    private static FlexBox PartRow(Tongue tongue, PartKind kind, DateOnly lastDay, long leftKb) => FlexBox.Horizontal(
        FlexBox.Vertical() with { Width = "10px", Height = "10px", CornerRadius = "2px", BackgroundColor = PartLook.Color(kind), Flex = 0 },
        new FlexText(PartLook.Name(tongue, kind)) { Size = "sm", Color = Card.Ink, Flex = 10, Margin = "sm", AdjustMode = FlexAdjustMode.ShrinkToFit },
        new FlexText(tongue.Until(lastDay)) { Size = "xs", Color = Card.Muted, Flex = 14, AdjustMode = FlexAdjustMode.ShrinkToFit },
        new FlexText(tongue.Data(leftKb)) { Size = "sm", Color = Card.Ink, Weight = FlexWeight.Bold, Flex = 8, Align = FlexAlign.End, AdjustMode = FlexAdjustMode.ShrinkToFit })
        with { AlignItems = FlexAlignItems.Center };

    private static FlexBox RecentUsage(Tongue tongue, Remaining remaining)
    {
        var days = Enumerable.Range(0, Remaining.RecentDays).Select(ago => remaining.Balance.Today.AddDays(-ago)).ToList();
        var most = Math.Max(1, days.Max(remaining.UsedOn));
        return FlexBox.Vertical([.. days.Select(day => UsageRow(tongue, remaining, day, most))]) with { Spacing = "sm" };
    }

    private static FlexBox UsageRow(Tongue tongue, Remaining remaining, DateOnly day, long most) => FlexBox.Horizontal(
        new FlexText(day == remaining.Balance.Today ? tongue.Say("今日", "Today") : tongue.Day(day)) { Size = "sm", Color = Card.Ink, Flex = 9 },
        Gauge.Bar(remaining.UsedOn(day), most, "#5B7C6C", "8px") with { Flex = 10 },
        new FlexText(tongue.Data(remaining.UsedOn(day))) { Size = "sm", Color = Card.Ink, Flex = 7, Align = FlexAlign.End })
        with { AlignItems = FlexAlignItems.Center, Spacing = "sm" };

    private static FlexBox Speed(Tongue tongue, Remaining remaining) => Card.Fact(
        tongue.Say("通信速度", "Speed now"),
        remaining.Balance.IsSlow ? tongue.Say($"低速（{remaining.SlowKbps}kbps）", $"Slow ({remaining.SlowKbps} kbps)") : tongue.Say("通常", "Normal"));

    private static IEnumerable<FlexComponent> Buttons(Tongue tongue, Customer customer)
    {
        yield return Card.Primary(Card.Tap(tongue.Say("データプレゼント", "Data present"), Postback.To(Tiles.DataPresent)));
        if (customer.IsContractHolder)
            yield return Card.Other(Card.Tap(tongue.Say("ご家族の回線の残量", "Family's data remaining"), Postback.To(Tiles.FamilyBoard)));
    }
}

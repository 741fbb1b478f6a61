using Line.Messaging;
using LineBot.Accounts;
using LineBot.Data;
using LineBot.Language;
using LineBot.RichMenu;

namespace LineBot.Handlers.DataRemaining;

/// <summary>
/// The answer that customers ask for most, so it is written with few words on the wire: ink is LINE's own, and what stands
/// below each other is one text of several lines.
/// </summary>
public sealed class DataRemainingReplies
{
    private const string BarColor = "#5B7C6C";

    /// <summary>Everything on one subscription's data. Its user may be a child: there is no price in it.</summary>
    /// <param name="page">Where the same is shown as a page.</param>
    public Message Show(Tongue tongue, Customer customer, Remaining remaining, string page)
    {
        var left = tongue.Data(remaining.Balance.LeftKb);
        var outlook = Outlook.Of(tongue, remaining);
        var summary = tongue.Say(
            $"データ残量 {left}（{Gauge.Percent(remaining.Balance)}%）", $"Data remaining: {left} ({Gauge.Percent(remaining.Balance)}%)");
        return new FlexMessage($"{summary} {outlook.OneLine}", new FlexBubble
        {
            Body = FlexBox.Vertical(
                Card.Title(tongue.Say("データ残量", "Data remaining")),
                Heading(tongue, remaining),
                Amount(tongue, remaining.Balance),
                Gauge.Of(remaining.Balance, "14px"),
                OutlookBox(tongue, remaining, outlook),
                Section(tongue.Say("内訳（残り / 全量）", "Made up of (left / total)")),
                Parts(tongue, remaining.Balance.Parts),
                Section(tongue.Say("直近利用データ通信量", "Recent usage")),
                RecentUsage(tongue, remaining)) with { PaddingAll = "20px", Spacing = "md" },
            Footer = FlexBox.Vertical([.. Buttons(tongue, customer, remaining.Subscription, page)]) with { Spacing = "sm" },
        });
    }

    /// <summary>For contract holders who have just seen the family board: how the tile shows their own subscription.</summary>
    public Message OwnNeedsUserLink(Tongue tongue) => Card.Message(
        tongue.Say("ご自分の回線を使うには", "Your own subscription"),
        tongue.Say(
            "利用者連携をすると、内訳や日ごとの利用量、データプレゼントもここからご利用いただけます。",
            "Link as user to see its parts and daily usage here, and to give and receive data."),
        Card.Primary(LockedTile.StartUserLink(tongue)));

    private static FlexText Heading(Tongue tongue, Remaining remaining) => new(tongue.Say(
        $"{remaining.Subscription.UserName}さん  {remaining.Subscription.PhoneNumber}\n{tongue.DayAndTime(remaining.Now)} 現在",
        $"{remaining.Subscription.UserName}  {remaining.Subscription.PhoneNumber}\nAs of {tongue.DayAndTime(remaining.Now)}"))
    { Size = "xs", Color = Card.Muted, Wrap = true, Margin = "xs" };

    private static FlexBox Amount(Tongue tongue, Balance balance)
    {
        var (number, unit) = tongue.DataParts(balance.LeftKb);
        var color = balance.IsSlow ? Card.Red : null;
        return FlexBox.Horizontal(
            new FlexText
            {
                Contents =
                [
                    new FlexSpan(number) { Size = "5xl", Weight = FlexWeight.Bold, Color = color },
                    new FlexSpan($" {unit}") { Size = "xl", Weight = FlexWeight.Bold, Color = color },
                ],
                Flex = 0,
            },
            new FlexText(tongue.Say(
                $"残り {Gauge.Percent(balance)}%\n全 {tongue.Data(balance.VolumeKb)}", $"{Gauge.Percent(balance)}% left\nof {tongue.Data(balance.VolumeKb)}"))
            { Size = "sm", Color = Card.Muted, Align = FlexAlign.End, Gravity = FlexGravity.Bottom, Wrap = true }) with { AlignItems = FlexAlignItems.FlexEnd };
    }

    /// <summary>Where the month is going, and the speed now.</summary>
    private static FlexBox OutlookBox(Tongue tongue, Remaining remaining, Outlook outlook) => FlexBox.Vertical(
        new FlexText(outlook.Text) { Size = "sm", Wrap = true, Weight = FlexWeight.Bold, Color = outlook.IsGood ? Card.Green : Card.Red },
        new FlexText(remaining.Balance.IsSlow
            ? tongue.Say($"通信速度  低速（{remaining.SlowKbps}kbps）", $"Speed now: slow ({remaining.SlowKbps} kbps)")
            : tongue.Say("通信速度  通常", "Speed now: normal")) { Size = "sm", Margin = "sm" }) with
    {
        BackgroundColor = outlook.IsGood ? "#EAF4EE" : "#FBECEB", CornerRadius = "md", PaddingAll = "10px",
    };

    private static FlexText Section(string title) => new(title) { Size = "sm", Weight = FlexWeight.Bold, Margin = "xl" };

    /// <summary>
    /// Each part with what it held and until when, those that are used up among them, so that the sum is the whole.
    /// Two texts of as many lines: names and dates, amounts.
    /// </summary>
    private static FlexBox Parts(Tongue tongue, IReadOnlyList<DataPart> parts)
    {
        var (names, amounts) = (new List<FlexSpan>(), new List<FlexSpan>());
        foreach (var same in parts.Where(part => part.VolumeKb > 0).GroupBy(part => (part.Kind, part.LastDay)))
        {
            var end = names.Count > 0 ? "\n" : "";
            names.Add(new FlexSpan($"{end}■ ") { Color = PartLook.Color(same.Key.Kind) });
            names.Add(new FlexSpan(PartLook.Name(tongue, same.Key.Kind)));
            names.Add(new FlexSpan($"\n{tongue.Until(same.Key.LastDay)}") { Size = "xs", Color = Card.Muted });
            amounts.Add(new FlexSpan($"{end}{tongue.Data(same.Sum(part => part.LeftKb))}") { Weight = FlexWeight.Bold });
            amounts.Add(new FlexSpan($"\n/ {tongue.Data(same.Sum(part => part.VolumeKb))}") { Size = "xs", Color = Card.Muted });
        }
        return names.Count == 0
            ? FlexBox.Vertical(new FlexText(tongue.Say("データはありません", "No data")) { Size = "sm" })
            : FlexBox.Horizontal(
                new FlexText { Contents = names, Size = "sm", Wrap = true, LineSpacing = "4px", Flex = 3 },
                new FlexText { Contents = amounts, Size = "sm", Wrap = true, LineSpacing = "4px", Flex = 2, Align = FlexAlign.End });
    }

    /// <summary>Today and the days before: three columns, the bars spread to the lines beside them.</summary>
    private static FlexBox RecentUsage(Tongue tongue, Remaining remaining)
    {
        var days = Enumerable.Range(0, Remaining.RecentDays).Select(ago => remaining.Balance.Today.AddDays(-ago)).ToList();
        var most = Math.Max(1, days.Max(remaining.UsedOn));
        var names = days.Select(day => day == remaining.Balance.Today ? tongue.Say("今日", "Today") : tongue.Day(day));
        return FlexBox.Horizontal(
            new FlexText(string.Join('\n', names)) { Size = "sm", Wrap = true, LineSpacing = "6px", Flex = 5 },
            FlexBox.Vertical([.. days.Select(day => Gauge.Bar(BarColor, remaining.UsedOn(day), most, "8px"))]) with
            {
                Flex = 5, JustifyContent = FlexJustifyContent.SpaceAround,
            },
            new FlexText(string.Join('\n', days.Select(day => tongue.Data(remaining.UsedOn(day)))))
            {
                Size = "sm", Wrap = true, LineSpacing = "6px", Flex = 4, Align = FlexAlign.End,
            });
    }

    private static IEnumerable<FlexComponent> Buttons(Tongue tongue, Customer customer, Subscription subscription, string page)
    {
        yield return Card.Primary(new UriAction(tongue.Say("グラフでくわしく見る", "See the month's chart"), page));
        yield return Card.Other(Card.Tap(tongue.Say("データプレゼント", "Data present"), Postback.To(Tiles.DataPresent)));
        foreach (var buy in DataNoticeReplies.Buy(tongue, customer, subscription))
            yield return buy;
        if (customer.IsContractHolder)
            yield return Card.Other(Card.Tap(tongue.Say("ご家族の回線の残量", "Family's data remaining"), Postback.To(Tiles.FamilyBoard)));
    }
}

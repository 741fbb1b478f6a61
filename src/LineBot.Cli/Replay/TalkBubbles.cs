using Line.Messaging;
using LineBot.Webhook.Recordings;
using Spectre.Console;

namespace LineBot.Cli.Replay;

/// <summary>Shows on a terminal where a talk went otherwise than it was recorded: what the customer did, what came then and what comes now.</summary>
internal sealed class TalkBubbles(Shell shell, IReadOnlyList<PlacedEntry> webhooks)
{
    private const int Width = 76;
    private const int BubbleWidth = 54;
    private const int MostShown = 10;
    private const int MostPlaces = 3;
    private const int LongestValue = 60;

    public void Print(IReadOnlyList<(string Chat, TalkDifference Difference)> differences)
    {
        foreach (var (chat, difference) in differences.Take(MostShown))
        {
            shell.Output.WriteLine();
            shell.Output.WriteLine($"── {difference.Recorded?.Place ?? shell.Say("記録にない", "not in the recording")} · {chat}");
            if (difference.Recorded is { Owner: >= 0 } recorded)
                Own(recorded.Owner, chat);
            Bubble(shell.Say("記録", "recorded"), difference.Recorded?.Spoken.Message is { } was ? BubbleText.Of(was) : null);
            Bubble(shell.Say("今回", "now"), difference.Heard?.Message is { } now ? BubbleText.Of(now) : null);
            Places(difference);
        }
        if (differences.Count > MostShown)
            shell.Output.WriteLine(shell.Say($"\nほか {differences.Count - MostShown} 件 (--json ですべて)", $"\nand {differences.Count - MostShown} more (--json has all)"));
        shell.Output.WriteLine();
    }

    /// <summary>What the customer did before it; nothing where it came of what somebody else did.</summary>
    private void Own(int webhook, string chat)
    {
        foreach (var happened in WebhookRequest.Parse(((RecordedWebhook)webhooks[webhook].Entry).Body).Events.Where(e => e.Source?.ChatId == chat))
        {
            var lines = Lines(new Panel(Markup.Escape(BubbleText.Of(happened))).RoundedBorder());
            foreach (var line in lines)
                shell.Output.WriteLine(new string(' ', Width - lines[0].Length) + line);
        }
    }

    private void Bubble(string header, IReadOnlyList<string>? text)
    {
        if (text is null)
        {
            shell.Output.WriteLine($"   {header}: {shell.Say("なし", "nothing")}");
            return;
        }
        foreach (var line in Lines(new Panel(Markup.Escape(string.Join('\n', text))).RoundedBorder().Header(Markup.Escape(header))))
            shell.Output.WriteLine(line);
    }

    /// <summary>Where two look alike, or differ in little, it has to be said in what they differ.</summary>
    private void Places(TalkDifference difference)
    {
        foreach (var place in difference.Places.Take(MostPlaces))
        {
            var same = place.Recorded.AsSpan().CommonPrefixLength(place.Now);
            shell.Output.WriteLine($"   {place.Path}: {Short(place.Recorded, same)} → {Short(place.Now, same)}");
        }
        if (difference.Places.Count > MostPlaces)
            shell.Output.WriteLine(shell.Say($"   ほか {difference.Places.Count - MostPlaces} か所", $"   and {difference.Places.Count - MostPlaces} more places"));
    }

    /// <summary>Of a long value what stands around the first letter that differs.</summary>
    private static string Short(string? value, int same)
    {
        if (value is null)
            return "–";
        var from = value.Length <= LongestValue ? 0 : Math.Clamp(same - LongestValue / 2, 0, value.Length - LongestValue);
        var until = Math.Min(value.Length, from + LongestValue);
        return $"{(from > 0 ? "…" : "")}{value[from..until]}{(until < value.Length ? "…" : "")}".ReplaceLineEndings(" ");
    }

    private static string[] Lines(Panel panel) => Shell.Drawn(panel, BubbleWidth).TrimEnd('\n').Split('\n');
}

using System.Globalization;
using System.Text;
using LineBot.Simulator.Platform;

namespace LineBot.Tests.Drivers;

internal static class WireText
{
    private const int Shown = 40;

    public static string Of(WireRecord record)
    {
        var lines = record.Webhooks.Select(post => (post.Number, Text: $"webhook → {post.Status?.ToString(CultureInfo.InvariantCulture) ?? post.Failure}  {post.Body}"))
            .Concat(record.Calls.Select(call => (call.Number, Text: $"{call.Method} {call.Path} ← {call.Status} {call.Fault} {call.Refusal}  {call.Body}")))
            .OrderBy(line => line.Number).TakeLast(Shown);
        var text = new StringBuilder();
        foreach (var line in lines)
            text.AppendLine(line.Text.Length > 400 ? line.Text[..400] + "…" : line.Text);
        return text.ToString();
    }
}

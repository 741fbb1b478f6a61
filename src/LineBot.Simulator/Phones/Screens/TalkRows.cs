using System.Runtime.CompilerServices;
using LineBot.Language;
using LineBot.Simulator.Phones.Live;
using LineBot.Simulator.Phones.Messages;
using LineBot.Simulator.Phones.Views;
using LineBot.Simulator.Platform;
using LineBot.Web;

namespace LineBot.Simulator.Phones.Screens;

/// <summary>
/// The lines of a talk as HTML. A line once drawn is kept for as long as the entry lives, since entries never change:
/// what a long talk costs is only its newest line.
/// </summary>
internal sealed partial class TalkRows(FragmentRenderer renderer, ILogger<TalkRows> logger)
{
    private readonly ConditionalWeakTable<TalkEntry, Dictionary<(bool First, bool Read), string>> _drawn = [];

    public async Task<FragmentList> OfAsync(PhoneScreen phone, string account)
    {
        var rows = new List<Fragment>();
        var day = DateOnly.MinValue;
        TalkEntry? before = null;
        foreach (var entry in phone.Phone.Talk)
        {
            if (JapanTime.DayOf(entry.At) != day)
            {
                day = JapanTime.DayOf(entry.At);
                rows.Add(new($"{phone.Id}-d{day:yyyyMMdd}", $"<p class=\"note day\">{DayName(day, phone.Tongue)}</p>"));
            }
            var first = before is not { Side: TalkSide.Bot } || entry.At - before.At > TimeSpan.FromMinutes(1);
            var read = entry.Side == TalkSide.Own && entry.Number <= phone.Phone.ReadUpTo;
            rows.Add(new($"{phone.Id}-e{entry.Number}", await DrawAsync(entry, phone.Tongue, account, first, read)));
            before = entry;
        }
        if (phone.Phone.IsLoading)
            rows.Add(new($"{phone.Id}-dots", "<div class=\"line bot\"><div class=\"balloon dots\"><i></i><i></i><i></i></div></div>"));
        return new($"{phone.Id}-talk", rows);
    }

    public static string DayName(DateOnly day, Tongue tongue) =>
        tongue.Say($"{day:M/d}({"日月火水木金土"[(int)day.DayOfWeek]})", $"{day.DayOfWeek.ToString()[..3]}, {day:M/d}");

    private async Task<string> DrawAsync(TalkEntry entry, Tongue tongue, string account, bool first, bool read)
    {
        var drawn = _drawn.GetOrCreateValue(entry);
        lock (drawn)
        {
            if (drawn.TryGetValue((first, read), out var html))
                return html;
        }
        var fresh = await RenderAsync(entry, tongue, account, first, read);
        lock (drawn)
            return drawn[(first, read)] = fresh;
    }

    private async Task<string> RenderAsync(TalkEntry entry, Tongue tongue, string account, bool first, bool read)
    {
        try
        {
            return await renderer.RenderAsync<TalkLine>(tongue,
                (nameof(TalkLine.Entry), entry), (nameof(TalkLine.Account), account), (nameof(TalkLine.IsFirst), first), (nameof(TalkLine.IsRead), read));
        }
        catch (Exception trouble) when (trouble is not OutOfMemoryException)
        {
            // One message that defeats us must not take the talk with it: it is shown as what it is, unknown.
            Log.NotDrawn(logger, entry.Number, trouble);
            return await renderer.RenderAsync<UnknownPart>(tongue, (nameof(UnknownPart.Part), entry.Message));
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Line {Number} of a talk could not be drawn")]
        public static partial void NotDrawn(ILogger logger, int number, Exception exception);
    }
}

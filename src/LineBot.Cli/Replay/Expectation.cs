using Line.Messaging;

namespace LineBot.Cli.Replay;

/// <summary>Holds a replay to the answers of its recording: waits for each, taps the buttons that are shown now, and compares at the end.</summary>
internal sealed class Expectation(ExpectedTalks talks, LineStandIn line, FreshIds fresh, TimeSpan patience, Shell shell)
{
    /// <summary>So long nothing may come any more before it is believed that nothing will.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(300);

    private readonly Buttons _buttons = new();
    private readonly Dictionary<string, int> _noted = [];
    private readonly Dictionary<string, int> _givenUp = [];

    /// <summary>The webhook as it goes out now.</summary>
    public byte[] Prepare(byte[] body) => WebhookRequest.Parse(body).Events is [{ Source.ChatId: { } chat }, ..] ? _buttons.In(body, chat) : body;

    /// <summary>Waits until all was said that the recording has come of a webhook.</summary>
    /// <exception cref="TroubleException">The service speaks to somebody else.</exception>
    public async Task AnsweredAsync(int webhook, CancellationToken cancel)
    {
        foreach (var (chat, messages) in talks.After(webhook))
        {
            var now = fresh.ChatOf(chat);
            var wanted = messages - _givenUp.GetValueOrDefault(chat);
            if (!await line.BecomesAsync(() => line.Heard(now).Count >= wanted, patience, cancel))
            {
                if (line.Calls == 0)
                    throw NobodySpeaks();
                // It will be told as missing; nobody waits for it again.
                _givenUp[chat] = messages - line.Heard(now).Count;
            }
            NoteButtons(chat, now);
        }
    }

    /// <summary>Waits until nothing more comes, and compares.</summary>
    /// <returns>The differences by chat, as the recording names it.</returns>
    public async Task<IReadOnlyList<(string Chat, TalkDifference Difference)>> CompareAsync(CancellationToken cancel)
    {
        while (shell.Clock.GetElapsedTime(line.LastCallAt) < Quiet)
            await Task.Delay(Quiet - shell.Clock.GetElapsedTime(line.LastCallAt) + TimeSpan.FromMilliseconds(1), shell.Clock, cancel);
        var recorded = talks.Chats.ToDictionary(fresh.ChatOf);
        return
        [
            .. recorded.SelectMany(chat => TalkComparison.Of(talks.Of(chat.Value), line.Heard(chat.Key)).Select(difference => (chat.Value, difference))),
            .. line.Chats.Where(chat => !recorded.ContainsKey(chat))
                .SelectMany(chat => line.Heard(chat).Select(heard => (chat, new TalkDifference(null, heard)))),
        ];
    }

    private void NoteButtons(string chat, string now)
    {
        var (recorded, heard) = (talks.Of(chat), line.Heard(now));
        for (var i = _noted.GetValueOrDefault(chat); i < Math.Min(recorded.Count, heard.Count); i++)
        {
            _buttons.Note(now, recorded[i].Spoken.Message, heard[i].Message);
            _noted[chat] = i + 1;
        }
    }

    private TroubleException NobodySpeaks() => new(
        shell.Say("サービスからの呼び出しが --listen に届きません。", "No call of the service came in at the address in --listen."), null,
        shell.Say("サービスの Line:ApiBaseUrl と Line:DataApiBaseUrl を --listen のアドレスにして起動してください。",
            "Start the service with Line:ApiBaseUrl and Line:DataApiBaseUrl set to that address."));
}

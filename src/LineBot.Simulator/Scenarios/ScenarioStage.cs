using LineBot.Language;
using LineBot.Simulator.Clock;
using LineBot.Simulator.Journeys;
using LineBot.Simulator.Phones.Bench;
using LineBot.Simulator.Platform;

namespace LineBot.Simulator.Scenarios;

/// <summary>Plays scenarios on a platform whose bot is the service with its demo customers.</summary>
internal sealed class ScenarioStage : IDisposable
{
    private static readonly Dictionary<string, (string LoginId, string Password)> Contracts = new()
    {
        ["親"] = ("oya@example.jp", "demo-password-1"),
        ["parent"] = ("oya@example.jp", "demo-password-1"),
        ["友だち"] = ("tomo@example.jp", "demo-password-2"),
        ["friend"] = ("tomo@example.jp", "demo-password-2"),
    };

    private static readonly Dictionary<string, string> Menus = new()
    {
        ["連携なし"] = "-none-", ["契約者"] = "-contractor-", ["利用者"] = "-user-", ["契約者と利用者"] = "-both-",
        ["none"] = "-none-", ["contractor"] = "-contractor-", ["user"] = "-user-", ["both"] = "-both-",
    };

    private readonly LinePlatform _platform;
    private readonly TurnableClock _clock;
    private readonly IAudience? _audience;
    private readonly Func<Task> _calm;
    private readonly Dictionary<string, Actor> _actors = [];
    private readonly Dictionary<string, string> _codes = [];

    /// <param name="audience">Null plays as fast as it goes.</param>
    /// <param name="calm">Waited for before the clock is turned, where what is still on its way would be too old afterwards.</param>
    public ScenarioStage(LinePlatform platform, TurnableClock clock, IAudience? audience = null, Func<Task>? calm = null)
    {
        (_platform, _clock, _audience, _calm) = (platform, clock, audience, calm ?? (() => Task.CompletedTask));
        // The first that matches counts: what is seen on somebody's page before what somebody sees.
        Steps =
        [
            new("{WHO}のページに「{TEXT}」と表示される", "{WHO}'s page shows \"{TEXT}\"", said => Of(said).PageShows(said["TEXT"])),
            new("{WHO}がメニューの「{LABEL}」をタップする", "{WHO} taps \"{LABEL}\" in the menu", said => Of(said).TapTileAsync(said["LABEL"])),
            new("{WHO}が「{LABEL}」をタップする", "{WHO} taps \"{LABEL}\"", said => Of(said).TapAsync(said["LABEL"])),
            new("{WHO}が「{TEXT}」と送る", "{WHO} writes \"{TEXT}\"", said => Of(said).SayAsync(said["TEXT"])),
            new("{WHO}がスタンプを送る", "{WHO} sends a sticker", said => Of(said).SendStickerAsync()),
            new("{WHO}がブロックする", "{WHO} blocks the account", said => Of(said).BlockAsync()),
            new("{WHO}がブロックを解除する", "{WHO} unblocks the account", said => Of(said).UnblockAsync()),
            new("{WHO}が契約者連携する", "{WHO} links the contract", said => LinkContractAsync(said, said["WHO"])),
            new("{WHO}が{OTHER}の契約に契約者連携する", "{WHO} links {OTHER}'s contract", said => LinkContractAsync(said, said["OTHER"])),
            new("{WHO}が{NUMBER}の利用コードを確認する", "{WHO} looks up the user code of {NUMBER}", ReadCodeAsync),
            new("{WHO}が{NUMBER}の利用コードを入れる", "{WHO} enters the user code of {NUMBER}", EnterCodeAsync),
            new("{WHO}に「{TEXT}」と表示される", "{WHO} sees \"{TEXT}\"", said => Of(said).SeesAsync(said["TEXT"])),
            new("{WHO}に「{TEXT}」と表示されない", "{WHO} does not see \"{TEXT}\"", said => Of(said).DoesNotSeeAsync(said["TEXT"])),
            new("{WHO}がページの「{LABEL}」を押す", "{WHO} presses \"{LABEL}\" on the page", said => Of(said).PressAsync(said["LABEL"])),
            new("{WHO}がページの「{LABEL}」を開く", "{WHO} follows \"{LABEL}\" on the page", said => Of(said).FollowAsync(said["LABEL"])),
            new("{WHO}がページの「{LABEL}」を選ぶ", "{WHO} chooses \"{LABEL}\" on the page", said => Of(said).ChooseAsync(said["LABEL"])),
            new("{WHO}がページの「{FIELD}」に「{TEXT}」と入力する", "{WHO} types \"{TEXT}\" into \"{FIELD}\" on the page",
                said => Of(said).FillAsync(said["FIELD"], said["TEXT"])),
            new("{WHO}がページの「{FIELD}」に{NUMBER}の利用コードを入力する", "{WHO} types the user code of {NUMBER} into \"{FIELD}\" on the page",
                said => Of(said).FillAsync(said["FIELD"], CodeOf(said))),
            new("{WHO}が{OTHER}から届いたリンクを開く", "{WHO} opens what {OTHER} has sent", said => Of(said).OpenSharedAsync(Named(said["OTHER"]))),
            new("{WHO}が入力済みのメッセージを送る", "{WHO} sends what was typed for them", said => Of(said).SendTypedAsync()),
            new("{WHO}のメニューは「{MENU}」になる", "{WHO}'s menu becomes \"{MENU}\"", MenuBecomesAsync),
            new("時計を1時間進める", "the clock goes on by an hour", _ => Turn("hour")),
            new("時計を翌朝にする", "the clock goes to the next morning", _ => Turn("morning")),
            new("時計を月末にする", "the clock goes to the month's end", _ => Turn("month")),
            new("時計を{COUNT}時間進める", "the clock goes on by {COUNT} hours",
                said => Turn(TimeSpan.FromHours(int.Parse(said["COUNT"], System.Globalization.CultureInfo.InvariantCulture)))),
            new("時計を{COUNT}日進める", "the clock goes on by {COUNT} days", said => Turn(TimeSpan.FromDays(int.Parse(said["COUNT"], System.Globalization.CultureInfo.InvariantCulture)))),
        ];
    }

    /// <summary>Where scenarios begin: the next Monday of a month's middle, at noon in Japan, when nothing is about to end.</summary>
    public static DateTimeOffset BeginningAfter(DateTimeOffset now)
    {
        var day = JapanTime.DayOf(now);
        do
            day = day.AddDays(1);
        while (day.DayOfWeek != DayOfWeek.Monday || day.Day is < 8 or > 21);
        return JapanTime.StartOf(day).AddHours(12);
    }

    /// <summary>Every kind of sentence that is understood.</summary>
    public IReadOnlyList<ScenarioStep> Steps { get; }

    /// <exception cref="ScenarioException">A sentence is not understood (nothing was played then), or it went otherwise.</exception>
    public async Task PlayAsync(Scenario scenario, CancellationToken stop = default)
    {
        var number = 0;
        foreach (var (line, step, said) in scenario.Lines.Select(Understand).ToList())
        {
            stop.ThrowIfCancellationRequested();
            number++;
            try
            {
                if (_audience is not null)
                    await _audience.HearAsync(line, number);
                await step.Do(said);
            }
            catch (JourneyException trouble)
            {
                var talks = string.Join("\n", _actors.Values.Select(actor => actor.Transcript));
                throw new ScenarioException($"Line {line.Number}: {line.Text}\n{trouble.Message}\n\n{talks}", trouble);
            }
        }
    }

    public void Dispose()
    {
        foreach (var actor in _actors.Values)
            actor.Dispose();
    }

    private (ScenarioLine Line, ScenarioStep Step, IReadOnlyDictionary<string, string> Said) Understand(ScenarioLine line)
    {
        foreach (var step in Steps)
        {
            if (step.Match(line.Text) is { } said)
                return (line, step, said);
        }
        var nearest = NearestSentence.To(line.Text, Steps.SelectMany(step => step.Sentences));
        throw new ScenarioException($"Line {line.Number} is not understood: {line.Text}\nThe nearest step is: {nearest}");
    }

    private Actor Of(IReadOnlyDictionary<string, string> said) => Named(said["WHO"]);

    private Actor Named(string name)
    {
        if (!_actors.TryGetValue(name, out var actor))
        {
            // On the bench some are there already, and have been greeted.
            var phone = _platform.Phones.FirstOrDefault(phone => phone.DisplayName == name) ?? _platform.AddFriend(name, char.IsAscii(name[0]) ? "en" : "ja");
            _actors[name] = actor = new Actor(_platform, phone, _audience);
        }
        return actor;
    }

    private Task LinkContractAsync(IReadOnlyDictionary<string, string> said, string holder) =>
        Contracts.TryGetValue(holder, out var contract)
            ? Of(said).GoAsync(journey => journey.LinkContractAsync(contract.LoginId, contract.Password))
            : throw new JourneyException($"{holder} has no contract. There are: {string.Join(", ", Contracts.Keys)}");

    private Task ReadCodeAsync(IReadOnlyDictionary<string, string> said) =>
        Of(said).GoAsync(async journey => _codes[said["NUMBER"]] = await journey.ReadUserCodeAsync(said["NUMBER"]));

    private Task EnterCodeAsync(IReadOnlyDictionary<string, string> said) =>
        Of(said).EnterCodeAsync(CodeOf(said));

    private string CodeOf(IReadOnlyDictionary<string, string> said) => _codes.GetValueOrDefault(said["NUMBER"])
        ?? throw new JourneyException($"Nobody has looked up the user code of {said["NUMBER"]} yet.");

    private Task MenuBecomesAsync(IReadOnlyDictionary<string, string> said) =>
        Menus.TryGetValue(said["MENU"], out var menu)
            ? Of(said).GoAsync(journey => journey.MenuBecomesAsync(menu))
            : throw new JourneyException($"There is no menu '{said["MENU"]}'. There are: {string.Join(", ", Menus.Keys)}");

    private Task Turn(string turn) => TurnToAsync(now => BenchHand.After(turn, now));

    private Task Turn(TimeSpan time) => TurnToAsync(now => now + time);

    private async Task TurnToAsync(Func<DateTimeOffset, DateTimeOffset> when)
    {
        await _calm();
        _clock.TurnTo(when(_clock.GetUtcNow()));
    }
}

using System.Text;
using Line.Messaging;
using LineBot.Privacy;
using LineBot.Simulator.Recordings;
using LineBot.Storage;
using LineBot.Tests.Drivers;
using LineBot.Tests.Storage;
using LineBot.Webhook.Recordings;
using Microsoft.Extensions.DependencyInjection;

namespace LineBot.Tests.Simulator.Recordings;

public sealed class TalkRecorderTests
{
    [Fact]
    public async Task Records_what_goes_over_the_wire_from_its_beginning()
    {
        await using var line = await LineTalk.StartAsync();
        var phone = line.Phone("はな");
        await phone.AskAsync("前の話");
        using var recorder = new TalkRecorder(line.Platform);
        await phone.AskTapAsync("data-remaining@1");
        await line.SettledAsync();
        line.Clock.Turn(TimeSpan.FromDays(3));
        await phone.AskTapAsync("my-page@1");

        var recording = RecordingReader.Read(Written(recorder, []));

        var webhooks = recording.Entries.OfType<RecordedWebhook>().ToList();
        webhooks.Select(webhook => ((PostbackEvent)WebhookRequest.Parse(webhook.Body).Events[0]).Data).ShouldBe(["data-remaining@1", "my-page@1"]);
        webhooks.ShouldAllBe(webhook => webhook.Status == 200);
        webhooks[1].At.ShouldBeInRange(webhooks[0].At, TimeSpan.FromMinutes(2), "the turn of the clock is nothing to wait for");
        var replies = recording.Entries.OfType<RecordedCall>().Where(call => call.Path == "/v2/bot/message/reply").ToList();
        replies.Count.ShouldBe(2);
        Encoding.UTF8.GetString(replies[0].Body!.Value.Span).ShouldContain("利用者連携");
        recording.Entries.OfType<RecordedPerson>().ShouldHaveSingleItem().Language.ShouldBe("ja");
    }

    [Fact]
    public async Task Nonsense_that_was_posted_is_not_recorded()
    {
        await using var line = await LineTalk.StartAsync();
        using var recorder = new TalkRecorder(line.Platform);
        await line.Platform.Webhooks.PostAsync("half {"u8.ToArray());

        RecordingReader.Read(Written(recorder, [])).Entries.ShouldBeEmpty();
    }

    [Fact]
    public async Task Nothing_of_the_demo_customers_survives()
    {
        await using var line = await LineTalk.StartAsync();
        await line.PublishMenusAsync();
        DemoPeople.Seat(line.Platform, userIds: null);
        using var recorder = new TalkRecorder(line.Platform);
        await DemoPeople.WelcomeAsync(line.Platform);
        await DemoPeople.LinkAsync(line.Platform);
        foreach (var phone in line.Platform.Phones.ToList())
        {
            foreach (var tile in (string[])["my-page@1", "linking@1", "data-remaining@1", "data-present@1", "talk-inquiry@1", "data-present/amount@1?to=2", "linking/contracts@1"])
                await phone.TapPostbackAsync(tile);
            await phone.SendTextAsync("山田花子です。080-0000-0001 / oya@example.jp / 4111 1111 1111 1111 / 東京都千代田区千代田1-1");
        }
        await line.Stranger("高橋タロウ", "en").FollowAsync();
        await line.Phone("高橋タロウ").SayAsync("My name is 高橋タロウ");
        await line.SettledAsync();

        var words = await line.Services.GetRequiredService<Database>().ReadAsync(line.Services.GetRequiredService<PersonalDataStore>().Words);
        var text = Encoding.UTF8.GetString(Written(recorder, [.. words, "高橋タロウ"]));

        text.ShouldContain("⟦name⟧");
        text.ShouldContain("data-remaining@1");
        text.Length.ShouldBeGreaterThan(50_000, "a whole talk of five phones");
        foreach (var secret in PersonalValues(line.Store).Concat(line.Platform.Phones.Select(phone => phone.UserId)).Append("4111 1111"))
            text.ShouldNotContain(secret);
        // The child's name is one character, which other words have too.
        text.ShouldNotContain("陸さん");
        text.ShouldNotContain("\"陸");
    }

    private static byte[] Written(TalkRecorder recorder, IEnumerable<string> words)
    {
        using var stream = new MemoryStream();
        recorder.Write(stream, words);
        return stream.ToArray();
    }

    /// <summary>What the store has of persons, column by column, read past all of the service's own code.</summary>
    private static List<string> PersonalValues(TestStore store)
    {
        using var connection = store.Open();
        var values = new List<string>();
        foreach (var (table, columns) in (IEnumerable<(string, string[])>)
        [
            ("contracts", ["holder_name", "holder_kana", "address", "postal_code", "login_id", "birth_date"]),
            ("subscriptions", ["user_name", "phone_number"]), ("user_codes", ["code"]),
            ("line_accounts", ["line_user_id"]),
        ])
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"SELECT {string.Join(", ", columns)} FROM {table}";
            using var rows = command.ExecuteReader();
            while (rows.Read())
            {
                for (var i = 0; i < columns.Length; i++)
                    values.Add(rows.GetValue(i).ToString()!);
            }
        }
        values.Count.ShouldBeGreaterThan(20);
        return [.. values.Where(value => value.Length > 1).Distinct()];
    }
}

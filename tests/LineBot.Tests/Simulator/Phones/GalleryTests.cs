using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using LineBot.Language;
using LineBot.Simulator.Phones.Messages;
using LineBot.Simulator.Phones.Pages;
using LineBot.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace LineBot.Tests.Simulator.Phones;

public sealed class GalleryTests
{
    private static readonly IReadOnlyList<GallerySample> Samples = GallerySample.ReadAll();

    private readonly FragmentRenderer _renderer = new(new ServiceCollection().BuildServiceProvider(), NullLoggerFactory.Instance);

    [Fact]
    public async Task Every_specimen_is_drawn_and_only_nonsense_gets_the_note_of_the_unknown()
    {
        Samples.Count.ShouldBeGreaterThan(8);
        foreach (var sample in Samples)
        {
            foreach (var message in sample.Messages)
            {
                var html = await Render(message);
                html.ShouldNotBeEmpty();
                html.Contains("class=\"unknown\"", StringComparison.Ordinal).ShouldBe(sample.Name.Contains("nonsense", StringComparison.Ordinal), html);
            }
        }
    }

    [Fact]
    public async Task What_a_bot_writes_cannot_leave_its_bubble()
    {
        const string attack = "\"><script>alert(1)</script>";
        var html = await Render(JsonSerializer.SerializeToElement(new
        {
            type = "flex",
            altText = attack,
            contents = new
            {
                type = "bubble",
                body = new
                {
                    type = "box",
                    layout = attack,
                    backgroundColor = "#000000;}" + attack,
                    contents = new object[]
                    {
                        new { type = "text", text = attack, color = attack, size = attack, action = new { type = "uri", label = attack, uri = "javascript:alert(1)" } },
                        new { type = "image", url = "javascript:alert(1)", size = attack, aspectRatio = attack },
                    },
                },
            },
        }));

        html.ShouldNotContain("<script", Case.Insensitive);
        html.ShouldNotContain("src=\"javascript", Case.Insensitive);
        html.ShouldNotContain("#000000;}");
    }

    /// <summary>Whatever is cut out of, or put in the place of, any part of a real message, the phone shows something.</summary>
    [Fact]
    public void A_damaged_message_never_stops_the_phone() =>
        Prop.ForAll(
            ArbMap.Default.ArbFor<int>(),
            seed => Render(Damage(new Random(seed))).GetAwaiter().GetResult() is not null).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    private static JsonElement Damage(Random random)
    {
        var sample = Samples[random.Next(Samples.Count)];
        var message = JsonNode.Parse(sample.Messages[random.Next(sample.Messages.Count)].GetRawText())!;
        var places = Places(message).ToList();
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            var (parent, key) = places[random.Next(places.Count)];
            JsonNode? junk = random.Next(6) switch { 0 => null, 1 => -1, 2 => 1e300, 3 => "\u0000\ud83d", 4 => new JsonArray(1, "a", null), _ => new JsonObject { ["type"] = "x" } };
            if (parent is JsonObject thing)
                thing[(string)key] = junk;
            else if (parent is JsonArray list && list.Count > (int)key)
                list[(int)key] = junk;
        }
        return JsonSerializer.SerializeToElement(message);
    }

    private static IEnumerable<(JsonNode Parent, object Key)> Places(JsonNode? node) => node switch
    {
        JsonObject thing => thing.SelectMany(pair => Places(pair.Value).Prepend((thing, pair.Key))),
        JsonArray list => list.SelectMany((item, index) => Places(item).Prepend((list, index))),
        _ => [],
    };

    private Task<string> Render(JsonElement message) => _renderer.RenderAsync<MessageView>(Tongue.Japanese, (nameof(MessageView.Message), message));
}

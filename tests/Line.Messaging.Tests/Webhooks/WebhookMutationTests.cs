using System.Text;

namespace Line.Messaging.Tests.Webhooks;

/// <summary>Seeded: a failure names the seed and can be repeated.</summary>
public sealed class WebhookMutationTests
{
    private const int Mutations = 10_000;

    private static readonly string[] Values =
        ["null", "true", "-1", "1e999", "99999999999999999999", "\"\"", "[]", "{}", "[[[[]]]]", "\"\\ud800\"", "{\"type\":{}}", new string('[', 300), "\"" + new string('x', 5000) + "\""];

    [Fact]
    public void Never_throws_anything_but_that_the_body_is_no_webhook()
    {
        var bodies = Corpus.Names().Select(Corpus.Read).ToArray();
        var read = 0;
        for (var seed = 0; seed < Mutations; seed++)
        {
            var body = Mutate(bodies[seed % bodies.Length], new Random(seed));
            try
            {
                foreach (var found in WebhookRequest.Parse(body).Events)
                {
                    found.ToString().ShouldNotBeNull($"seed {seed}");
                    WebhookEvent.Parse(found.Raw).GetType().ShouldBe(found.GetType(), $"seed {seed}");
                }
                read++;
            }
            catch (WebhookFormatException)
            {
                // The one answer to a body that is no webhook.
            }
            catch (Exception e) when (e is not ShouldAssertException)
            {
                throw new InvalidOperationException($"seed {seed}: {Encoding.UTF8.GetString(body)}", e);
            }
        }
        // Otherwise nothing but broken bodies would have been tried.
        read.ShouldBeInRange(Mutations / 4, Mutations - (Mutations / 20));
    }

    [Fact]
    public void A_mutated_event_harms_no_neighbour()
    {
        var good = Corpus.Only("follow").Raw;
        var events = Corpus.Names().SelectMany(name => Corpus.Parse(name).Events).Select(found => found.Raw.ToArray()).ToArray();
        for (var seed = 0; seed < Mutations / 4; seed++)
        {
            var broken = ChangeValue(events[seed % events.Length], new Random(seed));
            byte[] body = [.. "{\"events\":["u8, .. good.Span, (byte)',', .. broken, (byte)',', .. good.Span, .. "]}"u8];
            var read = Try(() => WebhookRequest.Parse(body));
            if (read is null)
                continue;
            read.Events[0].ShouldBeOfType<FollowEvent>($"seed {seed}");
            read.Events[^1].ShouldBeOfType<FollowEvent>($"seed {seed}");
        }
    }

    [Fact]
    public void An_event_by_itself_never_throws()
    {
        for (var seed = 0; seed < Mutations / 4; seed++)
        {
            var random = new Random(seed);
            var noise = new byte[random.Next(0, 200)];
            random.NextBytes(noise);
            WebhookEvent.Parse(noise).ShouldBeOfType<UnknownEvent>($"seed {seed}");
            WebhookEvent.Parse(Mutate(Corpus.Only("message-text").Raw.ToArray(), random)).ShouldNotBeNull();
        }
    }

    private static byte[] Mutate(byte[] body, Random random) => random.Next(7) switch
    {
        0 => body[..random.Next(body.Length)],
        1 => ChangeByte(body, random),
        2 => Insert(body, random, [0xC3, 0x28]),
        3 => Insert(body, random, "\\ud83d"u8.ToArray()),
        4 => Duplicate(body, random),
        _ => ChangeValue(body, random),
    };

    private static byte[] ChangeByte(byte[] body, Random random)
    {
        var changed = (byte[])body.Clone();
        changed[random.Next(changed.Length)] = (byte)random.Next(256);
        return changed;
    }

    private static byte[] Insert(byte[] body, Random random, byte[] bytes)
    {
        var quotes = Enumerable.Range(0, body.Length).Where(i => body[i] == '"').ToArray();
        var at = quotes.Length == 0 ? 0 : quotes[random.Next(quotes.Length)] + 1;
        return [.. body[..at], .. bytes, .. body[at..]];
    }

    /// <summary>A property once more, with another value.</summary>
    private static byte[] Duplicate(byte[] body, Random random)
    {
        string[] names = ["type", "events", "message", "source", "timestamp", "replyToken", "webhookEventId", "mode", "id", "text"];
        var opens = Enumerable.Range(0, body.Length).Where(i => body[i] == '{').ToArray();
        if (opens.Length == 0)
            return body;
        var at = opens[random.Next(opens.Length)] + 1;
        var extra = $"\"{names[random.Next(names.Length)]}\":{Values[random.Next(Values.Length)]},";
        return [.. body[..at], .. Encoding.UTF8.GetBytes(extra), .. body[at..]];
    }

    /// <summary>Another type where one value was.</summary>
    private static byte[] ChangeValue(byte[] body, Random random)
    {
        var text = Encoding.UTF8.GetString(body);
        var colons = Enumerable.Range(0, text.Length).Where(i => text[i] == ':' && i > 0 && text[i - 1] == '"').ToArray();
        if (colons.Length == 0)
            return body;
        var start = colons[random.Next(colons.Length)] + 1;
        var end = text.IndexOfAny([',', '}', ']'], start);
        return Encoding.UTF8.GetBytes(text[..start] + Values[random.Next(Values.Length)] + (end < 0 ? "" : text[end..]));
    }

    private static WebhookRequest? Try(Func<WebhookRequest> parse)
    {
        try
        {
            return parse();
        }
        catch (WebhookFormatException)
        {
            return null;
        }
    }
}

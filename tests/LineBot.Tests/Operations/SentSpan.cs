using System.Text;

namespace LineBot.Tests.Operations;

/// <summary>A span as OTLP's protobuf has it, as far as tests look at it.</summary>
internal sealed record SentSpan(string TraceId, string SpanId, string ParentId, string Name, IReadOnlyDictionary<string, string> Tags)
{
    /// <summary>The spans of an export request: resource spans, scope spans, spans.</summary>
    public static IEnumerable<SentSpan> Read(byte[] request) =>
        Fields(request).Where(field => field.Number == 1)
            .SelectMany(resource => Fields(resource.Bytes).Where(field => field.Number == 2))
            .SelectMany(scope => Fields(scope.Bytes).Where(field => field.Number == 2))
            .Select(span => Of([.. Fields(span.Bytes)]));

    private static SentSpan Of(IReadOnlyList<Field> fields)
    {
        string Hex(int number) => Convert.ToHexStringLower(fields.FirstOrDefault(field => field.Number == number).Bytes ?? []);
        return new SentSpan(Hex(1), Hex(2), Hex(4), Encoding.UTF8.GetString(fields.First(field => field.Number == 5).Bytes),
            fields.Where(field => field.Number == 9).Select(tag => Tag([.. Fields(tag.Bytes)])).ToDictionary(tag => tag.Key, tag => tag.Value));
    }

    /// <summary>A key and a value of which only texts are read.</summary>
    private static KeyValuePair<string, string> Tag(IReadOnlyList<Field> fields)
    {
        var value = Fields(fields.First(field => field.Number == 2).Bytes).FirstOrDefault(field => field.Number == 1).Bytes;
        return new(Encoding.UTF8.GetString(fields.First(field => field.Number == 1).Bytes), value is null ? "" : Encoding.UTF8.GetString(value));
    }

    private static IEnumerable<Field> Fields(byte[] message)
    {
        for (var at = 0; at < message.Length;)
        {
            var key = Varint(message, ref at);
            var length = (key & 7) switch { 0 => 0, 1 => 8, 5 => 4, _ => (int)Varint(message, ref at) };
            if ((key & 7) == 0)
                Varint(message, ref at);
            yield return new Field((int)(key >> 3), message[at..(at + length)]);
            at += length;
        }
    }

    private static ulong Varint(byte[] message, ref int at)
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            value |= (ulong)(message[at] & 0x7f) << shift;
            if (message[at++] < 0x80)
                return value;
        }
    }

    private readonly record struct Field(int Number, byte[] Bytes);
}

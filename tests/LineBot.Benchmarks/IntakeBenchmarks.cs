using System.Text;
using BenchmarkDotNet.Attributes;
using Line.Messaging;
using LineBot.RichMenu;

namespace LineBot.Benchmarks;

/// <summary>What every webhook costs before anything is stored.</summary>
[MemoryDiagnoser]
public class IntakeBenchmarks
{
    private const string Secret = "0123456789abcdef0123456789abcdef";

    private readonly byte[] _body = Encoding.UTF8.GetBytes(
        """
        {"destination":"U8e742f61d673b39c7fff3cecb7536ef0","events":[{"type":"message","message":{"type":"text","id":"560000000000000001",
        "quoteToken":"q3Plxr4AgKdyCkOOTz9Yn1Rkyk4fkvJZ2nV0w9cPLBtGw00000001","text":"残りデータ量を教えて"},"webhookEventId":"01KA5V9Q1MZ3X5N7P9R1T3V5X7",
        "deliveryContext":{"isRedelivery":false},"timestamp":1763262000000,"source":{"type":"user","userId":"U0123456789abcdef0123456789abcdef"},
        "replyToken":"0123456789abcdef0123456789abcdef","mode":"active"}]}
        """);

    private readonly WebhookSignature _signature = new(Secret);
    private string _header = "";

    [GlobalSetup]
    public void Sign() => _header = WebhookSignature.Sign(Secret, _body);

    [Benchmark]
    public SignatureResult Check_the_signature() => _signature.Check(_body, _header);

    [Benchmark]
    public WebhookRequest Read_the_events() => WebhookRequest.Parse(_body);

    [Benchmark]
    public string Normalise_what_was_typed() => TypedWords.Normalise("残りデータ量を教えて");
}

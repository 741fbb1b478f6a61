namespace LineBot.Simulator.Platform;

/// <summary>What may go wrong with a call to the API.</summary>
public enum ApiFault
{
    /// <summary>500, and nothing was done.</summary>
    FailBefore,

    /// <summary>500, although it was done.</summary>
    FailAfter,

    /// <summary>The connection breaks before anything was done.</summary>
    ResetBefore,

    /// <summary>The connection breaks after it was done, before the answer.</summary>
    ResetAfter,

    /// <summary>It is done and answered, but late.</summary>
    Delay,

    /// <summary>429 for the rate.</summary>
    TooMany,

    /// <summary>A reply, and no other call, is refused as if its token were late.</summary>
    LateToken,
}

/// <summary>What may go wrong with a webhook.</summary>
public enum WebhookFault
{
    /// <summary>The same event arrives twice.</summary>
    Duplicate,

    /// <summary>The event arrives after the next one of its chat.</summary>
    Reorder,

    /// <summary>The event comes <see cref="PlatformFaults.Delay"/> late, and the chat's next ones behind it.</summary>
    Late,

    /// <summary>The event waits for the next one, of whichever chat, and both arrive in one body, as LINE may send them.</summary>
    Together,

    /// <summary>The event is lost on its way, as when the network is down; redelivery, where it is on, brings it later.</summary>
    Lose,
}

/// <summary>A fault that is in the way.</summary>
/// <param name="Api">Of a call to the API, or</param>
/// <param name="Webhook">of a webhook.</param>
/// <param name="Path">The part of the path that calls have to name; empty for every call.</param>
/// <param name="Left">How often at most; <see cref="int.MaxValue"/> is always.</param>
public sealed record WaitingFault(ApiFault? Api, WebhookFault? Webhook, string Path, int Left);

/// <summary>The faults that are in the way, drawn from a seed so that a run can be repeated.</summary>
public sealed class PlatformFaults
{
    private const string ReplyPath = "/v2/bot/message/reply";

    private readonly Lock _gate = new();
    private readonly List<Rule<ApiFault>> _api = [];
    private readonly List<Rule<WebhookFault>> _webhooks = [];
    private Random _random = new(1);

    /// <summary>Nothing comes in and nothing goes out.</summary>
    public bool NoNetwork { get; set; }

    /// <summary>How late <see cref="ApiFault.Delay"/> and <see cref="WebhookFault.Late"/> are.</summary>
    public TimeSpan Delay { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>Draws from here on as any other run with the same seed and the same calls in the same order.</summary>
    public void Seed(int seed)
    {
        lock (_gate)
            _random = new Random(seed);
    }

    /// <param name="share">Of the calls that <paramref name="path"/> names, this share; 1 is each.</param>
    /// <param name="path">A part of the path, such as <c>/message/reply</c>; empty is every call.</param>
    /// <param name="times">How often at most.</param>
    public void Add(ApiFault fault, double share = 1, string path = "", int times = int.MaxValue)
    {
        lock (_gate)
            _api.Add(new Rule<ApiFault>(fault, share, fault == ApiFault.LateToken ? ReplyPath : path, times));
    }

    public void Add(WebhookFault fault, double share = 1, int times = int.MaxValue)
    {
        lock (_gate)
            _webhooks.Add(new Rule<WebhookFault>(fault, share, "", times));
    }

    /// <summary>What is still to come, in the order in which it was added.</summary>
    public IReadOnlyList<WaitingFault> Waiting
    {
        get
        {
            lock (_gate)
            {
                return
                [
                    .. _api.Where(rule => rule.Left > 0).Select(rule => new WaitingFault(rule.Fault, null, rule.Path, rule.Left)),
                    .. _webhooks.Where(rule => rule.Left > 0).Select(rule => new WaitingFault(null, rule.Fault, "", rule.Left)),
                ];
            }
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _api.Clear();
            _webhooks.Clear();
            NoNetwork = false;
        }
    }

    internal ApiFault? ForCall(string path) => NoNetwork ? ApiFault.ResetBefore : Draw(_api, path);

    internal WebhookFault? ForWebhook() => NoNetwork ? WebhookFault.Lose : Draw(_webhooks, "");

    private T? Draw<T>(List<Rule<T>> rules, string path) where T : struct
    {
        lock (_gate)
        {
            foreach (var rule in rules)
            {
                if (rule.Left > 0 && path.Contains(rule.Path, StringComparison.Ordinal) && _random.NextDouble() < rule.Share)
                {
                    rule.Left--;
                    return rule.Fault;
                }
            }
            return null;
        }
    }

    private sealed class Rule<T>(T fault, double share, string path, int times)
    {
        public T Fault { get; } = fault;

        public double Share { get; } = share;

        public string Path { get; } = path;

        public int Left { get; set; } = times;
    }
}

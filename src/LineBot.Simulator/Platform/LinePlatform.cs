using LineBot.Simulator.Platform.Endpoints;

namespace LineBot.Simulator.Platform;

/// <summary>
/// The LINE Platform as one Official Account meets it: it keeps the phones' talks and the account's rich menus, signs webhooks
/// and refuses calls that LINE would refuse. It knows LINE's published rules and nothing of the bot that it serves.
/// </summary>
public sealed class LinePlatform : IAsyncDisposable
{
    /// <summary>A phone's in-app browser names its LINE user in this header where it opens the platform's own pages.</summary>
    public const string OpenedByHeader = "X-Simulated-Line-User";

    private readonly Lock _gate = new();
    private readonly List<LinePhone> _phones = [];
    private readonly Dictionary<string, LinePhone> _phoneOf = [];
    private readonly HashSet<LinePhone> _touched = [];
    private int _depth;
    private long _lastMessageId = 560_000_000_000_000_000;

    public LinePlatform(Channel channel, TimeProvider clock)
    {
        Channel = channel;
        Clock = clock;
        ReplyTokens = new ReplyTokens(clock);
        RetryKeys = new RetryKeys(clock);
        LinkTokens = new LinkTokens(clock);
        AccessTokens = new AccessTokens(channel, clock);
        AssertionKeys = new AssertionKeys(channel, clock);
        RateLimits = new RateLimits(clock);
        RichMenuChores = new RichMenuChores(this);
        Sent = new SentMessages(clock);
        Delivery = new MessageDelivery(this);
        Narrowcasts = new Narrowcasts(this);
        Previews = new LinkPreviews(this);
        Webhooks = new WebhookClient(this);
    }

    public Channel Channel { get; }

    public TimeProvider Clock { get; }

    /// <summary>Everything that went over the wire.</summary>
    public WireRecord Record { get; } = new();

    public PlatformFaults Faults { get; } = new();

    /// <summary>How webhooks go out: where to, how often again.</summary>
    public WebhookClient Webhooks { get; }

    /// <summary>How LINE works off what was asked for many users' rich menus.</summary>
    public RichMenuChores RichMenuChores { get; }

    /// <summary>A module channel holds the chat control: events are in standby mode and carry no reply token.</summary>
    public bool IsStandby { get; set; }

    /// <summary>
    /// Whether people answer in LINE Official Account Manager, too ("Chat" in its response settings). Without it whatever people send
    /// counts as read at once; with it the bot says what it has read.
    /// </summary>
    public bool HasChat { get; set; }

    /// <summary>Messages that may be sent this month, replies not counted; null is unlimited.</summary>
    public int? MonthlyQuota
    {
        get => Sent.Quota;
        set => Sent.Quota = value;
    }

    /// <summary>Messages sent this month, replies not counted.</summary>
    public int MonthlyUsage => Do(() => Sent.ThisMonth);

    public IReadOnlyList<LinePhone> Phones
    {
        get
        {
            lock (_gate)
                return [.. _phones];
        }
    }

    /// <summary>What of LINE's API is played: <c>GET /v2/bot/info</c> and so on.</summary>
    internal IReadOnlyList<string> Addresses { get; private set; } = [];

    internal ReplyTokens ReplyTokens { get; }

    internal RetryKeys RetryKeys { get; }

    internal LinkTokens LinkTokens { get; }

    internal AccessTokens AccessTokens { get; }

    internal AssertionKeys AssertionKeys { get; }

    internal RateLimits RateLimits { get; }

    internal SentMessages Sent { get; }

    internal MessageDelivery Delivery { get; }

    internal Narrowcasts Narrowcasts { get; }

    internal LinkPreviews Previews { get; }

    /// <summary>Everybody who added the account and does not block it.</summary>
    internal IReadOnlyList<LinePhone> Friends => [.. Phones.Where(phone => phone.IsFriend)];

    internal RichMenus RichMenus { get; } = new();

    /// <summary>Files that phones sent, by message id.</summary>
    internal Dictionary<string, SentContent> Contents { get; } = [];

    /// <summary>Which message of whose talk a mark-as-read token stands for.</summary>
    internal Dictionary<string, (LinePhone Phone, int Number)> ReadTokens { get; } = [];

    /// <summary>A phone joined, or something that a phone shows changed.</summary>
    public event EventHandler? Changed;

    /// <summary>Adds a LINE user with a phone; not a friend of the account yet.</summary>
    /// <param name="language">BCP 47, or null for a user who does not tell.</param>
    public LinePhone AddPhone(string displayName, string? language = "ja", string? userId = null)
    {
        var phone = new LinePhone(this, userId ?? "U" + RandomId.Hex(32), displayName, language);
        lock (_gate)
        {
            _phoneOf.Add(phone.UserId, phone);
            _phones.Add(phone);
        }
        Changed?.Invoke(this, EventArgs.Empty);
        return phone;
    }

    /// <summary>Adds a LINE user who has been a friend for long: nobody is told of it.</summary>
    public LinePhone AddFriend(string displayName, string? language = "ja", string? userId = null)
    {
        var phone = AddPhone(displayName, language, userId);
        phone.BefriendSilently();
        return phone;
    }

    /// <summary>As on the first day: nobody is a friend, nothing was said or counted, nobody has a menu of their own. The menus themselves stay.</summary>
    public void ForgetTalks() => Do(() =>
    {
        foreach (var phone in _phones)
        {
            phone.Forget();
            RichMenus.Unlink(phone.UserId);
        }
        Sent.Clear();
        RateLimits.Clear();
        TouchAll();
        return true;
    });

    public LinePhone? FindPhone(string? userId)
    {
        lock (_gate)
            return userId is null ? null : _phoneOf.GetValueOrDefault(userId);
    }

    /// <summary>Whether an address is one of the pages that LINE shows itself.</summary>
    public static bool IsOwnPage(Uri address) => address.AbsolutePath.StartsWith("/dialog/", StringComparison.Ordinal);

    /// <summary>Answers LINE's addresses: the API, the data API and the account-link dialog, all on this one server.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        var api = new ApiEndpoint(this, routes);
        MessageEndpoint.Map(api, this);
        NarrowcastEndpoint.Map(api, this);
        MessageCountEndpoint.Map(api, this);
        InsightEndpoint.Map(api, this);
        ValidateEndpoint.Map(api);
        RichMenuEndpoint.Map(api, this);
        RichMenuLinkEndpoint.Map(api, this);
        RichMenuAliasEndpoint.Map(api, this);
        RichMenuBatchEndpoint.Map(api, this);
        AccountEndpoint.Map(api, this);
        ChatEndpoint.Map(api, this);
        ContentEndpoint.Map(api, this);
        WebhookSettingsEndpoint.Map(api, this);
        ShortLivedTokenEndpoint.Map(api, this);
        KeyedTokenEndpoint.Map(api, this);
        StatelessTokenEndpoint.Map(api, this);
        AccountLinkEndpoint.Map(routes, this);
        api.MapTheRest();
        Addresses = api.Addresses;
    }

    public ValueTask DisposeAsync()
    {
        Narrowcasts.Dispose();
        Previews.Dispose();
        return Webhooks.DisposeAsync();
    }

    /// <summary>One change of the platform's state at a time; whoever watches hears of it afterwards.</summary>
    internal T Do<T>(Func<T> change)
    {
        List<LinePhone> touched;
        T result;
        lock (_gate)
        {
            _depth++;
            try
            {
                result = change();
            }
            finally
            {
                _depth--;
            }
            if (_depth > 0)
                return result;
            touched = [.. _touched];
            _touched.Clear();
        }
        foreach (var phone in touched)
            phone.RaiseChanged();
        if (touched.Count > 0)
            Changed?.Invoke(this, EventArgs.Empty);
        return result;
    }

    internal void Do(Action change) => Do(() =>
    {
        change();
        return true;
    });

    internal void Touch(LinePhone phone) => _touched.Add(phone);

    internal void TouchUser(string userId)
    {
        if (_phoneOf.TryGetValue(userId, out var phone))
            Touch(phone);
    }

    internal void TouchAll() => _touched.UnionWith(_phones);

    internal string NextMessageId() => (++_lastMessageId).ToString(System.Globalization.CultureInfo.InvariantCulture);
}

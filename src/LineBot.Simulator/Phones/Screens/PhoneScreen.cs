using LineBot.Language;
using LineBot.Simulator.Browser;
using LineBot.Simulator.Platform;

namespace LineBot.Simulator.Phones.Screens;

/// <summary>One phone on the page: the LINE user's talk, what covers it, and the browser in it.</summary>
public sealed class PhoneScreen : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private Screen _screen = new();
    private List<FriendMessage> _friends = [];

    public PhoneScreen(string id, LinePhone phone, InAppBrowser browser)
    {
        (Id, Phone, Browser) = (id, phone, browser);
        Tongue = Tongue.Of(phone.Language);
        phone.Changed += (_, _) => RaiseChanged();
        browser.Changed += (_, _) => RaiseChanged();
        browser.LineLinkOpened += (_, link) => Follow(link);
    }

    /// <summary>Part of the ids of its elements on the page.</summary>
    public string Id { get; }

    public LinePhone Phone { get; }

    public InAppBrowser Browser { get; }

    /// <summary>The language of the phone itself.</summary>
    public Tongue Tongue { get; }

    public Screen Screen
    {
        get
        {
            lock (_gate)
                return _screen;
        }
    }

    /// <summary>What friends have sent, oldest first.</summary>
    public IReadOnlyList<FriendMessage> Friends
    {
        get
        {
            lock (_gate)
                return _friends;
        }
    }

    public event EventHandler? Changed;

    public void Change(Func<Screen, Screen> change)
    {
        lock (_gate)
            _screen = change(_screen);
        RaiseChanged();
    }

    public void Say(string japanese, string english) => Change(screen => screen.Saying(Tongue.Say(japanese, english)));

    /// <summary>Opens an address as LINE does: its own as a screen, others in the browser.</summary>
    public async Task OpenAsync(string? address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri))
            Say("開けないリンクです。", "This link cannot be opened.");
        else if (LineLink.Of(uri) is { } link)
            Follow(link);
        else if (uri.Scheme == "tel")
            Say($"電話をかけます: {uri.OriginalString[4..]}", $"Calling {uri.OriginalString[4..]}");
        else if (uri.Scheme is "http" or "https")
            await Browser.OpenAsync(uri);
        else
            Say("開けないリンクです。", "This link cannot be opened.");
    }

    /// <summary>Closes what lies on top.</summary>
    public void Close()
    {
        if (Browser.Frame is not null && Screen.Sheet is not Sheet.Share)
            Browser.Close();
        else
            Change(screen => screen with { Sheet = null });
    }

    /// <summary>Leaves nothing of before: the talk alone, with its menu.</summary>
    public void Clear()
    {
        if (Browser.Frame is not null)
            Browser.Close();
        lock (_gate)
        {
            _friends = [];
            _screen = new Screen { FillIn = ("", _screen.FillIn.Times), Toast = ("", _screen.Toast.Times) };
        }
        RaiseChanged();
    }

    public void Receive(string from, string text, DateTimeOffset at)
    {
        lock (_gate)
            _friends = [.. _friends, new(_friends.Count + 1, from, text, at)];
        RaiseChanged();
    }

    public void ShowFriends()
    {
        lock (_gate)
        {
            _friends = [.. _friends.Select(message => message with { IsSeen = true })];
            _screen = _screen with { Sheet = new Sheet.Friends() };
        }
        RaiseChanged();
    }

    public ValueTask DisposeAsync() => Browser.DisposeAsync();

    private void Follow(LineLink link)
    {
        switch (link)
        {
            case LineLink.Share share:
                Change(screen => screen with { Sheet = new Sheet.Share(share.Text) });
                break;
            case LineLink.TypedMessage message:
                Browser.Close();
                Change(screen => screen.Typing(message.Text));
                break;
            case LineLink.AddFriend:
                Change(screen => screen with { Sheet = new Sheet.Profile() });
                break;
            default:
                Say("LINEのこの画面はシミュレーターにありません。", "The simulator has no such screen of LINE's.");
                break;
        }
    }

    private void RaiseChanged() => Changed?.Invoke(this, EventArgs.Empty);
}

using System.Text.Json;

namespace LineBot.Simulator.Platform;

/// <summary>The account's rich menus, their aliases, the default and who has which of their own.</summary>
internal sealed class RichMenus
{
    public const int Most = 1000;
    public const int MostAliases = 1000;

    private readonly Dictionary<string, RichMenu> _menus = [];
    private readonly Dictionary<string, string> _ofUser = [];

    public SortedDictionary<string, string> Aliases { get; } = new(StringComparer.Ordinal);

    public string? DefaultId { get; set; }

    /// <summary>The default was set by hand in LINE Official Account Manager. One that is set through the API goes before it.</summary>
    public bool HasDefaultOfManager { get; set; }

    public IEnumerable<RichMenu> All => _menus.Values;

    public RichMenu Create(JsonElement definition)
    {
        if (_menus.Count >= Most)
            throw new Refusal(400, "The number of rich menus exceeds the limit");
        var menu = new RichMenu("richmenu-" + RandomId.Hex(32), definition.Clone());
        _menus.Add(menu.Id, menu);
        return menu;
    }

    public RichMenu Find(string id) => _menus.GetValueOrDefault(id) ?? throw Refusal.NotFound();

    /// <exception cref="Refusal">There is no such menu, or it has no image yet.</exception>
    public RichMenu FindToShow(string id)
    {
        var menu = Find(id);
        return menu.Image is not null ? menu : throw new Refusal(400, "must upload richmenu image before applying it to user");
    }

    public void Delete(string id)
    {
        Find(id);
        _menus.Remove(id);
        if (DefaultId == id)
            DefaultId = null;
        foreach (var user in UsersOf(id))
            _ofUser.Remove(user);
    }

    /// <summary>Gives a user a menu of their own, or takes it away.</summary>
    public void Give(string userId, string? id)
    {
        if (id is null)
            _ofUser.Remove(userId);
        // It may have been deleted since LINE took the request.
        else if (_menus.ContainsKey(id))
            _ofUser[userId] = id;
    }

    public void Unlink(string userId) => Give(userId, null);

    /// <summary>Who has that menu of their own; null asks for everybody who has one.</summary>
    public IReadOnlyList<string> UsersOf(string? id) => [.. _ofUser.Where(link => id is null || link.Value == id).Select(link => link.Key)];

    public string? LinkedTo(string userId) => _ofUser.GetValueOrDefault(userId);

    /// <summary>The menu in that phone's talk: its own if it is a friend's and has one, else the default.</summary>
    public RichMenu? ShownTo(LinePhone phone)
    {
        var id = (phone.IsFriend ? LinkedTo(phone.UserId) : null) ?? DefaultId;
        return id is null ? null : _menus.GetValueOrDefault(id);
    }
}

using System.Security.Cryptography;
using LineBot.Language;
using Messaging = Line.Messaging;

namespace LineBot.RichMenu;

/// <summary>One menu: what LINE is told of it, and its picture.</summary>
/// <param name="Menu">The rich menu as it stands in the file.</param>
/// <param name="Image">The picture as PNG.</param>
public sealed record MenuDefinition(LinkState State, Tongue Tongue, Messaging.RichMenu Menu, byte[] Image)
{
    /// <summary>The file that it was read from, without the ending.</summary>
    public string File => MenuNames.File(State, Tongue);

    public string Alias => MenuNames.Alias(State, Tongue);

    /// <summary>The menu as it goes to the channel, where its name tells its content.</summary>
    public Messaging.RichMenu ToPublish() => Menu with { Name = MenuNames.Published(Alias, Hash((Menu with { Name = "" }).ToJson()), Hash(Image)) };

    /// <summary>
    /// Whether LINE has of it what is told here. Names tell the content, but anybody can make a menu of any name; labels are only read aloud and
    /// do not count.
    /// </summary>
    public bool IsWhat(Messaging.RichMenu stored) => Essence(stored).SequenceEqual(Essence(Menu));

    private static byte[] Essence(Messaging.RichMenu menu) =>
        (menu with { Name = "", Areas = [.. menu.Areas.Select(area => area with { Action = area.Action with { Label = null } })] }).ToJson();

    private static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content))[..MenuNames.HashLength];
}
